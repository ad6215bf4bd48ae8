import {expect, test} from 'vitest'
import {isInWcag, nameOfCriterion} from '../../pipeline/report/criterion.ts'

test.each([
  ['1.4.3', 'WCAG 1.4.3', true],
  // WCAG 2.2 has dropped it.
  ['4.1.1', 'KWCAG 8.1.1', false],
] as const)('%s is named %s', (criterion, name, isThere) => {
  expect(nameOfCriterion(criterion)).toBe(name)
  expect(isInWcag(criterion)).toBe(isThere)
})
