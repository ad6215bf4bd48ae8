import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {readTermbase} from '../../pipeline/translate/termbase.ts'
import {speaker} from '../../pipeline/words/speaker.ts'

const read = (text: string) => readTermbase({path: 'locales/terms.json', text})

const words = Object.fromEntries(
  ['en', 'ko'].map((tag) => {
    const file = new URL(`../../locales/${tag}/findings.json`, import.meta.url)
    return [tag, {findings: JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>}]
  }),
)

it('this publication’s own termbase is read', () => {
  const file = new URL('../../locales/terms.json', import.meta.url)
  const {terms, findings} = read(readFileSync(file, 'utf8'))
  expect(findings).toEqual([])
  expect(terms.length).toBeGreaterThan(20)
})

it('a form alone is the preferred one; the rest may be told in full', () => {
  const {terms, findings} = read(`[
  {"id": "seoul", "kind": "place", "en": "Seoul", "ko": ["서울", "서울시"], "note": "capital"},
  {"id": "defector", "en": "defector",
   "ko": {"preferred": "탈북민", "allowed": ["북한이탈주민"], "forbidden": "탈북자", "note": "법률에서는 북한이탈주민."},
   "forms": {"id": "pembelot"}}
]`)
  expect(findings).toEqual([])
  const nothing = {allowed: [], forbidden: [], note: undefined}
  expect(terms).toEqual([
    {
      id: 'seoul',
      kind: 'place',
      note: 'capital',
      line: 2,
      column: 3,
      forms: {
        en: {preferred: ['Seoul'], ...nothing},
        ko: {preferred: ['서울', '서울시'], ...nothing},
      },
    },
    {
      id: 'defector',
      kind: 'term',
      note: undefined,
      line: 3,
      column: 3,
      forms: {
        en: {preferred: ['defector'], ...nothing},
        ko: {
          preferred: ['탈북민'],
          allowed: ['북한이탈주민'],
          forbidden: ['탈북자'],
          note: '법률에서는 북한이탈주민.',
        },
        id: {preferred: ['pembelot'], ...nothing},
      },
    },
  ])
})

it('there need be no termbase', () => {
  expect(readTermbase(undefined)).toEqual({terms: [], findings: []})
})

const faulty: readonly (readonly [text: string, variant: string, line: number, column: number])[] =
  [
    ['{}', 'list', 1, 1],
    ['[\n  "x"]', 'term', 2, 3],
    ['[{"en": "Seoul"}]', 'no-id', 1, 2],
    ['[{"id": "", "en": "Seoul"}]', 'text', 1, 9],
    ['[{"id": "a", "kind": "river", "en": "Han"}]', 'kind', 1, 2],
    ['[{"id": "a"}]', 'no-forms', 1, 2],
    ['[{"id": "a", "prefered": "x", "en": "y"}]', 'locale', 1, 14],
    ['[{"id": "a", "en": {"prefered": "x", "allowed": "z"}}]', 'key', 1, 21],
    ['[{"id": "a", "en": 7}]', 'form', 1, 20],
    ['[{"id": "a", "en": ["x", " "]}]', 'form', 1, 26],
    ['[{"id": "a", "en": {}}]', 'no-forms', 1, 20],
    ['[{"id": "a", "en": {"preferred": "x", "forbidden": ["x"]}}]', 'contradiction', 1, 20],
    ['[{"id": "a", "en": "x", "forms": {"en": "y"}}]', 'locale-twice', 1, 35],
    ['[{"id": "a", "en": "x"}, {"id": "a", "en": "y"}]', 'duplicate', 1, 26],
    ['[{"id": "a", "en": "x", "en": "y"}]', 'file-duplicate', 1, 25],
    ['[{"id": "a", "__proto__": "x"}]', 'file-forbidden', 1, 14],
    ['[{"id": "a" "en": "x"}]', 'file-syntax', 1, 13],
    ['<<<<<<< ours\n[]', 'file-conflict', 1, 1],
    ['[[[[[[[[[[]]]]]]]]]]', 'file-deep', 1, 9],
  ]

describe('what is wrong is said with its place, in both languages', () => {
  it.each(faulty)('%s', (text, variant, line, column) => {
    const {findings} = read(text)
    expect(findings).toMatchObject([
      {
        check: 'translation/termbase',
        severity: 'error',
        message: {key: `translation/termbase/${variant}`},
        place: {file: 'locales/terms.json', line, column},
      },
    ])
    for (const {message} of findings) {
      for (const tag of ['en', 'ko']) {
        for (const key of [message.key, `${message.key}.advice`]) {
          const said = speaker(words, tag, tag).say('findings', key, message.values)
          expect(said).not.toMatch(/\{\{\w|\[\[을|^\[/)
        }
      }
    }
  })

  it('and the other terms are read', () => {
    const {terms} = read('[{"id": "a", "en": 7}, {"id": "b", "en": "x"}]')
    expect(terms.map(({id}) => id)).toEqual(['b'])
  })
})
