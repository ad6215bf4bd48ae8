import {expect, test} from 'vitest'
import {understanding} from '../../../pipeline/report/html/criteria.ts'
import {kwcag, requirementsOf, requirementsOn} from '../../../pipeline/report/html/kwcag.ts'
import {context} from '../sample.ts'

test('there are 33 requirements in four principles, in order', () => {
  const numbers = kwcag.map(({number}) => number)
  expect(numbers).toEqual([...new Set(numbers)])
  expect(numbers).toEqual(numbers.toSorted((a, b) => (a < b ? -1 : 1)))
  const perPrinciple = ['5', '6', '7', '8'].map(
    (one) => numbers.filter((number) => number.startsWith(one)).length,
  )
  expect(perPrinciple).toEqual([9, 15, 7, 2])
})

test('every criterion they answer to is one of WCAG 2.2, but for that of 8.1.1', () => {
  const unknown = kwcag.flatMap(({criteria}) => criteria).filter((one) => !understanding(one))
  expect(unknown).toEqual(['4.1.1'])
})

test.each([
  ['1.4.3', ['5.4.3']],
  ['2.4.6', ['6.4.2']],
  ['1.3.1', ['5.3.1', '5.3.2', '7.3.2']],
  ['4.1.2', ['6.4.2', '7.3.2', '8.2.1']],
  ['1.4.10', []],
  ['3.1.2', []],
  ['2.5.8', ['6.1.3']],
])('WCAG %s is KWCAG %j', (criterion, numbers) => {
  expect(requirementsOn(criterion).map(({number}) => number)).toEqual(numbers)
})

test.each([
  ['rule/table-headers', '1.3.1', '5.3.1'],
  ['axe/td-headers-attr', '1.3.1', '5.3.1'],
  ['htmlcs/WCAG2AA.Principle1.Guideline1_3.1_3_1.H39.3.NoCaption', '1.3.1', '5.3.1'],
  ['rule/grouped-fields', '1.3.1', '7.3.2'],
  ['document/heading-order', '1.3.1', '5.3.2'],
  ['axe/aria-required-parent', '1.3.1', '5.3.2'],
  ['axe/frame-title', '4.1.2', '6.4.2'],
  ['axe/select-name', '4.1.2', '7.3.2'],
  ['axe/button-name', '4.1.2', '8.2.1'],
  ['rule/label-in-name', '2.5.3', '6.5.3'],
])('what %s finds against WCAG %s is a matter of KWCAG %s', (check, criterion, number) => {
  expect(requirementsOf(criterion, check).map((one) => one.number)).toEqual([number])
})

test.each(['en', 'ko'])('each of the 55 criteria says in %s what it means for a reader', (tag) => {
  const keys = Object.keys(context.words[tag]?.['report'] ?? {})
  const criteria = keys.flatMap((key) => /^reader\.(.+)$/.exec(key)?.[1] ?? [])
  expect(criteria.filter((one) => understanding(one))).toHaveLength(55)
})
