import {describe, expect, test} from 'vitest'
import type {BrowserCheck, DocumentCheck, TranslationCheck} from '../../pipeline/check/check.ts'
import type {Checks, Evidence} from '../../pipeline/check/evidence.ts'
import {judge, judgeBy} from '../../pipeline/check/judge.ts'
import type {Filed} from '../../pipeline/model/brief.ts'
import type {Edition} from '../../pipeline/model/edition.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import {forgetful} from '../../pipeline/model/memory.ts'
import type {Capture, Json} from '../../pipeline/model/tab.ts'
import type {View} from '../../pipeline/model/view.ts'
import {page} from './document/fixture.ts'

const view = (name: string, width: number): View => ({
  name,
  width,
  height: 800,
  scheme: name.endsWith('dark') ? 'dark' : 'light',
})
const views = [view('phone-light', 375), view('phone-dark', 375), view('desktop-light', 1280)]

const edition = {slug: 'story', locale: 'en'} as Edition

const path = 'en/story/index.html'

function capture(seen: View, evidence: Readonly<Record<string, Json>>, failures = {}): Capture {
  return {page: path, view: seen, evidence, failures}
}

const config = {
  url: 'https://paper.example/',
  locales: [{tag: 'en', direction: 'ltr', autonym: 'English'}],
  views,
  policy: {waivers: []},
} as unknown as Evidence['config']

const complete: Evidence = {
  config,
  terms: [],
  editions: [{brief: edition as unknown as Filed['brief'], from: edition, edition: () => edition}],
  memory: forgetful,
  renditions: [page(path, '<!doctype html><html lang="en"><title>t</title>')],
  captures: views.map((one) => capture(one, {'browser/width': one.width, 'browser/once': 1})),
}

function finding(values: Finding['message']['values'], seen: string): Finding {
  return {
    check: 'browser/width',
    outcome: 'failed',
    severity: 'warning',
    message: {key: 'browser/width', values},
    place: {file: path, view: seen},
    locale: 'en',
    article: 'story',
    criteria: [],
    engines: [],
  }
}

const width: BrowserCheck = {
  id: 'browser/width',
  criteria: ['1.4.10'],
  every: 'view',
  probe: () => Promise.reject(new Error('not here')),
  judge: (evidence, {view: {name}}) => [finding({width: Number(evidence)}, name)],
}
const once: BrowserCheck = {...width, id: 'browser/once', every: 'viewport', judge: () => []}
const words: TranslationCheck = {id: 'translation/words', criteria: [], judge: () => []}
const markup: DocumentCheck = {id: 'document/markup', criteria: [], judge: () => []}

const checks: Checks = {translation: [words], document: [markup], browser: [width, once]}

const broken = (): never => {
  throw new TypeError('cannot read properties of undefined')
}

function said({findings}: {readonly findings: readonly Finding[]}): readonly string[] {
  return findings.map(
    ({check, outcome, severity, message, place}) =>
      `${check} ${outcome} ${severity} ${message.key} ${place.view ?? '-'} ${[message.values.reason, message.values.views].filter(Boolean).join(' in ')}`,
  )
}

describe('judge', () => {
  test('counts what really ran, and says once what several views show', () => {
    const judged = judgeBy(checks, complete)
    expect(judged.checked).toEqual({
      'translation/words': 1,
      'document/markup': 1,
      'browser/width': 3,
      'browser/once': 2,
    })
    expect(said(judged)).toEqual([
      'browser/width failed warning browser/width phone-light phone-light, phone-dark',
      'browser/width failed warning browser/width desktop-light ',
    ])
  })

  test('gathers the pictures of what is said once, each with its view', () => {
    const shown: BrowserCheck = {
      ...width,
      judge: (_, {view: {name}}) => [
        {
          ...finding({view: name}, name),
          pictures: [{label: 'current', sha256: `of ${name}`, width: 1, height: 1}],
        },
      ],
    }
    const {findings} = judgeBy({...checks, browser: [shown]}, complete)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.message.values['view']).toBe('phone-light, phone-dark, desktop-light')
    expect(findings[0]?.pictures?.map(({sha256, view: seen}) => [sha256, seen])).toEqual([
      ['of phone-light', 'phone-light'],
      ['of phone-dark', 'phone-dark'],
      ['of desktop-light', 'desktop-light'],
    ])
  })

  test.each([
    [
      'a translation check',
      {...checks, translation: [{...words, judge: broken}]},
      'translation/words',
    ],
    ['a document check', {...checks, document: [{...markup, judge: broken}]}, 'document/markup'],
    ['a browser check', {...checks, browser: [{...once, judge: broken}]}, 'browser/once'],
  ])('cannot tell where %s threw, and the others go on', (_, list, id) => {
    const judged = judgeBy(list, complete)
    expect(said(judged)).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^${id} cantTell error check/could-not-run .*cannot read properties of undefined`,
        ),
      ),
    )
    expect(Object.hasOwn(judged.checked, id)).toBe(false)
    expect(Object.keys(judged.checked).length).toBeGreaterThan(0)
  })

  test('cannot tell where a probe failed or left no evidence', () => {
    const [first, second, third] = complete.captures
    const judged = judgeBy(checks, {
      ...complete,
      captures: [
        {...first!, failures: {'browser/width': 'the page did not answer within 60 s'}},
        {...second!, evidence: {}},
        third!,
      ],
    })
    expect(said(judged)).toEqual([
      'browser/width cantTell error check/could-not-run phone-light the page did not answer within 60 s',
      'browser/width cantTell error check/could-not-run phone-dark no evidence was gathered',
      'browser/width failed warning browser/width desktop-light ',
    ])
    expect(judged.checked['browser/width']).toBe(1)
  })

  test('reads no evidence off a prototype', () => {
    const inherited: BrowserCheck = {...width, id: 'constructor'}
    const judged = judgeBy({...checks, browser: [inherited]}, complete)
    expect(said(judged)).toEqual([expect.stringContaining('no evidence was gathered')])
  })

  test('cannot tell of a page that was not seen in a view', () => {
    const judged = judgeBy(checks, {...complete, captures: complete.captures.slice(1)})
    expect(said(judged)).toContain('browser/capture cantTell error check/not-seen phone-light ')
  })

  test('says once that a page was never seen, with all views', () => {
    const judged = judgeBy(checks, {...complete, captures: []})
    expect(said(judged)).toEqual([
      'browser/capture cantTell error check/not-seen phone-light phone-light, phone-dark, desktop-light',
    ])
  })

  test('cannot tell of an edition without a page', () => {
    const judged = judgeBy(checks, {...complete, renditions: []})
    expect(said(judged)).toEqual(['document/page cantTell error check/no-page - '])
  })

  test('runs the listed checks', () => {
    const judged = judge(complete)
    expect(judged.checked).toMatchObject({'document/language': 1, 'document/links': 1})
    expect(judged.findings.map(({check}) => check)).toContain('document/heading-order')
  })
})
