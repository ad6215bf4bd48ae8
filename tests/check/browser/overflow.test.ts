import {expect, test} from 'vitest'
import {overflow} from '../../../pipeline/check/browser/overflow.ts'

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
