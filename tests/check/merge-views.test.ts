import {expect, test} from 'vitest'
import {mergeViews} from '../../pipeline/check/merge-views.ts'
import type {Finding} from '../../pipeline/model/finding.ts'

const pale: Finding = {
  check: 'axe/color-contrast',
  severity: 'error',
  outcome: 'failed',
  message: {
    key: 'axe/color-contrast/measured',
    values: {ratio: 2.85, least: 4.5, ink: '#999999', ground: '#ffffff'},
  },
  place: {file: 'index.html', selector: '#lead', view: 'phone-light'},
  locale: undefined,
  article: undefined,
  criteria: ['1.4.3'],
  engines: ['axe'],
}
const inTheDark: Finding = {
  ...pale,
  message: {...pale.message, values: {...pale.message.values, ratio: 3.1, ground: '#111111'}},
  place: {...pale.place, view: 'phone-dark'},
}

test('says once of one text that it is too pale in several views, with what the first measured', () => {
  const [merged, ...others] = mergeViews([pale, inTheDark])
  expect(others).toEqual([])
  expect(merged?.message.values).toEqual({
    ...pale.message.values,
    views: 'phone-light, phone-dark',
  })
})

test('keeps two texts apart', () => {
  const other = {...inTheDark, place: {...inTheDark.place, selector: '#other'}}
  expect(mergeViews([pale, other])).toHaveLength(2)
})
