import {expect, test} from 'vitest'
import {focusVisible} from '../../../pipeline/check/browser/focus-visible.ts'

const seen = {
  page: 'en/a/index.html',
  view: {name: 'phone-light', width: 375, height: 812, scheme: 'light'},
  locale: 'en',
  article: 'a',
} as const

test('whoever reads of a page with very many controls is told how many were left out', () => {
  const told = focusVisible.judge({faint: [], unlooked: 12}, seen)
  expect(told).toMatchObject([
    {
      severity: 'notice',
      outcome: 'cantTell',
      message: {key: 'browser/focus-visible/many', values: {unlooked: 12}},
    },
  ])
  expect(focusVisible.judge({faint: [], unlooked: 0}, seen)).toEqual([])
})
