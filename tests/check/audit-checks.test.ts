import {expect, test} from 'vitest'
import {isSupplied, weighed} from '../../pipeline/check/audit-checks.ts'
import {finding} from '../gate/case.ts'

const missing = finding({
  check: 'document/language',
  message: {key: 'document/language/missing', values: {}},
})

test('a language that only a page’s scripts say advises, one that engines miss holds', () => {
  expect(weighed({...missing, engines: []}).severity).toBe('warning')
  expect(weighed({...missing, engines: ['axe', 'galley']}).severity).toBe('error')
})

test.each(['document/heading-order/none', 'document/landmarks/no-main'])(
  '%s is nothing where scripts make it, and something where the engines miss it too',
  (key) => {
    const lacking = finding({check: 'document/heading-order', message: {key, values: {}}})
    expect(isSupplied({...lacking, engines: []})).toBe(true)
    expect(isSupplied({...lacking, engines: ['axe', 'galley']})).toBe(false)
  },
)

test('a heading without words holds where axe-core hears none either', () => {
  const key = 'document/heading-order/empty'
  const empty = finding({check: 'document/heading-order', message: {key, values: {level: 2}}})
  expect(weighed({...empty, engines: ['axe', 'galley']}).severity).toBe('error')
  expect(weighed({...empty, engines: []}).severity).toBe('warning')
})

test('what could not run holds, whatever it is', () => {
  expect(weighed(finding({check: 'document/links', outcome: 'cantTell'})).severity).toBe('error')
  expect(weighed(finding({check: 'document/links'})).severity).toBe('warning')
})

test('asks nobody to mind a sign that the fonts here lack, and warns of one that is nobody’s', () => {
  const key = 'browser/glyphs/missing'
  const without = (characters: string) =>
    finding({check: 'browser/glyphs', message: {key, values: {characters}}})
  expect(weighed(without('→')).severity).toBe('notice')
  expect(weighed(without('→ \uf002')).severity).toBe('warning')
})
