import {describe, expect, test} from 'vitest'
import {accessibility} from '../../../pipeline/check/browser/accessibility.ts'
import type {EngineIssue} from '../../../pipeline/model/tab.ts'

const seen = {
  page: 'ko/index.html',
  view: {name: 'phone-light', width: 375, height: 812, scheme: 'light' as const},
  locale: 'ko',
  article: undefined,
}
const contrast: EngineIssue = {
  engine: 'axe',
  code: 'color-contrast',
  severity: 'error',
  needsReview: false,
  message: 'Elements must meet minimum color contrast ratio thresholds',
  selector: '#lead',
  context: '<p id="lead">',
  url: 'https://dequeuniversity.com/rules/axe/4.14/color-contrast',
  criteria: ['1.4.3'],
}
const sniffed: EngineIssue = {
  ...contrast,
  engine: 'htmlcs',
  code: 'WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Fail',
  url: undefined,
}

function judge(axe: readonly EngineIssue[], htmlcs: readonly EngineIssue[]) {
  const heard = [
    {engine: 'axe' as const, issues: axe},
    {engine: 'htmlcs' as const, issues: htmlcs},
  ]
  return accessibility
    .judge(heard, seen)
    .map(({check, severity, outcome, engines}) => [check, severity, outcome, engines.join()])
}

describe('accessibility', () => {
  test('says once what both engines see at one element', () => {
    expect(judge([contrast], [sniffed])).toEqual([
      ['axe/color-contrast', 'error', 'failed', 'axe,htmlcs'],
    ])
  })

  test('tells how much contrast there is, and of which colours, where that was measured', () => {
    const measured = {ratio: 2.85, least: 4.5, ink: '#999999', ground: '#ffffff'}
    const heard = [{engine: 'axe' as const, issues: [{...contrast, contrast: measured}]}]
    const [found] = accessibility.judge(heard, seen)
    expect(found?.message.key).toBe('axe/color-contrast/measured')
    expect(found?.message.values).toMatchObject(measured)
  })

  test('says once a page that parts of it stand outside of landmarks', () => {
    const outside: EngineIssue = {...contrast, code: 'region', severity: 'warning', criteria: []}
    expect(judge([outside, {...outside, selector: '#other'}], [])).toEqual([
      ['axe/region', 'warning', 'failed', 'axe'],
    ])
  })

  test('counts an area of a map without words for a picture without words too', () => {
    const area: EngineIssue = {...contrast, code: 'area-alt', criteria: ['2.4.4', '4.1.2']}
    const heard = [{engine: 'axe' as const, issues: [area]}]
    expect(accessibility.judge(heard, seen)[0]?.criteria).toEqual(['1.1.1', '2.4.4', '4.1.2'])
  })

  test.each([
    ['<form action="/order"><label>Pears</label></form>', 'error'],
    ['<form action="/find" role="search"><label>Find</label></form>', 'warning'],
    ['<form id="rtd-search-form" action="/find"><label>Find</label></form>', 'warning'],
    ['<form><label>Find</label></form>', 'warning'],
    ['<form method="post"><label>Find</label></form>', 'error'],
    ['<form class="search"><label>Find</label></form>', 'warning'],
    ['<form action="/send"><my-field>Name</my-field></form>', 'warning'],
  ])('of %s, that nothing sends it is: %s', (context, severity) => {
    const code = 'WCAG2AA.Principle3.Guideline3_2.3_2_2.H32.2'
    const form = {...sniffed, code, context, criteria: ['3.2.2']}
    expect(judge([], [form]).map(([, weight]) => weight)).toEqual([severity])
  })

  test('asks once about all elements of one make', () => {
    const doubtful = {...contrast, needsReview: true}
    const link = (index: number, looks: string): EngineIssue => ({
      ...doubtful,
      selector: `#menu > li:nth-child(${index}) > a`,
      context: `<a class="${looks}" href="${index}.html">`,
    })
    const issues = [link(1, 'plain'), link(2, 'plain'), link(3, 'loud'), link(4, 'plain')]
    const heard = [{engine: 'axe' as const, issues}]
    expect(accessibility.judge(heard, seen).map(({message}) => message.values['alike'])).toEqual([
      2,
      undefined,
    ])
  })

  test.each([
    ['a control', 'which is a label that is missing', 'label', '1_3.1_3_1.F68', '1.3.1'],
    ['a frame', 'which is no way past it', 'frame-title', '2_4.2_4_1.H64.1', '2.4.1'],
  ])('says once that %s has no name, %s', (_, __, rule, name, criterion) => {
    const code = `WCAG2AA.Principle${name.slice(0, 1)}.Guideline${name}`
    const nameless = {...contrast, code: rule, criteria: ['4.1.2']}
    expect(judge([nameless], [{...sniffed, code, criteria: [criterion]}])).toEqual([
      [`axe/${rule}`, 'error', 'failed', 'axe,htmlcs'],
    ])
  })

  test.each<readonly [string, Partial<EngineIssue>]>([
    ['another element', {selector: '#other'}],
    ['another criterion', {criteria: ['1.4.6']}],
  ])('says %s apart, where HTML_CodeSniffer alone advises', (_, other) => {
    const code = 'WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Colour'
    expect(judge([contrast], [{...sniffed, code, ...other}])).toEqual([
      ['axe/color-contrast', 'error', 'failed', 'axe'],
      [`htmlcs/${code}`, 'warning', 'failed', 'htmlcs'],
    ])
  })

  test.each([
    '1_4.1_4_3.G18.Fail',
    '4_1.4_1_2.H91.A.NoContent',
    '2_4.2_4_1.G1,G123,G124.NoSuchID',
    '1_3.1_3_1.F68',
  ])('asks a person of %s, where axe-core, which knows more of it, sees nothing', (name) => {
    const code = `WCAG2AA.Principle1.Guideline${name}`
    expect(judge([], [{...sniffed, code}])).toEqual([
      [`htmlcs/${code}`, 'notice', 'cantTell', 'htmlcs'],
    ])
  })

  test.each([
    ['a fieldset without a legend', '1_3.1_3_1.H71.NoLegend', 'error'],
    ['an id that exists twice, which WCAG 2.2 allows', '4_1.4_1_1.F77', 'warning'],
    ['an image, which axe judges', '1_1.1_1_1.H37', 'warning'],
  ])('lets HTML_CodeSniffer block where it is reliable: %s', (_, code, severity) => {
    const issue = {...sniffed, code: `WCAG2AA.Principle1.Guideline${code}`}
    expect(judge([], [issue])).toEqual([[`htmlcs/${issue.code}`, severity, 'failed', 'htmlcs']])
  })

  test('lists what needs a person, and blocks nothing by it', () => {
    expect(judge([{...contrast, needsReview: true, severity: 'warning'}], [])).toEqual([
      ['axe/color-contrast', 'warning', 'cantTell', 'axe'],
    ])
    expect(judge([], [{...sniffed, severity: 'notice'}])).toEqual([
      [`htmlcs/${sniffed.code}`, 'notice', 'cantTell', 'htmlcs'],
    ])
  })

  test('keeps one engine’s findings when the other could not run', () => {
    const heard = [
      {engine: 'axe' as const, issues: [contrast]},
      {engine: 'htmlcs' as const, failure: 'reading toLowerCase'},
    ]
    expect(
      accessibility
        .judge(heard, seen)
        .map(({check, outcome, severity}) => [check, outcome, severity]),
    ).toEqual([
      ['htmlcs/could-not-run', 'cantTell', 'error'],
      ['axe/color-contrast', 'failed', 'error'],
    ])
  })
})
