import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {crc32, deflateSync} from 'node:zlib'
import sharp from 'sharp'
import {afterAll, describe, expect, test} from 'vitest'
import {developImages} from '../../pipeline/io/images.ts'
import type {ImageRequest} from '../../pipeline/model/image.ts'
import {unreadBinary} from '../../pipeline/model/unread.ts'

const folder = mkdtempSync(join(tmpdir(), 'galley-images-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

let asked = 0
/** Asks for one file, with an empty cache. */
const develop = (name: string, bytes: Uint8Array, want: Partial<ImageRequest> = {}) =>
  developImages([request(name, bytes, want)], join(folder, String(asked++)))

const request = (name: string, bytes: Uint8Array, want: Partial<ImageRequest>): ImageRequest => ({
  path: 'assets/x.1.jpg',
  source: {path: `articles/one/${name}`, bytes},
  format: 'jpeg',
  width: 100,
  ...want,
})

/** A picture whose left half is red and whose right half is blue, taken lying down, with a place. */
const half = {create: {width: 200, height: 200, channels: 3, background: 'red'}} as const
const photo = await sharp({create: {width: 400, height: 200, channels: 3, background: 'blue'}})
  .composite([{input: half, left: 0, top: 0}])
  .withExif({IFD3: {GPSLatitude: '37/1 33/1 0/1', GPSLatitudeRef: 'N'}})
  .withMetadata({orientation: 6})
  .jpeg()
  .toBuffer()
const png = await sharp(half).png().toBuffer()
const frames = [png, await sharp(png).negate().png().toBuffer()]
const moving = (format: 'gif' | 'webp') =>
  sharp(frames, {join: {animated: true}})
    .toFormat(format)
    .toBuffer()
const movingWebp = await moving('webp')
const drawing = (inside: string) =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`,
  )

describe('an image is', () => {
  test('upright, smaller, and says nothing of camera and place', async () => {
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    const {renditions, findings} = await develop('a.jpg', photo)
    expect(findings).toEqual([])
    const made = await sharp(Buffer.from(renditions[0]?.content ?? '')).metadata()
    expect(made).toMatchObject({format: 'jpeg', width: 100, height: 200})
    expect(made.exif ?? made.xmp ?? made.iptc ?? made.orientation).toBeUndefined()
  })

  test('still moving, where it is a GIF', async () => {
    const {renditions, findings} = await develop('a.gif', await moving('gif'), {format: 'gif'})
    expect(findings).toEqual([])
    const made = await sharp(Buffer.from(renditions[0]?.content ?? '')).metadata()
    expect(made).toMatchObject({format: 'gif', pages: 2})
  })

  test('never enlarged', async () => {
    const {renditions} = await develop('a.png', png, {format: 'webp', width: 900})
    const made = await sharp(Buffer.from(renditions[0]?.content ?? '')).metadata()
    expect(made).toMatchObject({format: 'webp', width: 200, height: 200})
  })

  test.each(['avif', 'webp', 'png', 'jpeg'] as const)(
    'the same bytes each time: %s',
    async (format) => {
      const [one, two] = [
        await develop('a.jpg', photo, {format}),
        await develop('a.jpg', photo, {format}),
      ]
      expect(one.renditions[0]?.content).toEqual(two.renditions[0]?.content)
    },
  )

  test('made once: the second run takes it from the cache', async () => {
    const cache = join(folder, 'kept')
    const wanted = [request('a.jpg', photo, {format: 'avif'})]
    const first = await developImages(wanted, cache)
    const damaged = [{...wanted[0], source: {path: 'articles/one/a.jpg', bytes: new Uint8Array(9)}}]
    expect(await developImages(damaged as ImageRequest[], cache)).toEqual(first)
  })
})

describe('refused, with what is wrong', () => {
  const chunk = (name: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(20_000, 0)
  header.writeUInt32BE(20_000, 4)
  header[8] = 1
  const bomb = Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(20_000 * 2_501))),
    chunk('IEND', Buffer.alloc(0)),
  ])

  test('but not a still PNG for what its comment says', async () => {
    const comment = chunk('tEXt', Buffer.from('Comment\0no acTL here'))
    const told = Buffer.concat([png.subarray(0, 33), comment, png.subarray(33)])
    expect((await develop('a.png', told)).findings).toEqual([])
  })

  const control = Buffer.alloc(8)
  control.writeUInt32BE(2)
  const movingPng = Buffer.concat([png.subarray(0, 33), chunk('acTL', control), png.subarray(33)])

  test.each([
    ['a picture that unpacks to 400 million pixels', 'a.png', bomb, 'too-large'],
    ['one that ends in the middle', 'a.jpg', photo.subarray(0, photo.length / 2), 'damaged'],
    ['a PNG that is called a JPEG', 'a.jpg', png, 'wrong-type'],
    ['a drawing that is called a PNG', 'a.png', drawing('<script/>'), 'wrong-type'],
    [
      'a page that is called a JPEG',
      'a.jpg',
      new TextEncoder().encode('<!doctype html>'),
      'damaged',
    ],
    ['a WebP that moves', 'a.webp', movingWebp, 'animated'],
    ['a PNG that moves', 'a.png', movingPng, 'animated'],
    ['nothing at all', 'a.webp', new Uint8Array(), 'damaged'],
    ['one that may not be read', 'a.webp', unreadBinary, 'unreadable'],
  ])('%s', async (_, name, bytes, kind) => {
    const {renditions, findings} = await develop(name, bytes)
    expect(renditions).toEqual([])
    expect(findings).toMatchObject([
      {
        check: `image/${kind}`,
        severity: 'error',
        article: 'one',
        place: {file: `articles/one/${name}`},
      },
    ])
  })

  test.each([
    ['a script', '<script>alert(1)</script>'],
    [
      'a script in another namespace',
      '<s:script xmlns:s="http://www.w3.org/2000/svg">a</s:script>',
    ],
    ['a handler', '<rect onload="alert(1)"/>'],
    ['a link', '<a href="javascript:alert(1)"><rect/></a>'],
    ['a page within', '<foreignObject><p/></foreignObject>'],
    ['a file from elsewhere', '<image href="https://evil.example/x.png"/>'],
    [
      'an old link',
      '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="//evil.example/x.svg#a"/>',
    ],
    ['a style that fetches', '<style>@import "https://evil.example/x.css";</style>'],
    ['a style that hides that it fetches', '<style>*{fill:u\\72l(//evil.example)}</style>'],
    ['an attribute that fetches', '<rect fill="url(https://evil.example/x.svg#a)"/>'],
    ['an animation of a link', '<a><animate attributeName="href" to="javascript:alert(1)"/></a>'],
  ])('a drawing with %s', async (_, inside) => {
    const {renditions, findings} = await develop('a.svg', drawing(inside), {format: 'svg'})
    expect(renditions).toEqual([])
    expect(findings).toMatchObject([{check: 'image/active'}])
  })

  test('a drawing with entities, and one that is no XML', async () => {
    const laughs = new TextEncoder().encode('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>')
    expect((await develop('a.svg', laughs, {format: 'svg'})).findings[0]?.check).toBe(
      'image/active',
    )
    const torn = new TextEncoder().encode('<svg><g></svg>')
    expect((await develop('a.svg', torn, {format: 'svg'})).findings[0]?.check).toBe('image/damaged')
  })

  test('a drawing that only draws passes as it is', async () => {
    const bytes = drawing('<style>.a{fill:url(#g)}</style><linearGradient id="g"/><use href="#g"/>')
    const {renditions, findings} = await develop('a.svg', bytes, {format: 'svg'})
    expect(findings).toEqual([])
    expect(renditions).toMatchObject([{mediaType: 'image/svg+xml', content: bytes}])
  })
})
