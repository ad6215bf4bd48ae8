import sharp from 'sharp'
import type {Raster} from '../model/hands.ts'
import type {TakenPicture} from '../model/tab.ts'

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
