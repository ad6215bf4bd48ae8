import {expect, test} from 'vitest'
import {clippedText} from '../../../pipeline/check/browser/clipped-text.ts'
import type {Clipped} from '../../../pipeline/check/browser/clipped-lines.ts'

const seen = {
  page: 'a.html',
  view: {name: 'phone-light', width: 375, height: 800, scheme: 'light'},
  locale: undefined,
  article: undefined,
} as const

const spot: Clipped = {
  kind: 'cut',
  selector: 'html > body > p',
  by: 'html > body > div',
  text: 'Snow fell.',
  pixels: 5,
}

function said(...clipped: readonly Clipped[]) {
  return clippedText.judge({clipped}, seen).map(({message, place}) => [message.key, place.selector])
}

test('what a box cuts within a line and below it is told once, by what is lost', () => {
  expect(said(spot, {...spot, kind: 'hidden', pixels: 40})).toEqual([
    ['browser/clipped-text/hidden', spot.selector],
  ])
})

test('what another box hides does not make a line whole', () => {
  expect(said(spot, {...spot, kind: 'hidden', by: 'html > body > main'})).toHaveLength(2)
})

test('what is hidden by design does not make a line whole', () => {
  expect(said(spot, {...spot, kind: 'hidden', meant: true})).toEqual([
    ['browser/clipped-text/cut', spot.selector],
  ])
})
