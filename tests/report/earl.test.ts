import {expect, test} from 'vitest'
import {earl} from '../../pipeline/report/earl.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import type {Run} from '../../pipeline/model/run.ts'
import {audited, context, findings, poisoned, sample} from './sample.ts'

interface Subject {
  readonly source: string
  readonly assertions: readonly {
    readonly test: {readonly title: string; readonly isPartOf: readonly string[]}
    readonly result: {readonly outcome: string}
  }[]
}

const reminder = 'htmlcs/WCAG2AA.Principle1.Guideline1_3.1_3_3.G96'

function outcomes(run: Run): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const graph = (JSON.parse(earl.write(run, context)) as {'@graph': readonly Subject[]})['@graph']
  return Object.fromEntries(
    graph
      .slice(1)
      .map(({source, assertions}) => [
        source,
        Object.fromEntries(assertions.map(({test: {title}, result}) => [title, result.outcome])),
      ]),
  )
}

test('a subject for each page, an assertion for each test that ran', () => {
  expect(outcomes(sample())).toEqual({
    'https://paper.example/en/index.html': {
      'document/alt': 'earl:passed',
      'document/links': 'earl:passed',
      [reminder]: 'earl:cantTell',
    },
    'https://paper.example/en/story/index.html': {
      'axe/color-contrast': 'earl:cantTell',
      'document/alt': 'earl:passed',
      'document/duplicate-id': 'earl:failed',
      'document/links': 'earl:passed',
      [reminder]: 'earl:cantTell',
    },
    'https://paper.example/ko/story/index.html': {
      'browser/accessibility': 'earl:passed',
      'document/alt': 'earl:passed',
      'document/language-of-parts': 'earl:failed',
      'document/links': 'earl:passed',
      'visual/baseline': 'earl:failed',
    },
  })
})

test('pages of an audit have the addresses they were read at; unchanged ones were not tested', () => {
  const run: Run = {...audited, judged: ['en/story/index.html']}
  expect(Object.keys(outcomes(run))).toEqual(['https://pages.example/sub/en/story/index.html'])
})

test('what could not run has not passed', () => {
  const [first] = findings as readonly [Finding, ...Finding[]]
  const silent = (check: string, key: string): Finding => ({
    ...first,
    check,
    outcome: 'cantTell',
    message: {key, values: {}},
    place: {file: 'en/index.html'},
  })
  const page = (finding: Finding) =>
    outcomes(sample([finding]))['https://paper.example/en/index.html']
  expect(page(silent('axe/color-contrast', 'check/could-not-run'))).toEqual({
    'axe/color-contrast': 'earl:cantTell',
    'document/links': 'earl:passed',
  })
  expect(page(silent('browser/capture', 'check/not-seen'))).toEqual({
    'browser/capture': 'earl:cantTell',
    'document/links': 'earl:passed',
  })
})

test('what is known not to apply says so, unless something was found', () => {
  const inapplicable = {
    'en/index.html': ['document/links'],
    'ko/story/index.html': ['document/links', 'document/language-of-parts'],
  }
  const run = outcomes({...sample(), inapplicable})
  expect(run['https://paper.example/en/index.html']).toMatchObject({
    'document/alt': 'earl:passed',
    'document/links': 'earl:inapplicable',
  })
  expect(run['https://paper.example/ko/story/index.html']).toMatchObject({
    'document/language-of-parts': 'earl:failed',
    'document/links': 'earl:inapplicable',
  })
})

test('rules that passed name the ACT rules that they answer to', () => {
  const rule = {id: 'axe/image-alt', criteria: ['1.1.1'], act: ['23a2a8'], on: 'page'} as const
  const written = earl.write(sample([]), {...context, tests: [{...rule, by: 'document/links'}]})
  const graph = JSON.parse(written) as {'@graph': readonly Subject[]}
  expect(graph['@graph'][1]?.assertions[0]).toMatchObject({
    test: {
      title: 'axe/image-alt',
      isPartOf: [
        'WCAG2:non-text-content',
        'https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/',
      ],
    },
    result: {outcome: 'earl:passed'},
  })
})

test('criteria are named as WCAG names them', () => {
  expect(earl.write(sample(), context)).toContain('"WCAG2:language-of-parts"')
})

test('hostile texts stay texts', () => {
  const run = {...sample([poisoned]), judged: ['a"b\ud800#?.html']}
  expect(Object.keys(outcomes(run))).toEqual(['https://paper.example/a%22b%EF%BF%BD%23%3F.html'])
})
