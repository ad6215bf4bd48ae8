import {readFileSync, readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {translationChecks} from '../../../pipeline/check/checks.ts'
import {consistency} from '../../../pipeline/check/translation/consistency.ts'
import {otherwiseElsewhere, sentencesOf} from '../../../pipeline/check/translation/elsewhere.ts'
import {facts} from '../../translate/make-article.ts'
import {parseMarkdown} from '../../../pipeline/markdown/parse.ts'
import type {State, Unit} from '../../../pipeline/model/catalog.ts'
import type {Correction} from '../../../pipeline/model/article.ts'
import type {Finding} from '../../../pipeline/model/finding.ts'
import type {Edition} from '../../../pipeline/model/edition.ts'
import type {Term} from '../../../pipeline/model/term.ts'
import type {Originals} from '../../../pipeline/model/verdict.ts'
import type {SegmentKind} from '../../../pipeline/model/segment.ts'

interface Case {
  /** `own` as the edition's language has them, where that is not in the article's words. */
  readonly corrections?: readonly (Correction & {
    readonly own?: Pick<Correction, 'wrong' | 'right'>
  })[]
  readonly source: string
  readonly target: string | null
  /** Keys of the messages it must give, in order. */
  readonly expect?: readonly string[]
  readonly locale?: string
  readonly sourceLocale?: string
  readonly kind?: SegmentKind
  readonly state?: State
  readonly previousSource?: string
  /** Other units of the article, before this one. */
  readonly others?: readonly {readonly source: string; readonly target: string}[]
  /** Units of another article, before this one. */
  readonly earlier?: readonly {
    readonly source: string
    readonly target: string
    readonly kind?: SegmentKind
    readonly previousSource?: string
  }[]
  readonly originals?: Originals
  /** What the first finding points at. */
  readonly at?: string
  /** The text after all corrections that are certain. */
  readonly fixed?: string
}

const folder = new URL('../../fixtures/check/translation/', import.meta.url)

const own = (preferred: string, allowed: string[] = [], forbidden: string[] = []) => ({
  preferred: [preferred],
  allowed,
  forbidden,
  note: undefined,
})
const entry = {note: undefined, line: 1, column: 1}
const termbase: readonly Term[] = [
  {
    ...entry,
    id: 'defector',
    kind: 'term',
    forms: {en: own('defector'), ko: {...own('탈북민', [], ['탈북자'])}},
  },
  {
    ...entry,
    id: 'north-korea',
    kind: 'place',
    forms: {en: own('North Korea'), ko: own('북한')},
  },
  {
    ...entry,
    id: 'zelenskyy',
    kind: 'person',
    forms: {en: own('Volodymyr Zelenskyy'), ko: own('볼로디미르 젤렌스키', ['젤렌스키'])},
  },
]

function cases(id: string, name: 'pass' | 'fail'): readonly Case[] {
  return JSON.parse(readFileSync(new URL(`${id}/${name}.json`, folder), 'utf8')) as Case[]
}

function edition(
  unit: Unit,
  locale: string,
  corrections: Case['corrections'] = [],
  others: readonly Unit[] = [],
): Edition {
  return {
    slug: 'story',
    locale,
    sourceLocale: 'en',
    headline: {text: 'x', locale},
    standfirst: undefined,
    byline: [],
    dateline: undefined,
    published: undefined,
    updated: undefined,
    facts,
    corrections: corrections.map(({own: said, ...source}) => ({
      date: source.date,
      wrong: {text: said?.wrong ?? source.wrong, locale: said ? locale : 'en'},
      right: {text: said?.right ?? source.right, locale: said ? locale : 'en'},
      source,
    })),
    body: parseMarkdown('[ref]: /ref\n\n[^1]: note'),
    progress: {
      units: 1,
      translated: 1,
      reviewed: 0,
      drafts: 0,
      untranslated: 0,
      stale: 0,
      wordsLeft: 0,
      words: 1,
    },
    units: [...others, unit],
  }
}

function unitOf({source, target, kind, state, previousSource}: Case): Unit {
  return {
    key: 'paragraph-1',
    kind: kind ?? 'paragraph',
    source,
    target: target ?? undefined,
    state: state ?? (target === null ? 'untranslated' : 'translated'),
    stale: previousSource !== undefined,
    previousSource,
    origin: undefined,
    note: undefined,
  }
}

/** The case with its certain corrections made, one after the other, until there are none. */
function corrected(judge: (one: Case) => readonly Finding[], one: Case): Case {
  const fix = judge(one).find((finding) => finding.fix !== undefined)?.fix
  if (fix === undefined || one.target === null) return one
  const target = one.target.slice(0, fix.start) + fix.text + one.target.slice(fix.end)
  return corrected(judge, {...one, target})
}

it('every check has its fixtures', () => {
  const ids = translationChecks.map(({id}) => id.replace('translation/', ''))
  expect(readdirSync(folder).toSorted()).toEqual(ids.toSorted())
})

describe.each(translationChecks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const judge = (one: Case) => {
    const others = (one.others ?? []).map((other, index) => ({
      ...unitOf(other),
      key: `other-${index}`,
    }))
    const judged = {
      ...edition(unitOf(one), one.locale ?? 'ko', one.corrections, others),
      sourceLocale: one.sourceLocale ?? 'en',
    }
    const {originals = 'any', earlier = []} = one
    const before = earlier.map(unitOf).map((unit) => ({...edition(unit, 'ko'), slug: 'earlier'}))
    const together = otherwiseElsewhere(
      [...before, judged].map((other) => ({...other, sentences: sentencesOf(other)})),
    )
    return [
      ...check.judge(judged, {terms: termbase, originals}),
      ...(check === consistency ? (together.at(-1) ?? []) : []),
    ]
  }

  it.each(cases(id.replace('translation/', ''), 'pass'))('lets pass $target', (one) => {
    expect(judge(one)).toEqual([])
  })

  it.each(cases(id.replace('translation/', ''), 'fail'))('finds the fault in $target', (one) => {
    const findings = judge(one)
    expect(findings.map(({message}) => message.key)).toEqual(one.expect)
    for (const finding of findings) {
      expect(finding).toMatchObject({
        check: id,
        outcome: 'failed',
        locale: one.locale ?? 'ko',
        article: 'story',
        place: {file: `locales/${one.locale ?? 'ko'}/story.json`, unit: 'paragraph-1'},
      })
    }
    const within = findings[0]?.place.within
    if (one.at !== undefined) expect(one.target?.slice(within?.start, within?.end)).toBe(one.at)
    if (one.fixed !== undefined) expect(corrected(judge, one).target).toBe(one.fixed)
  })

  it('comes to its end over words that nobody writes', () => {
    const many = ['지', '“', 'a', '다. ', '않'].map((one) => one.repeat(2000))
    const long = [...many, '가'.repeat(20_000)].join(' ')
    expect(judge({source: long, target: long}).length).toBeLessThan(10)
  })

  it.each(['.', '「'])(
    'reads 100,000 times %s in time that grows with it',
    (mark) => {
      const target = `Ships sail. ${mark.repeat(100_000)} x`
      const given = {source: '배가 떠난다.', target, locale: 'en', sourceLocale: 'ko'}
      expect(judge(given).length).toBeLessThan(10)
    },
    10_000,
  )

  it('has nothing to say of a source edition', () => {
    const source = {...edition(unitOf({source: 'x', target: null}), 'en'), units: []}
    expect(check.judge(source, {terms: termbase, originals: 'any'})).toEqual([])
  })
})
