import {describe, expect, test} from 'vitest'
import {auditChecks} from '../../pipeline/check/audit-checks.ts'
import type {BrowserCheck} from '../../pipeline/check/check.ts'
import type {Made} from '../../pipeline/check/evidence.ts'
import {openJudging} from '../../pipeline/check/judging.ts'
import {forgetful} from '../../pipeline/model/memory.ts'
import type {Capture} from '../../pipeline/model/tab.ts'
import {page} from './document/fixture.ts'

const views = (['light', 'dark'] as const).map((scheme) => ({
  name: `phone-${scheme}`,
  width: 375,
  height: 800,
  scheme,
}))

const paths = ['a.html', 'b.html', 'c.html']

const made: Made = {
  config: {
    url: 'https://paper.example/',
    locales: [],
    views,
    policy: {waivers: []},
  } as unknown as Made['config'],
  terms: [],
  editions: [],
  memory: forgetful,
  renditions: paths.map((path) =>
    page(
      path,
      `<title>Same</title><h1>Same</h1><p>${path}</p><a href="gone-${path}">Read</a><a href="a.html#gone">More</a>`,
    ),
  ),
}

/** Says something of each page, and once all are seen how many there were. */
const counts: BrowserCheck = {
  id: 'browser/counts',
  criteria: [],
  every: 'view',
  probe: () => Promise.resolve(null),
  judge: (evidence, seen) => [
    {
      check: 'browser/counts',
      outcome: 'failed',
      severity: 'warning',
      message: {key: 'browser/counts', values: {evidence: JSON.stringify(evidence)}},
      place: {file: seen.page, view: seen.view.name},
      locale: undefined,
      article: undefined,
      criteria: [],
      engines: [],
    },
  ],
}
const last: BrowserCheck = {
  ...counts,
  id: 'browser/last',
  conclude: (found, evidence) =>
    found.slice(0, 1).map((one) => ({
      ...one,
      message: {key: 'browser/last', values: {found: found.length, seen: evidence.length}},
    })),
}

const kind: BrowserCheck = {
  ...counts,
  id: 'browser/kind',
  every: 'template',
  judge: (evidence, seen) =>
    counts
      .judge(evidence, seen)
      .map((one) => ({...one, check: 'browser/kind', message: {key: 'browser/kind', values: {}}})),
}

const checks = {translation: [], document: auditChecks.document, browser: [counts, kind, last]}

function capturesOf(path: string): readonly Capture[] {
  return views.map((view) => ({
    page: path,
    view,
    evidence: {'browser/counts': path, 'browser/kind': path, 'browser/last': path},
    failures: {},
  }))
}

function judged(order: readonly string[], about: Partial<Made> = {}) {
  const judging = openJudging(checks, {...made, ...about}, () => undefined)
  for (const path of order) judging.see(path, capturesOf(path))
  return judging.conclude()
}

describe('judging page by page', () => {
  test('comes to the same whichever page is seen first', () => {
    expect(judged(paths.toReversed())).toEqual(judged(paths))
  })

  test('says once what is said of several pages together', () => {
    const named = judged(paths).findings.filter(({check}) => check === 'document/page-names')
    expect(named.map(({pages = []}) => pages.length)).toEqual([3])
  })

  test('says once what several views show, and lets a check have the last word', () => {
    const {findings, checked} = judged(paths)
    const ofCounts = findings.filter(({check}) => check === 'browser/counts')
    expect(ofCounts.filter(({message}) => message.key === 'browser/counts')).toHaveLength(3)
    expect(findings.find(({message}) => message.key === 'browser/last')?.message.values).toEqual({
      found: 6,
      seen: 6,
    })
    expect(checked['browser/counts']).toBe(6)
  })

  test('asks the first of the pages that somebody named what a kind of page is asked once', () => {
    const some = ['b.html', 'c.html']
    const asked = new Set(some)
    const {findings, checked} = judged(some, {asked, only: asked})
    expect(checked['browser/kind']).toBe(1)
    const kinds = findings.filter(({message}) => message.key === 'browser/kind')
    expect(kinds.map(({place}) => place.file)).toEqual(['b.html'])
    // Nor are they held against the others, which are there to be led to.
    const named = findings.find(({check}) => check === 'document/page-names')
    expect(named?.pages?.map(({file}) => file)).toEqual(some)
    const links = findings.filter(({check}) => check === 'document/links')
    expect(links.map(({message}) => message.values['href'])).toEqual([
      'gone-b.html',
      'a.html#gone',
      'gone-c.html',
      'a.html#gone',
    ])
  })

  test('names the line of an element in an audit, where the page is what people edit', () => {
    const somewhere: BrowserCheck = {
      ...counts,
      judge: (evidence, seen) =>
        counts
          .judge(evidence, seen)
          .map((one) => ({...one, place: {...one.place, selector: 'html > body > h1'}})),
    }
    const linesOf = (about: Partial<Made>) => {
      const judging = openJudging(
        {...checks, browser: [somewhere]},
        {...made, ...about},
        () => undefined,
      )
      judging.see('a.html', capturesOf('a.html'))
      const {findings} = judging.conclude()
      return findings.flatMap(({check, place}) =>
        check === 'browser/counts' && place.selector ? [[place.line, place.column]] : [],
      )
    }
    expect(linesOf({isAudit: true})).toEqual([[1, expect.any(Number)]])
    expect(linesOf({})).toEqual([[undefined, undefined]])
  })

  test('cannot tell of a page that was never seen', () => {
    const {findings} = judged(['a.html', 'c.html'])
    const unseen = findings.filter(({check}) => check === 'browser/capture')
    expect(unseen.map(({place, outcome}) => [place.file, outcome])).toEqual([
      ['b.html', 'cantTell'],
    ])
  })
})
