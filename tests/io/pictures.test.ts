import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {compact, comparePictures} from '../../pipeline/io/pictures.ts'

const [width, height] = [40, 30]
const exact = {channel: 0, pixels: 0}

/** A grey picture, with some pixels of another shade. */
function picture(
  size: {width: number; height: number},
  shades: readonly [number, number, number][],
) {
  const data = Buffer.alloc(size.width * size.height * 3, 128)
  for (const [x, y, shade] of shades)
    data.fill(shade, (y * size.width + x) * 3, (y * size.width + x) * 3 + 3)
  return sharp(data, {raw: {...size, channels: 3}})
    .png()
    .toBuffer()
}

const plain = await picture({width, height}, [])

describe('two pictures', () => {
  test('that are equal do not differ, however they are packed', async () => {
    expect(await comparePictures(plain, await compact(plain), exact)).toBeUndefined()
  })

  test('differ by one pixel by one', async () => {
    const other = await picture({width, height}, [[7, 9, 129]])
    const found = await comparePictures(plain, other, exact)
    expect(found).toMatchObject({pixels: 1, left: 7, right: 8, top: 9, bottom: 10, width, height})
    const {width: wide, height: high} = await sharp(found?.png).metadata()
    expect([wide, high]).toEqual([width, height])
  })

  test.each([
    ['a channel within tolerance', {channel: 1, pixels: 0}, false],
    ['a channel beyond it', {channel: 0, pixels: 0}, true],
    ['as many pixels as are allowed', {channel: 0, pixels: 2}, false],
    ['one more', {channel: 0, pixels: 1}, true],
  ])('%s', async (_, tolerance, differs) => {
    const other = await picture({width, height}, [
      [1, 1, 129],
      [2, 2, 127],
    ])
    const found = await comparePictures(plain, other, tolerance)
    expect(found !== undefined).toBe(differs)
  })

  test('of different sizes differ in what one lacks', async () => {
    const taller = await picture({width, height: height + 5}, [])
    for (const pair of [
      [plain, taller],
      [taller, plain],
    ] as const) {
      const found = await comparePictures(...pair, exact)
      expect(found).toMatchObject({pixels: 5 * width, top: height, bottom: height + 5})
    }
  })

  test('of which one is damaged cannot be compared', async () => {
    await expect(comparePictures(plain, plain.subarray(0, 60), exact)).rejects.toThrow()
  })
})
