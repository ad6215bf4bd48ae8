import sharp from 'sharp'
import type {Raster} from '../model/hands.ts'
import type {Picture} from '../model/finding.ts'
import type {Area} from '../model/layout.ts'
import type {TakenPicture} from '../model/tab.ts'
import type {Cache} from './cache.ts'

/** The same pixels in as few bytes as is worth the time: what a baseline is kept as. */
export async function compact(png: Uint8Array): Promise<Buffer> {
  return sharp(png, {limitInputPixels: false})
    .removeAlpha()
    .png({compressionLevel: 9, adaptiveFiltering: true})
    .toBuffer()
}

/** Pixels as a PNG. */
export function packRaster({data, width, height}: Raster): Promise<Buffer> {
  return sharp(data, {raw: {width, height, channels: 3}})
    .png({compressionLevel: 6})
    .toBuffer()
}

/** The pixels of a PNG. */
export async function rasterOf(png: Uint8Array): Promise<Raster> {
  const {data, info} = await sharp(png).removeAlpha().raw().toBuffer({resolveWithObject: true})
  return {data, width: info.width, height: info.height}
}

/** Width and height of a PNG in pixels. */
export async function measure(png: Uint8Array): Promise<Omit<TakenPicture, 'sha256'>> {
  const {width, height} = await sharp(png, {limitInputPixels: false}).metadata()
  return {width, height}
}

/** What people are shown of these pictures, by the hash of their bytes; what is gone is left out. */
export async function shownPictures(
  pictures: readonly Picture[],
  store: Cache,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const masks = new Map<string, readonly Area[]>()
  for (const {sha256, masked = []} of pictures) {
    masks.set(sha256, [...(masks.get(sha256) ?? []), ...masked])
  }
  const shown = [...masks].map(async ([sha256, areas]) => {
    const bytes = await store.getBytes(sha256)
    return bytes ? [[sha256, await hatched(bytes, areas)] as const] : []
  })
  return new Map((await Promise.all(shown)).flat())
}

/** The picture with hatching over some areas: what is hidden there was not compared. */
async function hatched(png: Uint8Array, areas: readonly Area[]): Promise<Uint8Array> {
  if (areas.length === 0) return png
  const {data, width, height} = await rasterOf(png)
  for (const {x, y, w, h} of areas) {
    const [left, right] = [Math.max(0, Math.floor(x)), Math.min(width, Math.ceil(x + w))]
    for (let row = Math.max(0, Math.floor(y)); row < Math.min(height, Math.ceil(y + h)); row++) {
      for (let column = left; column < right; column++) {
        const at = 3 * (row * width + column)
        data.fill((row + column) % 14 < 5 ? 0x76 : 0xff, at, at + 3)
      }
    }
  }
  return packRaster({data, width, height})
}
