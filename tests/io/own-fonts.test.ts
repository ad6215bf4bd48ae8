import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {parseConfig} from '../../pipeline/io/config.ts'
import {fontFile, subsetFonts} from '../../pipeline/io/fonts.ts'
import {findFonts} from '../../pipeline/io/own-fonts.ts'
import {typeset} from '../../pipeline/render/fonts.ts'

const thai = readFileSync(
  new URL('../fixtures/fonts/noto-serif-thai-thai-400-normal.woff2', import.meta.url),
)
const root = mkdtempSync(join(tmpdir(), 'galley-own-fonts-'))
afterAll(() => rmSync(root, {recursive: true}))
const put = (path: string, content: Uint8Array | string) => {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), content)
}
put('fonts/Thai.woff2', thai)
put('fonts/notes.woff2', 'These are notes about fonts.')
put('node_modules/@paper/thai/package.json', '{"name": "@paper/thai"}')
put('node_modules/@paper/thai/files/thai.woff2', thai)

const none: ReadonlySet<string> = new Set()

/** What is named for Thai, each on a line of its own. */
const named = (...files: readonly string[]) =>
  parseConfig(
    [
      '{"url": "https://a.example/", "source": "en", "locales": ["en", "th"],',
      '"fonts": {"th": {"serif": [',
      files.map((file) => JSON.stringify({file})).join(',\n'),
      ']}}}',
    ].join('\n'),
    'publication.json',
  ).fonts ?? []

test('a font is a file of the publication, or of a package that is installed there', () => {
  const found = findFonts(root, named('fonts/Thai.woff2', '@paper/thai/files/thai.woff2'))
  expect(found).toMatchObject([
    {locale: 'th', role: 'serif', weight: '400', path: join(root, 'fonts/Thai.woff2')},
    {locale: 'th', path: join(root, 'node_modules/@paper/thai/files/thai.woff2')},
  ])
  expect(found[0]?.sha256).toBe(found[1]?.sha256)
})

describe('a font that pages cannot be set in is refused, with the line that names it', () => {
  test.each([
    ['fonts/Tahi.woff2', '"fonts/Tahi.woff2" is not there'],
    ['fonts/notes.woff2', '"fonts/notes.woff2" is no font'],
    ['fonts', 'neither below fonts/ of the publication nor in a package'],
    ['../other/fonts/Thai.woff2', 'neither below fonts/'],
    ['fonts/../publication.json', 'neither below fonts/'],
    ['/etc/passwd', 'neither below fonts/'],
    ['C:\\fonts\\Thai.woff2', 'neither below fonts/'],
    ['@paper/thia/files/thai.woff2', 'no package that is installed has'],
    ['@paper/thai/files/thai-bold.woff2', 'no package that is installed has'],
    ['@paper/thai/package.json', 'is no font'],
  ])('%s', (file, said) => {
    expect(() => findFonts(root, named('fonts/Thai.woff2', file))).toThrow(said)
    expect(() => findFonts(root, named('fonts/Thai.woff2', file))).toThrow('publication.json:4:9')
  })
})

test('a font for a language that nothing is published in is refused', () => {
  const text =
    '{"url": "https://a.example/", "source": "en", "locales": ["en"],\n"fonts": {"th": {"serif": [{"file": "fonts/a.woff2"}]}}}'
  expect(() => parseConfig(text, 'p')).toThrow('p:2:17: the fonts are for "th"')
})

test('a font that is damaged inside is named when it is cut', async () => {
  put(
    'fonts/damaged.woff2',
    thai.map((byte, at) => (at < 60 ? byte : 7)),
  )
  const [font] = findFonts(root, named('fonts/damaged.woff2'))
  const source = font?.path ?? ''
  expect(fontFile(source)).toBe(source)
  await expect(
    subsetFonts([{path: 'a.woff2', source, characters: 'ก'}], join(root, 'cache')),
  ).rejects.toMatchObject({code: 'font-failed', advice: expect.stringContaining('damaged')})
})

test('a font that is damaged inside is told with the line that names it', async () => {
  const fonts = findFonts(root, named('fonts/damaged.woff2'))
  const {requests} = typeset(
    {text: new Set('ก'), strong: none, furniture: none, italic: false},
    '',
    fonts,
  )
  const own = requests.filter(({source}) => source === fonts[0]?.path)
  await expect(subsetFonts(own, join(root, 'cache'))).rejects.toMatchObject({
    code: 'font-failed',
    message: expect.stringMatching(
      /^publication\.json:3:9: the font "fonts\/damaged\.woff2" could/,
    ),
    advice: expect.stringContaining('damaged'),
  })
})
