import {mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import {expect, test} from 'vitest'
import {openCache} from '../../pipeline/io/cache.ts'
import {compact, packRaster, rasterOf, shownPictures} from '../../pipeline/io/pictures.ts'

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

test('what was masked is hatched in what is shown, and the bytes that are compared stay', async () => {
  const store = openCache(await mkdtemp(join(tmpdir(), 'galley-pictures-')))
  const sha256 = await store.putBytes(plain)
  const picture = {label: 'current', sha256, ...size} as const
  expect((await shownPictures([picture], store)).get(sha256)).toEqual(plain)

  const area = {x: 20, y: 0, w: 20, h: 30}
  const shown = (await shownPictures([{...picture, masked: [area]}], store)).get(sha256)
  const raster = await rasterOf(shown!)
  const row = (from: number) => raster.data.slice(from * 3, (from + 20) * 3)
  expect(row(0)).toEqual(Buffer.from(data.slice(0, 60)))
  // White and grey, one beside the other.
  expect(Math.max(...row(20))).toBe(255)
  expect(Math.min(...row(20))).toBeLessThan(130)
  expect(await store.getBytes(sha256)).toEqual(plain)

  expect((await shownPictures([{...picture, sha256: '0'.repeat(64)}], store)).size).toBe(0)
})
