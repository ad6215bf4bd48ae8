import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {main} from '../../pipeline/cli.ts'
import {PipelineError} from '../../pipeline/model/error.ts'
import {formats} from '../../pipeline/translate/exchange/formats.ts'

const article = `---
headline: The **storm**
published: 2026-11-24
---

A [report](https://a.example) says so.

It came at \`night\`.
`

let root = ''
let said = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'galley-verbs-'))
  said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  await put(
    'publication.json',
    '{"url": "https://a.example/", "source": "en", "locales": ["en", "ko"]}',
  )
  await put('articles/storm/article.md', article)
  await put(
    'articles/other/article.md',
    '---\nheadline: Other\npublished: 2026-11-24\n---\n\nWords.\n',
  )
  await galley('sync')
  const texts = JSON.parse(await read('locales/ko/storm.json')) as Record<string, string>
  const [headline = '', first = ''] = Object.keys(texts)
  await put(
    'locales/ko/storm.json',
    JSON.stringify(
      {...texts, [headline]: '**폭풍**', [first]: '[보고](https://a.example)에 따르면 그렇다.'},
      null,
      2,
    ),
  )
  await galley('sync')
  said = ''
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(root, {recursive: true, force: true})
})

const galley = (...words: string[]) => main([...words, '--publication', root])
const read = (path: string) => readFile(join(root, path), 'utf8')
async function put(path: string, text: string): Promise<void> {
  await mkdir(join(root, path, '..'), {recursive: true})
  await writeFile(join(root, path), text)
}
async function refusal(...words: string[]): Promise<unknown> {
  const error: unknown = await galley(...words).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(PipelineError)
  return error
}

describe.each(formats.map(({name, endings}) => [name, endings[0] ?? ''] as const))(
  '%s',
  (name, ending) => {
    test('goes out and comes back without a change', async () => {
      const file = join(root, `storm${ending}`)
      expect(await galley('export', 'storm', '--format', name, '--out', file)).toBe(0)
      const before = [
        await read('locales/ko/storm.json'),
        await read('locales/ko/storm.units.json'),
      ]
      said = ''
      expect(await galley('import', file, '--json')).toBe(0)
      expect(JSON.parse(said)).toMatchObject({written: [], findings: []})
      expect([
        await read('locales/ko/storm.json'),
        await read('locales/ko/storm.units.json'),
      ]).toEqual(before)
    })

    test('of one article goes to the terminal', async () => {
      expect(await galley('export', 'storm', '--format', name)).toBe(0)
      expect(said).toContain('폭풍')
      const fault = formats.find((format) => format.name === name)?.read(said).fault
      expect(fault).toBeUndefined()
    })
  },
)

test('a translator’s file brings its texts, and says what became of each', async () => {
  const file = join(root, 'storm.xlf')
  await galley('export', 'storm', '--format', 'xliff12', '--out', file)
  const sent = await read('storm.xlf')
  const target =
    '<target xml:lang="ko" state="translated"><ph id="1">`night`</ph>이었다. *별*</target>'
  await put('storm.xlf', sent.replace(/(`night`<\/ph>\.<\/source>)/u, `$1${target}`))
  said = ''
  expect(await galley('import', file, '--dry-run')).toBe(0)
  expect(await read('locales/ko/storm.json')).not.toContain('이었다')
  expect(await galley('import', file)).toBe(0)
  expect(said).toContain('     1  translated')
  expect(said).toContain('     2  are as they were exported')
  expect(await read('locales/ko/storm.json')).toContain('`night`이었다. \\\\*별\\\\*')
  said = ''
  await galley('sync', '--json')
  expect(JSON.parse(said)).toEqual({written: [], findings: []})
})

test('a translation that is newer than the export stays, and the other is kept', async () => {
  const file = join(root, 'storm.po')
  await galley('export', 'storm', '--format', 'po', '--out', file)
  await put('storm.po', (await read('storm.po')).replace('**폭풍**', '**태풍**'))
  await put(
    'locales/ko/storm.json',
    (await read('locales/ko/storm.json')).replace('**폭풍**', '**비바람**'),
  )
  said = ''
  expect(await galley('import', file)).toBe(0)
  expect(said).toContain('has been translated here since the export')
  expect(await read('locales/ko/storm.json')).toContain('**비바람**')
  expect(await read('locales/ko/storm.units.json')).toContain('**태풍**')
})

test('a source that has changed since makes its translation stale', async () => {
  const file = join(root, 'storm.po')
  await galley('export', 'storm', '--format', 'po', '--out', file)
  await put('storm.po', (await read('storm.po')).replace('그렇다', '그러하다'))
  await put('articles/storm/article.md', article.replace('says so', 'says so today'))
  said = ''
  expect(await galley('import', file, '--json')).toBe(0)
  expect(said).toContain('import/source-changed')
  expect(await read('locales/ko/storm.json')).toContain('그러하다')
  const {units} = JSON.parse(await read('locales/ko/storm.units.json')) as {
    readonly units: Readonly<Record<string, Readonly<Record<string, string>>>>
  }
  const previous = Object.values(units).flatMap(({previousSource}) => previousSource ?? [])
  expect(previous).toEqual(['A [report](https://a.example) says so.'])
})

test('a memory fills what has no translation, as drafts', async () => {
  const file = join(root, 'memory.tmx')
  await galley('export', '--format', 'tmx', '--out', file)
  await put('articles/storm-again/article.md', article)
  said = ''
  expect(await galley('import', file, '--json')).toBe(0)
  expect(await read('locales/ko/storm-again.json')).toContain('**폭풍**')
  expect(await read('locales/ko/storm-again.units.json')).toContain('"state": "draft"')
})

test('every article goes into a folder, and a file in work is not overwritten', async () => {
  const folder = join(root, 'sent')
  expect(await galley('export', '--format', 'xliff21', '--out', folder)).toBe(0)
  expect(existsSync(join(folder, 'storm.ko.xlf'))).toBe(true)
  expect(existsSync(join(folder, 'other.ko.xlf'))).toBe(true)
  expect(await galley('export', '--format', 'xliff21', '--out', folder)).toBe(0)
  await put('sent/other.ko.xlf', 'somebody’s work')
  expect(await refusal('export', '--format', 'xliff21', '--out', folder)).toMatchObject({
    code: 'would-overwrite',
  })
  expect(await read('sent/other.ko.xlf')).toBe('somebody’s work')
})

test.each([
  [['export', 'storm'], 'Say which format.'],
  [['export', 'storm', '--format', 'docx'], 'There is no format "docx".'],
  [['export', 'nothing', '--format', 'po'], 'There is no article "nothing".'],
  [['export', '--format', 'po'], 'Say where the files go.'],
  [
    ['export', 'storm', '--format', 'po', '--locale', 'ja'],
    'The article is not translated into "ja" here.',
  ],
])('galley %j is refused', async (words, message) => {
  expect(await refusal(...words)).toMatchObject({code: 'usage', message})
})

test.each([
  ['a.po', 'msgid "', 'import/file'],
  ['a.xlf', '<!DOCTYPE a [<!ENTITY b "c">]><xliff version="1.2"/>', 'import/file'],
  ['a.xlf', Buffer.from([0xb0, 0xa1]), 'import/file'],
  ['a.po', 'msgid ""\nmsgstr "Language: ko\\n"\n', 'import/unknown-article'],
  ['a.po', 'msgid ""\nmsgstr "Language: ja\\nX-Galley-Article: storm\\n"\n', 'import/locale'],
])('%s %# is refused with a finding, and nothing is written', async (name, content, check) => {
  await writeFile(join(root, name), content)
  expect(await galley('import', join(root, name), '--json')).toBe(1)
  expect(JSON.parse(said)).toMatchObject({written: [], findings: [{check}]})
})
