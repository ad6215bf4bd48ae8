import {expect, test} from 'vitest'
import {familyOf, INHERITED} from '../../pipeline/io/property-family.ts'

test.each([
  ['color', []],
  ['margin-top', ['margin', 'margin-block', 'margin-block-start']],
  ['margin', ['margin-inline', 'margin-left']],
  ['border-left-width', ['border-left', 'border', 'border-width', 'border-inline']],
  ['border-top-left-radius', ['border-radius']],
  ['background-color', ['background']],
  ['line-height', ['font']],
  ['left', ['inset', 'inset-inline-start']],
  ['max-width', ['max-inline-size']],
  ['align-items', ['place-items']],
  ['::before', ['content', 'background']],
])('%s is said by itself and by %j', (property, others) => {
  const family = familyOf(property)
  expect(family[0]).toBe(property)
  expect(family).toEqual(expect.arrayContaining(others))
  expect(family.filter((name) => name === '' || name.startsWith('-'))).toEqual([])
})

test.each([
  ['font-size', true],
  ['line-height', true],
  ['color', true],
  ['border-spacing', true],
  ['text-decoration-color', false],
  ['background-color', false],
  ['width', false],
])('whether %s is inherited: %s', (property, isInherited) => {
  expect(INHERITED.test(property)).toBe(isInherited)
})
