import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {translationChecks} from '../../pipeline/check/checks.ts'
import type {CatalogFiles} from '../../pipeline/model/catalog.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import {assemble} from '../../pipeline/translate/assemble.ts'
import {correct} from '../../pipeline/translate/correct.ts'
import {locate} from '../../pipeline/translate/locate.ts'
import {syncArticle} from '../../pipeline/translate/sync.ts'
import {makeArticle} from './make-article.ts'

const article = makeArticle('The soldiers were sent to Russia.\n\nThey came back from Seoul.')
const policy = {
  state: {},
  missing: {},
  stale: {},
  block: [],
  together: false,
  tolerance: {channel: 0, pixels: 0},
  waivers: [],
}
const empty = syncArticle(article, ['ko'], []).files
const keys = Object.keys(JSON.parse(korean(empty).texts ?? '') as object)
const [, first = '', second = ''] = keys

function korean(files: readonly CatalogFiles[]): CatalogFiles {
  const found = files.find(({locale}) => locale === 'ko')
  if (found === undefined) throw new Error('no Korean files')
  return found
}

/** The locale files with these two paragraphs, in whatever way the JSON is written. */
function stored(one: string, two: string): readonly CatalogFiles[] {
  const texts = JSON.stringify({[keys[0] ?? '']: '제목', [first]: one, [second]: two}, null, 4)
  const files = [...empty.filter(({locale}) => locale === 'en'), {...korean(empty), texts}]
  return files
}

/** The files as a sync leaves them. */
function saved(files: readonly CatalogFiles[]): readonly CatalogFiles[] {
  const written = syncArticle(article, ['ko'], files).files
  return files.map((file) => written.find(({locale}) => locale === file.locale) ?? file)
}

function findings(files: readonly CatalogFiles[]): readonly Finding[] {
  const {segments, catalogs} = syncArticle(article, ['ko'], files)
  return catalogs
    .map((catalog) => assemble(article, segments, catalog, policy))
    .flatMap((edition) =>
      translationChecks.flatMap((check) => check.judge(edition, {terms: [], originals: 'any'})),
    )
}

function all(files: readonly CatalogFiles[]): readonly CatalogFiles[] {
  const next = correct(files, findings(files))
  const isDone = next.every(({texts}, index) => texts === files[index]?.texts)
  return isDone ? files : all(next)
}

describe('corrections', () => {
  test('change the stretches they are about and no other byte', () => {
    const before =
      korean(stored('번역를 "했다\\"\n서울으로 \u{1f600} 갔다.', '그대로다.')).texts ?? ''
    const escaped = before.replace('😀', String.raw`\ud83d\ude00`)
    const files = stored('', '').map((one) =>
      one.locale === 'ko' ? {...one, texts: escaped} : one,
    )
    expect(korean(all(files)).texts).toBe(
      escaped.replace('번역를', '번역을').replace('서울으로', '서울로'),
    )
  })

  test('point at the very place in the file', () => {
    const files = stored('앞\n"말" 서울으로 갔다.', '그대로다.')
    const [finding] = locate(
      findings(files).filter(({check}) => check === 'translation/particles'),
      files,
      [],
    )
    const {line = 0, column = 0} = finding?.place ?? {}
    const text = (korean(files).texts ?? '').split('\n')[line - 1] ?? ''
    expect(text.slice(column - 1)).toMatch(/^서울으로/u)
  })

  test.each([
    ['a draft stays a draft', 'draft', {state: 'draft', stale: false}],
    ['what is reviewed stays reviewed', 'reviewed', {state: 'reviewed', stale: false}],
  ])('%s', (_, state, expected) => {
    const synced = saved(stored('번역를 했다.', '그대로다.'))
    const drafted = synced.map((one) => ({
      ...one,
      units: one.units?.replaceAll('"state": "translated"', `"state": "${state}"`),
    }))
    const fixed = all(drafted)
    const [, unit] = syncArticle(article, ['ko'], fixed).catalogs[0]?.units ?? []
    expect(unit).toMatchObject({target: '번역을 했다.', ...expected})
    expect(syncArticle(article, ['ko'], fixed).files).toEqual([])
  })

  test('a text nobody has synced yet is still the translator’s news', () => {
    const synced = saved(stored('번역', '그대로다.'))
    const edited = synced.map((one) => ({...one, texts: one.texts?.replace('"번역"', '"번역를"')}))
    const fixed = all(edited)
    expect(korean(fixed).units).toBe(korean(edited).units)
    expect(syncArticle(article, ['ko'], fixed).catalogs[0]?.units[1]).toMatchObject({
      target: '번역을',
      state: 'translated',
      origin: 'person',
    })
  })

  test('a file with a fault is left alone', () => {
    const files = stored('번역를', '그대로다.')
    const broken = files.map((one) => ({...one, texts: one.texts?.replace('}', ',}')}))
    expect(correct(broken, findings(files))).toEqual(broken)
  })

  test('come to an end, and what is corrected is not found again', () => {
    const pieces = fc.constantFrom(
      '번역',
      '를',
      '을',
      ' ',
      '서울',
      '으로',
      '**',
      '*',
      'API',
      '`a`',
      '\u200b',
      '！',
      '\\*',
      '&amp;',
      '(',
      '“',
      '한글',
      '\n',
      '[가](/a)',
    )
    const text = fc.array(pieces, {minLength: 1, maxLength: 14}).map((some) => some.join(''))
    fc.assert(
      fc.property(text, text, (one, two) => {
        const files = stored(one, two)
        const now = all(files)
        expect(findings(now).filter(({fix}) => fix !== undefined)).toEqual([])
      }),
      {numRuns: 40},
    )
  })
})
