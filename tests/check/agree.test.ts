import {expect, test} from 'vitest'
import {agree, overrule} from '../../pipeline/check/agree.ts'
import type {Finding} from '../../pipeline/model/finding.ts'

const rule: Finding = {
  check: 'rule/frame-name',
  outcome: 'failed',
  severity: 'error',
  message: {key: 'rule/frame-name/same', values: {name: 'Map'}},
  place: {file: 'en/index.html', view: 'phone-light', selector: 'html > body > iframe'},
  locale: 'en',
  article: undefined,
  criteria: ['4.1.2'],
  act: ['4b1c6c'],
  engines: [],
}
const axe: Finding = {
  ...rule,
  check: 'axe/frame-title-unique',
  message: {key: 'axe/frame-title-unique', values: {}},
  act: ['4b1c6c', 'cae760'],
  engines: ['axe'],
}
const sniffed: Finding = {
  ...rule,
  check: 'htmlcs/WCAG2AA.Principle4.Guideline4_1.4_1_2.H64',
  act: [],
  engines: ['htmlcs'],
}

test('what a rule of ours and axe see is said once, in the words of the rule, with both named', () => {
  const both = {...rule, act: ['4b1c6c', 'cae760'], engines: ['axe', 'galley']}
  expect(agree([axe, rule])).toEqual([both])
  expect(agree([rule, axe, sniffed])).toEqual([{...both, engines: ['axe', 'htmlcs', 'galley']}])
})

test('the graver of the two stays', () => {
  const mild = {...rule, severity: 'warning'} as const
  const both = {...axe, act: ['4b1c6c', 'cae760'], engines: ['axe', 'galley']}
  expect(agree([axe, mild])).toEqual([both])
  expect(agree([mild, {...axe, outcome: 'cantTell'}])).toEqual([
    {...mild, act: ['4b1c6c', 'cae760'], engines: ['axe', 'galley']},
  ])
})

test('the criterion decides where one knows no ACT rule', () => {
  expect(agree([{...axe, act: []}, rule])).toHaveLength(1)
})

test.each<readonly [string, Partial<Finding>]>([
  ['another element', {place: {...rule.place, selector: 'html > body > main'}}],
  ['another view', {place: {...rule.place, view: 'phone-dark'}}],
  ['another page', {place: {...rule.place, file: 'ko/index.html'}}],
  ['another ACT rule of the same criterion', {act: ['cae760']}],
  ['another criterion', {act: [], criteria: ['2.4.4']}],
  ['a doubt about the same criterion', {act: [], outcome: 'cantTell', severity: 'warning'}],
])('%s stays apart', (_, other) => {
  const found = [{...axe, ...other}, rule]
  expect(agree(found)).toEqual(found)
})

test('where a rule of ours answers the whole of an ACT rule, axe alone is a question', () => {
  const refresh = {...axe, check: 'axe/meta-refresh', act: ['bc659a']}
  const ours = {...rule, check: 'rule/meta-refresh', act: ['bc659a']}
  const asked = {...refresh, outcome: 'cantTell', severity: 'warning'} as const
  expect(overrule([refresh])).toEqual([asked])
  expect(overrule([refresh, ours])).toEqual([refresh, ours])
  const elsewhere = {...ours, place: {...ours.place, file: 'ko/index.html'}}
  expect(overrule([refresh, elsewhere])).toEqual([asked, elsewhere])
})

test('what stands on a control is compared with its name once for all views', () => {
  const name = {...axe, check: 'axe/label-content-name-mismatch'}
  const wide = {...rule.place, view: 'desktop-light'}
  const ours = {...rule, check: 'browser/label-in-name', place: wide}
  expect(overrule([name])[0]).toMatchObject({outcome: 'cantTell', severity: 'warning'})
  expect(overrule([name, ours])).toEqual([name, ours])
  expect(agree([name, ours])).toEqual([{...ours, act: name.act, engines: ['axe', 'galley']}])
  const other = {...name, place: {...name.place, selector: '#other'}}
  expect(agree([other, ours])).toEqual([other, ours])
})

test('axe is believed where the rules did not run, and where no rule of ours answers', () => {
  const refresh = {...axe, check: 'axe/meta-refresh'}
  const crashed = {...rule, check: 'browser/standards', outcome: 'cantTell'} as const
  expect(overrule([refresh, crashed])).toEqual([refresh, crashed])
  const name = {...axe, check: 'axe/button-name'}
  expect(overrule([name])).toEqual([name])
})
