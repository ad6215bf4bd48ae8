import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {speaker} from '../../pipeline/words/speaker.ts'
import {desk, publicationJson} from './desk.ts'

const termsJson = `[
  {"id": "seoul", "kind": "place", "en": "Seoul", "ko": "서울"},
  {"id": "defector", "en": "defector", "ko": {"preferred": "탈북민", "forbidden": "탈북자"}}
]
`
const path = 'locales/terms.json'
const files = {'publication.json': publicationJson(), [path]: termsJson}

describe.each(['tbx', 'csv'])('%s', (name) => {
  test('goes out, told by the file’s name, and comes back without a change', async () => {
    const {root, read, galley} = desk(files)
    const out = join(root, `terms.${name}`)
    expect(await galley('export', '--out', out, '--json')).toMatchObject({exit: 0})
    const {exit, said} = await galley('import', out, '--json')
    expect(exit).toBe(0)
    expect(JSON.parse(said)).toEqual({
      counts: {new: 0, extended: 0, same: 2, absent: 0},
      written: [],
      findings: [],
    })
    expect(read(path)).toBe(termsJson)
  })

  test('fills a publication that has no termbase', async () => {
    const {root, galley} = desk(files)
    const out = join(root, `terms.${name}`)
    await galley('export', '--format', name, '--out', out)
    const other = desk({'publication.json': publicationJson()})
    expect(await other.galley('import', out, '--dry-run')).toMatchObject({exit: 0})
    expect(existsSync(join(other.root, path))).toBe(false)
    const {exit, said} = await other.galley('import', out)
    expect(exit).toBe(0)
    expect(said).toContain('2  new')
    expect(other.read(path)).toBe(termsJson)
  })

  test('to the terminal; a file that is there is not overwritten', async () => {
    const {root, write, galley} = desk(files)
    expect((await galley('export', '--format', name)).said).toContain('탈북민')
    write(`mine.${name}`, 'x')
    const again = galley('export', '--format', name, '--out', join(root, `mine.${name}`))
    await expect(again).rejects.toMatchObject({code: 'would-overwrite'})
  })

  test('belongs to no article', async () => {
    const {galley} = desk(files)
    await expect(galley('export', 'story', '--format', name)).rejects.toMatchObject({code: 'usage'})
  })

  test('a termbase with a fault is neither written nor written to', async () => {
    const faulty = '[{"id": "a", "en": 7}]'
    const {root, read, write, galley} = desk({...files, [path]: faulty})
    const out = join(root, `terms.${name}`)
    expect((await galley('export', '--out', out)).exit).toBe(1)
    expect(existsSync(out)).toBe(false)
    write(`in.${name}`, 'id,en\nb,x')
    expect((await galley('import', join(root, `in.${name}`))).exit).toBe(1)
    expect(read(path)).toBe(faulty)
  })
})

test('rows that cannot be read are said with their place; the others come in', async () => {
  const {root, read, write, galley} = desk(files)
  write(
    'in.csv',
    'id,kind,en,ko,xx-nope-x\nbusan,river,Busan,부산,\nbad,,,,\nlong,,a,b,c,d\nseoul,,Seoul,한성\n',
  )
  const {exit, said} = await galley('import', join(root, 'in.csv'), '--json')
  expect(exit).toBe(1)
  const {findings} = JSON.parse(said) as {
    findings: readonly {message: {key: string; values: Record<string, string>}; place: object}[]
  }
  expect(findings.map(({message, place}) => [message.key, place])).toMatchObject([
    ['import/terms/language', {line: 1, column: 15}],
    ['import/terms/kind', {line: 2, column: 7}],
    ['import/terms/no-forms', {line: 3, column: 1}],
    ['import/terms/long-row', {line: 4, column: 13}],
    ['import/terms/preferred', {line: 5}],
  ])
  expect(read(path)).toContain('{"id": "busan", "en": "Busan", "ko": "부산"}')
  expect(read(path)).toContain('"ko": ["서울", "한성"]')
})

test.each([
  ['in.tbx', '<!DOCTYPE tbx [<!ENTITY a "b">]><tbx/>', 'import/file/doctype'],
  ['in.csv', 'id,en\na,"b', 'import/file/syntax'],
  ['in.csv', 'a;b', 'import/file/shape'],
])('%s that is %j is refused', async (name, text, key) => {
  const {root, read, write, galley} = desk(files)
  write(name, text)
  const {exit, said} = await galley('import', join(root, name), '--json')
  expect(exit).toBe(1)
  expect(JSON.parse(said)).toMatchObject({written: [], findings: [{message: {key}}]})
  expect(read(path)).toBe(termsJson)
})

test('what XML cannot hold is said at export', async () => {
  const {galley, root} = desk({...files, [path]: '[{"id": "a", "en": "x\\u0001y"}]'})
  const {exit, said} = await galley('export', '--out', join(root, 'a.tbx'), '--json')
  expect(exit).toBe(0)
  expect(JSON.parse(said)).toMatchObject({
    findings: [
      {
        severity: 'warning',
        message: {key: 'translation/termbase/characters'},
        place: {line: 1, column: 2},
      },
    ],
  })
})

test('every finding is worded in both languages', () => {
  const keys = [
    'kind',
    'kind-conflict',
    'language',
    'left-out',
    'long-row',
    'no-forms',
    'note-conflict',
    'other-concept',
    'preferred',
    'rank',
    'status',
  ]
  const values = {
    id: 'a',
    kind: 'b',
    here: 'c',
    there: 'd',
    tag: 'ko',
    names: 'e',
    other: 'f',
    form: 'g',
    status: 'h',
  }
  for (const tag of ['en', 'ko']) {
    const file = new URL(`../../locales/${tag}/findings.json`, import.meta.url)
    const findings = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    const words = speaker({[tag]: {findings}}, tag, tag)
    for (const key of keys.flatMap((one) => [`import/terms/${one}`, `import/terms/${one}.advice`]))
      expect(words.say('findings', key, values)).not.toMatch(/\{\{|\[\[|^import/u)
  }
})
