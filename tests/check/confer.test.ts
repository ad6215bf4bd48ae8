import {expect, test} from 'vitest'
import {confer} from '../../pipeline/check/confer.ts'
import type {Finding} from '../../pipeline/model/finding.ts'

const axe: Finding = {
  check: 'axe/label',
  outcome: 'failed',
  severity: 'error',
  message: {key: 'axe/label', values: {}},
  place: {file: 'en/index.html', view: 'phone-dark', selector: '#pear'},
  locale: 'en',
  article: undefined,
  criteria: ['4.1.2'],
  act: ['e086e5'],
  engines: ['axe'],
}
const alfa: Finding = {
  ...axe,
  check: 'alfa/sia-r8',
  severity: 'warning',
  message: {key: 'opinion/alone', values: {engine: 'Alfa', rule: 'sia-r8', help: 'no name'}},
  place: {...axe.place, view: 'phone-light'},
  engines: ['alfa'],
}
const ibm: Finding = {...alfa, check: 'ibm/input_label_exists', engines: ['ibm']}
const rule: Finding = {...axe, check: 'rule/label-text', engines: []}
const document: Finding = {
  ...axe,
  check: 'document/language',
  place: {file: 'en/index.html', line: 1},
  criteria: ['3.1.1'],
  act: [],
  engines: [],
}

test('what an engine and a second opinion see is said once, and names both', () => {
  expect(confer([axe, alfa, ibm])).toEqual([{...axe, engines: ['axe', 'alfa', 'ibm']}])
  expect(confer([rule, alfa])).toEqual([{...rule, engines: ['alfa', 'galley']}])
})

test('an opinion that is graver than what others say stays, at their place', () => {
  const trusted = {...alfa, severity: 'error'} as const
  const doubt = {...axe, severity: 'warning', outcome: 'cantTell'} as const
  expect(confer([doubt, trusted])).toEqual([
    {...trusted, place: axe.place, engines: ['alfa', 'axe']},
  ])
})

test('two opinions that nobody else has are one, and say that they are two', () => {
  expect(confer([alfa, ibm])).toEqual([
    {...alfa, message: {...alfa.message, key: 'opinion/agreed'}, engines: ['alfa', 'ibm']},
  ])
})

test('what is wrong with the whole page stands at its root for engines', () => {
  const place = {file: 'en/index.html', view: 'phone-light', selector: 'html'}
  const heard = {...alfa, place, criteria: ['3.1.1'], act: ['b5c3f8']}
  expect(confer([document, heard])).toMatchObject([
    {check: document.check, engines: ['alfa', 'galley']},
  ])
})

test.each<readonly [string, Partial<Finding>]>([
  ['another element', {place: {...alfa.place, selector: '#apple'}}],
  ['another page', {place: {...alfa.place, file: 'ko/index.html'}}],
  ['another ACT rule of the same criterion', {act: ['97a4e1']}],
  ['another criterion', {act: [], criteria: ['2.4.4']}],
  ['a doubt about the same criterion', {act: [], outcome: 'cantTell', severity: 'notice'}],
])('%s stays apart', (_, other) => {
  const found = [axe, {...alfa, ...other}]
  expect(confer(found)).toEqual(found)
})

test('nothing changes where no second opinion was asked', () => {
  const found = [axe, rule, document]
  expect(confer(found)).toBe(found)
})
