import {expect, test} from 'vitest'
import type {BrowserCheck} from '../../pipeline/check/check.ts'
import {isDue} from '../../pipeline/check/due.ts'
import type {View} from '../../pipeline/model/view.ts'

const views: readonly View[] = [
  {name: 'phone-light', width: 375, height: 812, scheme: 'light'},
  {name: 'phone-dark', width: 375, height: 812, scheme: 'dark'},
  {name: 'desktop-dark', width: 1280, height: 800, scheme: 'dark'},
]

test.each([
  ['view', ['phone-light', 'phone-dark', 'desktop-dark']],
  ['viewport', ['phone-light', 'desktop-dark']],
] as const)('a check of every %s is due in %j', (every, names) => {
  const check = {id: 'browser/x', every} as BrowserCheck
  expect(views.filter((view) => isDue(check, view, views)).map(({name}) => name)).toEqual(names)
})
