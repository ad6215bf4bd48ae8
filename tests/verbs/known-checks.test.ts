import {expect, test} from 'vitest'
import {refuseUnknownChecks} from '../../pipeline/verbs/known-checks.ts'
import {policy, waiver} from '../gate/case.ts'
import {context} from '../report/sample.ts'

const known = [
  'document/links',
  'document/links/dead',
  'browser/reflow',
  'axe/color-contrast',
  'htmlcs/WCAG2AA.Principle1.Guideline1_3.1_3_2.G57',
  'translation/numbers',
]
test.each(known)('a waiver and a severity for %s are allowed', (check) => {
  const severity = [{check, severity: 'error' as const}]
  refuseUnknownChecks({...policy, severity, waivers: [{...waiver, check}]}, context.words)
})

test.each([
  ['document/link', 'document/links'],
  ['axe/colour-contrast', 'axe/color-contrast'],
])('%s is refused, naming %s', (check, nearest) => {
  const asked = {...policy, waivers: [{...waiver, check}]}
  expect(() => refuseUnknownChecks(asked, context.words)).toThrow(
    `"policy.waivers[0].check" is "${check}", and there is no such check. Did you mean "${nearest}"?`,
  )
})
