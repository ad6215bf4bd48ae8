import {expect, test} from 'vitest'
import {overflow} from '../../../pipeline/check/browser/overflow.ts'
import {reflow} from '../../../pipeline/check/browser/reflow.ts'
import type {View} from '../../../pipeline/model/view.ts'

test('a text of which many lines stick out is told of once, by the line that does so most', () => {
  const line = (pixels: number, selector = '#a') => ({
    kind: 'page' as const,
    selector,
    text: `by ${pixels}`,
    pixels,
  })
  const findings = overflow.judge(
    {
      viewport: 375,
      spilled: [line(12), line(40), line(3), line(7, '#b')],
      overlapping: [],
      wide: [],
    },
    {
      page: 'en/a/index.html',
      view: {name: 'phone-light', width: 375, height: 812, scheme: 'light'},
      locale: 'en',
      article: 'a',
    },
  )
  expect(findings.map(({place, excerpt}) => [place.selector, excerpt])).toEqual([
    ['#a', 'by 40'],
    ['#b', 'by 7'],
  ])
})

test('a box is an error where words or a picture reach past the edge, and a blemish where room does', () => {
  const view: View = {name: 'phone-light', width: 375, height: 812, scheme: 'light'}
  const seen = {page: 'en/a/index.html', view, locale: 'en', article: 'a'}
  const wide = [true, false].map((room) => ({
    selector: room ? '#room' : '#words',
    text: 'Pears',
    pixels: 40,
    concealed: false,
    room,
  }))
  const expected = [
    ['#room', 'warning'],
    ['#words', 'error'],
  ]
  const onLoad = overflow.judge({viewport: 375, spilled: [], overlapping: [], wide}, seen)
  expect(onLoad.map(({place, severity}) => [place.selector, severity])).toEqual(expected)
  const after = wide.map((one) => ({...one, kind: 'wide' as const, other: ''}))
  const narrow = reflow.judge({before: [], after}, seen)
  expect(narrow.map(({place, severity}) => [place.selector, severity])).toEqual(expected)
})
