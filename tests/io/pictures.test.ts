import sharp from 'sharp'
import {expect, test} from 'vitest'
import {compact, packRaster, rasterOf} from '../../pipeline/io/pictures.ts'

const size = {width: 40, height: 30}
const data = Uint8Array.from({length: size.width * size.height * 3}, (_, at) => (at * 7) % 256)
const plain = await sharp(data, {raw: {...size, channels: 3}})
  .png()
  .toBuffer()

test('a picture has the same pixels, however it is packed', async () => {
  const raster = await rasterOf(plain)
  expect(raster).toMatchObject(size)
  for (const packed of [await compact(plain), await packRaster(raster)]) {
    expect(Buffer.compare((await rasterOf(packed)).data, data)).toBe(0)
  }
})

test('a damaged picture has no pixels', async () => {
  await expect(rasterOf(plain.subarray(0, 60))).rejects.toThrow()
})
