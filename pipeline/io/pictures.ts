import sharp from 'sharp'
import type {Raster} from '../model/hands.ts'
import type {PictureDifference, TakenPicture} from '../model/tab.ts'

/** How far one colour channel may differ (0–255), and how many pixels may differ more. */
export interface Tolerance {
  readonly channel: number
  readonly pixels: number
}

export type Difference = Omit<PictureDifference, 'picture'> & {
  /** PNG: what stayed the same is pale, what differs red. */
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/** The same pixels in as few bytes as is worth the time: what a baseline is kept as. */
export async function compact(png: Uint8Array): Promise<Buffer> {
  return sharp(png).removeAlpha().png({compressionLevel: 9, adaptiveFiltering: true}).toBuffer()
}

/**
 * Compares two PNGs pixel by pixel, from the top left. Where one is larger, what the other lacks
 * differs. `undefined` where nothing differs by more than the tolerance; with a tolerance of zero,
 * exactly where all pixels are equal. Rejects where one is no picture.
 */
export async function comparePictures(
  approved: Uint8Array,
  current: Uint8Array,
  {channel, pixels: allowed}: Tolerance,
): Promise<Difference | undefined> {
  const [before, after] = await Promise.all([rasterOf(approved), rasterOf(current)])
  const width = Math.max(before.width, after.width)
  const height = Math.max(before.height, after.height)
  const shown = Buffer.alloc(width * height * 3)
  let pixels = 0
  let [top, bottom, left, right] = [height, 0, width, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const differs = differsAt(before, after, x, y, channel)
      paint(shown, (y * width + x) * 3, differs ? undefined : at(after, x, y), after.data)
      if (!differs) continue
      pixels++
      if (y < top) top = y
      if (y >= bottom) bottom = y + 1
      if (x < left) left = x
      if (x >= right) right = x + 1
    }
  }
  if (pixels <= allowed) return undefined
  const png = await sharp(shown, {raw: {width, height, channels: 3}})
    .png({compressionLevel: 6})
    .toBuffer()
  return {pixels, top, bottom, left, right, png, width, height}
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

/** The offset of a pixel; -1 beyond the edge. */
function at({width, height}: Raster, x: number, y: number): number {
  return x < width && y < height ? (y * width + x) * 3 : -1
}

function differsAt(before: Raster, after: Raster, x: number, y: number, channel: number): boolean {
  const a = at(before, x, y)
  const b = at(after, x, y)
  if (a < 0 || b < 0) return true
  for (let offset = 0; offset < 3; offset++) {
    const [one = 0, other = 0] = [before.data[a + offset], after.data[b + offset]]
    if (Math.abs(one - other) > channel) return true
  }
  return false
}

function paint(shown: Buffer, to: number, from: number | undefined, data: Uint8Array): void {
  for (let offset = 0; offset < 3; offset++) {
    const pale = from === undefined ? 0 : 191 + ((data[from + offset] ?? 0) >> 2)
    shown[to + offset] = from === undefined ? (offset === 0 ? 200 : 0) : pale
  }
}
