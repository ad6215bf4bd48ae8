import sharp from 'sharp'
import type {Raster} from '../model/hands.ts'
import type {Picture} from '../model/finding.ts'
import type {Area} from '../model/layout.ts'
import type {TakenPicture} from '../model/tab.ts'
import type {Cache} from './cache.ts'

/** The same pixels in as few bytes as is worth the time: what a baseline is kept as. */
export async function compact(png: Uint8Array): Promise<Buffer> {
  return sharp(png).removeAlpha().png({compressionLevel: 9, adaptiveFiltering: true}).toBuffer()
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
  const {width, height} = await sharp(png).metadata()
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
  const {width, height} = await measure(png)
  const covers = areas.map(
    ({x, y, w, h}) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="url(#hatching)"/>`,
  )
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <pattern id="hatching" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="10" height="10" fill="#fff"/><rect width="4" height="10" fill="#767676"/>
    </pattern>${covers.join('')}</svg>`
  return sharp(png)
    .composite([{input: Buffer.from(drawing)}])
    .png({compressionLevel: 6})
    .toBuffer()
}
