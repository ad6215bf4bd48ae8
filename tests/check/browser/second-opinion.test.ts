import {expect, test} from 'vitest'
import {alfaAct, trusted} from '../../../pipeline/check/browser/opinion-rules.ts'
import {secondOpinion} from '../../../pipeline/check/browser/second-opinion.ts'
import type {EngineIssue} from '../../../pipeline/model/tab.ts'

const seen = {
  page: 'ko/index.html',
  view: {name: 'phone-light', width: 375, height: 812, scheme: 'light' as const},
  locale: 'ko',
  article: undefined,
}
const [believed = ''] = trusted.alfa
const issue: EngineIssue = {
  engine: 'alfa',
  code: 'sia-r0',
  severity: 'error',
  needsReview: false,
  message: 'The field has no name',
  selector: '#pear',
  context: '<input id="pear" style="">',
  url: 'https://alfa.siteimprove.com/rules/sia-r0',
  criteria: ['4.1.2'],
}
const question: EngineIssue = {...issue, severity: 'notice', needsReview: true}
const framed: EngineIssue = {...issue, code: 'sia-r1', selector: '#map >>> html'}

function judge(issues: readonly EngineIssue[]) {
  return secondOpinion('alfa').judge(issues, seen)
}

test.each<
  readonly [what: string, issue: EngineIssue, severity: string, outcome: string, key: string]
>([
  ['a rule that was never wrong', {...issue, code: believed}, 'error', 'failed', 'trusted'],
  ['another rule', issue, 'warning', 'failed', 'alone'],
  ['a question', question, 'notice', 'cantTell', 'unsure'],
])('%s is weighed by what is known of it', (_, one, severity, outcome, key) => {
  expect(judge([one])).toMatchObject([
    {check: `alfa/${one.code}`, severity, outcome, message: {key: `opinion/${key}`}},
  ])
})

test('a finding names its engine, its ACT rule and the element without what probes left there', () => {
  const [finding] = judge([{...issue, code: 'sia-r8'}])
  expect(finding).toMatchObject({
    engines: ['alfa'],
    act: ['e086e5'],
    criteria: ['4.1.2'],
    excerpt: '<input id="pear">',
    message: {values: {engine: 'Alfa', rule: 'sia-r8', help: issue.message}},
  })
})

test.each<readonly [string, readonly EngineIssue[], number]>([
  ['what only level AAA asks for', [{...issue, criteria: ['1.4.6']}], 0],
  ['what no criterion asks for', [{...issue, criteria: []}], 0],
  ['a title of the document in a frame', [framed], 0],
  ['the title of the page', [{...framed, selector: 'html'}], 1],
  ['a frame that could not be looked at', [{...question, code: 'frame-tested', criteria: []}], 1],
  ['one question at many elements', [question, {...question, selector: '#apple'}], 1],
  ['one defect at many elements', [issue, {...issue, selector: '#apple'}], 2],
])('%s is said as often as it helps', (_, issues, times) => {
  expect(judge(issues)).toHaveLength(times)
})

test('the ACT rules of Alfa’s rules are ids', () => {
  expect(alfaAct.size).toBeGreaterThan(40)
  for (const [rule, act] of alfaAct) {
    expect(rule).toMatch(/^sia-r\d+$/)
    expect(act.join()).toMatch(/^[0-9a-z]{6}$/)
  }
})
