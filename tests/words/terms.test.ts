import {describe, expect, it} from 'vitest'
import type {Term, TermForms} from '../../pipeline/model/term.ts'
import {termFinder} from '../../pipeline/words/terms.ts'

const none: TermForms = {preferred: [], allowed: [], forbidden: [], note: undefined}

function term(id: string, forms: Readonly<Record<string, Partial<TermForms>>>): Term {
  return {
    id,
    kind: 'term',
    note: undefined,
    forms: Object.fromEntries(Object.entries(forms).map(([tag, own]) => [tag, {...none, ...own}])),
    line: 1,
    column: 1,
  }
}

const terms: readonly Term[] = [
  term('north-korea', {
    en: {preferred: ['North Korea']},
    ko: {preferred: ['북한'], forbidden: ['북조선', '북괴']},
  }),
  term('korea', {en: {preferred: ['Korea']}, ko: {preferred: ['한국']}}),
  term('defector', {
    en: {preferred: ['defector']},
    ko: {preferred: ['탈북민'], forbidden: ['탈북자']},
  }),
  term('polish', {en: {preferred: ['Polish']}, ko: {preferred: ['폴란드의']}}),
  term('envoy', {
    en: {preferred: ['deputy ambassador to the U.N.']},
    ko: {preferred: ['주유엔 차석대사']},
  }),
  term('deputy', {en: {preferred: ['deputy']}}),
  term('spokesman', {en: {preferred: ['spokesman']}, ko: {preferred: ['대변인']}}),
  term('church', {en: {preferred: ['church']}}),
  term('zelenskyy', {ko: {preferred: ['볼로디미르 젤렌스키'], allowed: ['젤렌스키']}}),
  term('youtube', {en: {preferred: ['YouTube'], forbidden: ['Youtube']}}),
  term('cannon-fodder', {en: {preferred: ['cannon fodder']}, ko: {preferred: ['총알받이']}}),
  term('kursk', {ko: {preferred: ['쿠르스크']}}),
  term('peoples', {en: {preferred: ["People's Army"]}}),
]

const find = {en: termFinder(terms, 'en'), ko: termFinder(terms, 'ko-KR')}

/** What is found, as `form@index`, with `~` where it is only part of a word. */
function found(locale: 'en' | 'ko', prose: string): readonly string[] {
  return find[locale](prose).map(
    ({form, index, whole, rank}) =>
      `${rank === 'forbidden' ? '!' : ''}${form}@${index}${whole ? '' : '~'}`,
  )
}

describe('a term is found', () => {
  const cases: readonly (readonly ['en' | 'ko', string, readonly string[]])[] = [
    // English: plurals, possessives, capitals, the longest form.
    ['en', 'North Korea and Korea', ['North Korea@0', 'Korea@16']],
    ['en', 'NORTH KOREA’s word', ['North Korea@0']],
    ['en', 'north korea', []],
    ['en', 'North\nKorea', ['North Korea@0']],
    ['en', 'North Korean troops', ['North Korea@0~']],
    ['en', 'Two defectors’ words; the defector’s', ['defector@4', 'defector@26']],
    ['en', 'Defectors', ['defector@0']],
    ['en', 'They polish Polish shoes', ['Polish@12']],
    ['en', 'Deputies met', ['deputy@0']],
    ['en', 'deputy ambassadors to the U.N. met', ['deputy ambassador to the U.N.@0']],
    ['en', 'Spokesmen', ['spokesman@0']],
    ['en', 'churches', ['church@0']],
    ['en', 'On YouTube', ['YouTube@3']],
    ['en', 'On Youtube', ['!Youtube@3']],
    ['en', 'cannon-fodder', ['cannon fodder@0']],
    ['en', 'the People’s Army', ["People's Army@4"]],
    // Korean: particles, the copula, compounds, spaces left out.
    ['ko', '북한은 북한이 북한을', ['북한@0', '북한@4', '북한@8']],
    ['ko', '북한에서는', ['북한@0']],
    ['ko', '북한으로부터의', ['북한@0']],
    ['ko', '북한이었다', ['북한@0']],
    ['ko', '쿠르스크였다', ['쿠르스크@0']],
    ['ko', '북한이라는 나라', ['북한@0']],
    ['ko', '북한군', ['북한@0~']],
    ['ko', '대북한', ['북한@1~']],
    ['ko', '탈북자들이', ['!탈북자@0']],
    ['ko', '탈북민들에게도', ['탈북민@0']],
    ['ko', '북조선과', ['!북조선@0']],
    ['ko', '주유엔차석대사로', ['주유엔 차석대사@0']],
    ['ko', '볼로디미르 젤렌스키는 젤렌스키를', ['볼로디미르 젤렌스키@0', '젤렌스키@12']],
    ['ko', '“북한”을', ['북한@1']],
    ['ko', '한국(북한)', ['한국@0', '북한@3']],
    ['ko', '아무것도', []],
  ]
  it.each(cases)('in %s: %s', (locale, prose, expected) => {
    expect(found(locale, prose)).toEqual(expected)
  })
})

it('a gloss in brackets behind a name is told', () => {
  const glosses = (prose: string) => find.ko(prose).map(({gloss}) => gloss)
  expect(glosses('볼로디미르 젤렌스키(Volodymyr Zelenskyy)는 말했다')).toEqual([
    'Volodymyr Zelenskyy',
  ])
  expect(glosses('쿠르스크는 (러시아에 있다)')).toEqual(['러시아에 있다'])
  expect(glosses('쿠르스크.')).toEqual([undefined])
})

it('a language without rules of its own has its forms found as they are written', () => {
  const german = termFinder([term('korea', {de: {preferred: ['Nordkorea']}})], 'de')
  expect(german('Nordkorea, Nordkoreas').map(({whole}) => whole)).toEqual([true, false])
})

it('a form of signs means just these signs', () => {
  const odd = termFinder([term('c', {en: {preferred: ['C++ (11)', '$x^.*']}})], 'en')
  expect(odd('C++ (11), not Cxx; $x^.*').map(({form}) => form)).toEqual(['C++ (11)', '$x^.*'])
})
