import {readFileSync, readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {translationChecks} from '../../../pipeline/check/checks.ts'
import {facts} from '../../translate/make-article.ts'
import {parseMarkdown} from '../../../pipeline/markdown/parse.ts'
import type {State, Unit} from '../../../pipeline/model/catalog.ts'
import type {Correction} from '../../../pipeline/model/article.ts'
import type {Edition} from '../../../pipeline/model/edition.ts'
import type {SegmentKind} from '../../../pipeline/model/segment.ts'

interface Case {
  readonly corrections?: readonly Correction[]
  readonly source: string
  readonly target: string | null
  /** Keys of the messages it must give, in order. */
  readonly expect?: readonly string[]
  readonly locale?: string
  readonly kind?: SegmentKind
  readonly state?: State
  readonly previousSource?: string
}

const folder = new URL('../../fixtures/check/translation/', import.meta.url)

function cases(id: string, name: 'pass' | 'fail'): readonly Case[] {
  return JSON.parse(readFileSync(new URL(`${id}/${name}.json`, folder), 'utf8')) as Case[]
}

function edition(unit: Unit, locale: string, corrections: readonly Correction[] = []): Edition {
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
    corrections: corrections.map((source) => ({
      date: source.date,
      wrong: {text: source.wrong, locale},
      right: {text: source.right, locale},
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
    units: [unit],
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

it('every check has its fixtures', () => {
  const ids = translationChecks.map(({id}) => id.replace('translation/', ''))
  expect(readdirSync(folder).toSorted()).toEqual(ids.toSorted())
})

describe.each(translationChecks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const judge = (one: Case) =>
    check.judge(edition(unitOf(one), one.locale ?? 'ko', one.corrections), {terms: []})

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
        locale: 'ko',
        article: 'story',
        place: {file: 'locales/ko/story.json', unit: 'paragraph-1'},
      })
    }
  })

  it('has nothing to say of a source edition', () => {
    const source = {...edition(unitOf({source: 'x', target: null}), 'en'), units: []}
    expect(check.judge(source, {terms: []})).toEqual([])
  })
})
