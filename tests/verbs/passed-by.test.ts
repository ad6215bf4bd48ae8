import {expect, test} from 'vitest'
import type {AuditPart, AuditRules} from '../../pipeline/model/audit.ts'
import type {KnownFinding, Policy} from '../../pipeline/model/verdict.ts'
import {passedBy, refuseOtherPolicy} from '../../pipeline/verbs/passed-by.ts'
import {quiet} from '../gate/case.ts'

const rules: AuditRules = {level: {}, threshold: {}}
const day = '2026-11-27'
const waiver = {
  check: 'axe/image-alt',
  file: '*',
  selector: undefined,
  unit: undefined,
  reason: 'Old pictures.',
  owner: 'desk',
  expires: day,
}
const known: readonly KnownFinding[] = [
  {fingerprint: 'a', check: 'axe/image-alt', file: 'a.html', count: 1},
]

const named = (more: Partial<Policy>, own = rules, today = day) =>
  passedBy({policy: {...quiet.policy, ...more}}, own, today)
const usual = named({})

const part = (by: AuditPart['passedBy'], unchanged = ['a.html']): AuditPart => ({
  shard: '1/2',
  means: 'this version',
  content: '',
  url: 'https://pages.example/',
  target: ['a.html', 'b.html'],
  pages: ['a.html'],
  unchanged,
  findings: [],
  checked: {},
  views: [],
  browser: 'Chromium 147.0.0.0',
  ...(by && {passedBy: by}),
})

const join = (one: AuditPart, now = usual) => refuseOtherPolicy(one, 'out/audit-1-of-2', now)
const refused = /out\/audit-1-of-2: a page was not looked at again.*another policy/

test.each([
  ['the policy here', named({})],
  ['other masks', named({masks: [{selector: '.clock', file: '*'}]})],
])('a page that passed by %s is believed', (_, by) => {
  expect(() => join(part(by))).not.toThrow()
})

test.each([
  ['nobody knows what', undefined],
  ['a milder policy', named({block: []})],
  ['a waiver', named({waivers: [waiver]})],
  ['a threshold', named({}, {level: {}, threshold: {'*': 9}})],
  ['a ratchet', named({known})],
])('a page that passed by %s is not', (_, by) => {
  expect(() => join(part(by), named({block: ['warning']}))).toThrow(refused)
  expect(() => join(part(by, []), named({block: ['warning']}))).not.toThrow()
})

test('a waiver whose last day is over excuses nothing any more', () => {
  const late = named({waivers: [waiver]}, rules, '2026-11-28')
  expect(() => join(part(named({waivers: [waiver]})), late)).toThrow(refused)
})

test('a ratchet lets pass: who passed without it passes with it, and not the other way round', () => {
  expect(() => join(part(usual), named({known}))).not.toThrow()
  expect(() => join(part(named({known})), named({known}))).not.toThrow()
  expect(() => join(part(named({known})), usual)).toThrow(refused)
})
