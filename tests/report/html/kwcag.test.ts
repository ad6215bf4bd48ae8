import {expect, test} from 'vitest'
import {understanding} from '../../../pipeline/report/html/criteria.ts'
import {kwcag, requirementsOn} from '../../../pipeline/report/html/kwcag.ts'
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
  ['1.4.10', []],
  ['3.1.2', []],
  ['2.5.8', ['6.1.3']],
])('WCAG %s is KWCAG %j', (criterion, numbers) => {
  expect(requirementsOn(criterion).map(({number}) => number)).toEqual(numbers)
})

test.each(['en', 'ko'])('each of the 55 criteria says in %s what it means for a reader', (tag) => {
  const keys = Object.keys(context.words[tag]?.['report'] ?? {})
  const criteria = keys.flatMap((key) => /^reader\.(.+)$/.exec(key)?.[1] ?? [])
  expect(criteria.filter((one) => understanding(one))).toHaveLength(55)
})
