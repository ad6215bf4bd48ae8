import {describe, expect, test} from 'vitest'
import {fits, isSetText} from '../../../pipeline/check/browser/set-text.ts'

/** “Order pears”, as a picture of it measures. */
const line = {
  height: 28,
  marks: 10,
  bars: 1,
  widths: [16, 9, 13, 14, 9, 15, 14, 14, 9, 11],
  gaps: [4, 2, 4, 3, 10, 3, 3, 4, 2],
  stroke: 0.11,
}
const words = {ground: 0.96, between: 0.08, lines: [line]}

describe('pixels are words set in type', () => {
  const cases: readonly (readonly [string, Parameters<typeof isSetText>[0], boolean])[] = [
    ['thin strokes on one ground', words, true],
    ['a photograph', {...words, ground: 0.3}, false],
    ['a gradient', {...words, between: 0.6}, false],
    ['nothing', {...words, lines: []}, false],
    ['a row of dots', {...words, lines: [{...line, stroke: 0.9}]}, false],
    ['a heading and a line', {...words, lines: [{...line, height: 60}, line]}, true],
    ['a drawing above a line', {...words, lines: [{...line, height: 300}, line]}, false],
  ]
  test.each(cases)('%s', (_, profile, expected) => {
    expect(isSetText(profile)).toBe(expected)
  })
})

describe('they fit what they are said to show', () => {
  const cases: readonly (readonly [string, ReturnType<typeof fits>])[] = [
    ['Order pears', 'surely'],
    ['Order two pears', 'perhaps'],
    ['Order', 'not'],
    ['A letter by the grower', 'not'],
    ['배 주문', 'not'],
    ['', 'not'],
  ]
  test.each(cases)('%s: %s', (said, expected) => {
    expect(fits(words, said)).toBe(expected)
  })
})
