import {fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {Blob, Face} from 'harfbuzzjs'
import subsetFont from 'subset-font'
import {afterAll, expect, test} from 'vitest'
import {cut} from '../../pipeline/io/font-cutter.cjs'
import {fontFile, subsetFonts} from '../../pipeline/io/fonts.ts'
import {packageRoot} from '../../pipeline/io/publication.ts'
import {faces, fontPackages} from '../../pipeline/render/faces.ts'

const cacheDir = mkdtempSync(join(tmpdir(), 'galley-fonts-'))
afterAll(() => rmSync(cacheDir, {recursive: true}))

const request = {
  path: 'assets/sans-400-korean.0123.woff2',
  source: '@fontsource/noto-sans-kr/files/noto-sans-kr-korean-400-normal.woff2',
  characters: '가나다',
}

test('a font is cut to its characters, kept, and mended when the cache is damaged', async () => {
  const [font] = await subsetFonts([request], cacheDir)
  const bytes = font?.content
  expect(font).toMatchObject({path: request.path, mediaType: 'font/woff2'})
  expect(bytes?.length).toBeGreaterThan(300)
  expect(bytes?.length).toBeLessThan(4000)
  const [again] = await subsetFonts([request], cacheDir)
  expect(again?.content).toEqual(bytes)

  const files = readdirSync(cacheDir, {recursive: true, withFileTypes: true}).filter((entry) =>
    entry.isFile(),
  )
  expect(files.length).toBeGreaterThan(0)
  for (const {parentPath, name} of files) writeFileSync(join(parentPath, name), 'damaged')
  const [mended] = await subsetFonts([request], cacheDir)
  expect(mended?.content).toEqual(bytes)
})

test('a font is the same where there is no packer for the machine, but for its packing', async () => {
  const order = {file: fontFile(request.source), characters: request.characters}
  const [packed, other] = [await cut(order), await cut(order, null)]
  expect(other.equals(packed)).toBe(false)
  const plain = (font: Buffer) => subsetFont(font, request.characters, {targetFormat: 'sfnt'})
  const characters = charactersOf(await plain(packed))
  expect(charactersOf(await plain(other))).toEqual(characters)
  expect(characters).toEqual(expect.arrayContaining(Array.from(request.characters)))
})

test('a font of whatever format is cut to WOFF2', async () => {
  const {characters} = request
  const full = readFileSync(fontFile(request.source))
  for (const targetFormat of ['sfnt', 'woff'] as const) {
    const file = join(cacheDir, `plain.${targetFormat}`)
    writeFileSync(file, await subsetFont(full, characters, {targetFormat}))
    const font = await cut({file, characters: '가나'})
    expect(font.subarray(0, 4).toString()).toBe('wOF2')
    expect(charactersOf(await subsetFont(font, '가나', {targetFormat: 'sfnt'}))).toEqual(
      expect.arrayContaining(['가', '나']),
    )
  }
})

test('what is no font is said to be none', async () => {
  const broken = {...request, path: 'broken.woff2', source: '@fontsource/noto-sans-kr/package.json'}
  await expect(subsetFonts([broken, request], cacheDir)).rejects.toMatchObject({
    code: 'font-failed',
    message: expect.stringContaining(broken.source),
  })
})

function charactersOf(font: Uint8Array): readonly string[] {
  const points = new Face(new Blob(Uint8Array.from(font).buffer)).collectUnicodes()
  return Array.from(points, (point) => String.fromCodePoint(point))
}

const everyCharacter = Array.from({length: 0x1_0000}, (_, point) => String.fromCodePoint(point))

test('every file of every face is there, and has the characters it is said to have', async () => {
  for (const coverage of new Set(faces.map((face) => face.coverage))) {
    for (const [part, inside] of Object.entries(coverage)) {
      const covered = new RegExp(`^[${inside}]$`, 'u')
      const characters = everyCharacter.filter((character) => covered.test(character)).join('')
      expect(characters).not.toBe('')
      for (const face of faces.filter((one) => one.coverage === coverage)) {
        const full = readFileSync(fontFile(face.source(part)))
        const has = new Set(
          charactersOf(await subsetFont(full, characters, {targetFormat: 'sfnt'})),
        )
        expect([
          face.source(part),
          ...Array.from(characters).filter((one) => !has.has(one)),
        ]).toEqual([face.source(part)])
      }
    }
  }
})

test.each(Array.from('·…“”‘’–—₩×㎞°%()[]「」『』《》〈〉→←△▲※美北韓'))(
  'ordinary Korean copy can be set: %s',
  (character) => {
    const korean = faces.filter((face) => face.family !== 'Galley Serif')
    for (const {coverage, name} of korean) {
      const parts = Object.entries(coverage).filter(([, inside]) =>
        new RegExp(`[${inside}]`, 'u').test(character),
      )
      expect([name, parts.length]).toEqual([name, 1])
    }
  },
)

test('the versions in the names of the files are those of the packages', () => {
  const require = createRequire(import.meta.url)
  for (const [name, version] of Object.entries(fontPackages)) {
    const {version: installed} = JSON.parse(
      readFileSync(require.resolve(`${name}/package.json`), 'utf8'),
    )
    expect(installed).toBe(version)
  }
})

test('says nothing where who asked for a font has ended meanwhile', async () => {
  const child = fork(join(packageRoot, 'pipeline/io/font-cutter.cjs'), {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  child.send({file: fontFile(request.source), characters: '가나다'}, () => child.disconnect())
  const said = child.stderr === null ? undefined : text(child.stderr)
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(await said).toBe('')
})
