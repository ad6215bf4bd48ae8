import {describe, expect, it, test} from 'vitest'
import {readTermbase} from '../../../pipeline/translate/termbase.ts'
import {termFormats} from '../../../pipeline/translate/terms/formats.ts'
import {mergeTerms} from '../../../pipeline/translate/terms/merge.ts'
import {writeTerms} from '../../../pipeline/translate/terms/write-terms.ts'

const here = `[
  {"id": "seoul",   "en": "Seoul", "ko": "서울"},
  {
    "id": "defector",
    "ko": {
      "preferred": ["탈북민"],
      "forbidden": "탈북자", "note": "탈북민."
    },
    "en": "defector"
  }
]
`

/** The termbase after a CSV came in, and what was said. */
function after(csv: string, {text = here, wins = false} = {}) {
  const [, format] = termFormats
  const {terms} = readTermbase({path: 'locales/terms.json', text})
  const merged = mergeTerms(terms, format?.read(csv).terms ?? [], {locales: ['en', 'ko'], wins})
  const now = writeTerms(text, terms, merged.terms)
  expect(readTermbase({path: 'locales/terms.json', text: now}).findings).toEqual([])
  const said = merged.problems.map(({variant}) => variant)
  return {now, said, outcomes: [...merged.outcomes.values()]}
}

const [seoul = ''] = /\{"id": "seoul".*\}/u.exec(here) ?? []

describe('order and white space of the file stay', () => {
  test.each([
    [
      'a new term',
      'id,kind,en,ko\nbusan,place,Busan,부산',
      '    "en": "defector"\n  }\n',
      '    "en": "defector"\n  },\n  {"id": "busan", "kind": "place", "en": "Busan", "ko": "부산"}\n',
    ],
    [
      'a new form beside one',
      'id,ko\nseoul,서울 | 서울시',
      '"ko": "서울"}',
      '"ko": ["서울", "서울시"]}',
    ],
    [
      'another rank',
      'id,ko,ko allowed\nseoul,서울,한양',
      '"ko": "서울"}',
      '"ko": {"preferred": "서울", "allowed": "한양"}}',
    ],
    ['a form in a list', 'id,ko\ndefector,탈북민 | 새터민', '["탈북민"]', '["탈북민", "새터민"]'],
    [
      'a forbidden one',
      'id,ko forbidden\ndefector,탈북자 | 새터민',
      '"탈북자"',
      '["탈북자", "새터민"]',
    ],
    [
      'a language',
      'id,en,fr\ndefector,defector,transfuge',
      '"en": "defector"\n',
      '"en": "defector",\n    "fr": "transfuge"\n',
    ],
    [
      'Indonesian',
      'id,en,id preferred\nseoul,Seoul,Seoul',
      '"서울"}',
      '"서울", "forms": {"id": "Seoul"}}',
    ],
    [
      'a kind and a note',
      'id,kind,note,en\nseoul,place,수도,Seoul',
      '"서울"}',
      '"서울", "kind": "place", "note": "수도"}',
    ],
    [
      'the country beside the language',
      'id,ko-KR\nseoul,서울 | 서울시',
      '"서울"}',
      '["서울", "서울시"]}',
    ],
    ['no id, known by its source', 'en,ko\nSeoul,서울 | 서울시', '"서울"}', '["서울", "서울시"]}'],
    [
      'no id',
      'en,ko\nKim Jong Un,김정은',
      '"defector"\n  }\n',
      '"defector"\n  },\n  {"id": "kim-jong-un", "en": "Kim Jong Un", "ko": "김정은"}\n',
    ],
  ])('%s', (_, csv, old, now) => {
    expect(after(csv)).toMatchObject({now: here.replace(old, now), said: []})
    expect(after(csv, {text: here.replaceAll('\n', '\r\n')}).now).toBe(
      here.replace(old, now).replaceAll('\n', '\r\n'),
    )
  })

  it('an empty list gets its first terms', () => {
    const now = '[\n  {"id": "a", "en": "x"},\n  {"id": "b", "en": "y"}\n]\n'
    expect(after('id,en\na,x\nb,y', {text: '[]\n'}).now).toBe(now)
  })
})

describe('what disagrees is said, and both stay', () => {
  test.each([
    ['preferred', 'id,en,ko\nseoul,Seoul,한성', '"ko": "서울"}', '"ko": ["서울", "한성"]}'],
    ['rank', 'id,ko,ko forbidden\ndefector,탈북자,탈북민', '', ''],
    [
      'note-conflict',
      'id,ko,ko note\ndefector,탈북민,새 메모',
      '"note": "탈북민."',
      '"note": "탈북민.\\n새 메모"',
    ],
    [
      'other-concept',
      'id,en,ko\nseoul,soul,영혼',
      '"defector"\n  }\n',
      '"defector"\n  },\n  {"id": "seoul-2", "en": "soul", "ko": "영혼"}\n',
    ],
  ])('%s', (variant, csv, old, now) => {
    const first = after(csv)
    expect(first.now).toBe(here.replace(old, now))
    expect(new Set(first.said)).toEqual(new Set([variant]))
    expect(after(csv, {text: first.now}).now).toBe(first.now)
  })

  it('a kind', () => {
    const text = '[{"id": "a", "kind": "person", "en": "x"}]'
    expect(after('id,kind,en\na,place,x', {text})).toMatchObject({
      now: text,
      said: ['kind-conflict'],
    })
  })
})

describe('with --force the file wins', () => {
  test.each([
    [
      'a rank',
      'id,ko,ko forbidden\nseoul,한성,서울',
      seoul,
      '{"id": "seoul",   "en": "Seoul", "ko": {"preferred": "한성", "forbidden": "서울"}}',
    ],
    ['a note', 'id,ko,ko note\ndefector,탈북민,새 메모', '"note": "탈북민."', '"note": "새 메모"'],
    [
      'a move between lists',
      'id,ko,ko forbidden\ndefector,탈북자,',
      '["탈북민"],\n      "forbidden": "탈북자"',
      '["탈북민","탈북자"],\n      "forbidden": []',
    ],
  ])('%s', (_, csv, old, now) => {
    const {now: text, said} = after(csv, {wins: true})
    expect(JSON.parse(text)).toEqual(JSON.parse(here.replace(old, now)))
    expect(said).toEqual([])
  })
})
