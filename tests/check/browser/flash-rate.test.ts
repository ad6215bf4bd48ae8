import {describe, expect, test} from 'vitest'
import {flashRate, type Flicker} from '../../../pipeline/check/browser/flash-rate.ts'

/** A picture that is on and off in turn, for so many seconds each. */
function lamp(every: number, count: number, part = 1): Flicker['turns'] {
  return Array.from({length: count}, (_, index) => ({
    at: every * (index + 1),
    brighter: index % 2 === 0 ? part : 0,
    darker: index % 2 === 1 ? part : 0,
  }))
}

describe('flashes in the worst second', () => {
  const wide = {area: 90_000, seconds: 2, repeats: false}
  const cases: readonly (readonly [string, Flicker, number])[] = [
    ['nothing changes', {...wide, turns: []}, 0],
    ['on and off five times', {...wide, turns: lamp(0.1, 20)}, 5],
    ['on and off once', {...wide, turns: lamp(0.5, 4)}, 1],
    ['a small part', {...wide, turns: lamp(0.1, 20, 0.2)}, 0],
    ['a small picture', {...wide, area: 20_000, turns: lamp(0.1, 20)}, 0],
    [
      'only ever brighter',
      {...wide, turns: lamp(0.1, 20).map((one) => ({...one, brighter: 1, darker: 0}))},
      0,
    ],
    ['one frame each way', {...wide, seconds: 0.2, turns: lamp(0.1, 1)}, 0],
    ['the same, again and again', {...wide, seconds: 0.2, repeats: true, turns: lamp(0.1, 2)}, 5],
    ['no time at all', {...wide, seconds: 0, repeats: true, turns: lamp(0, 2)}, 0],
  ]
  test.each(cases)('%s', (_, flicker, expected) => {
    expect(flashRate(flicker)).toBe(expected)
  })
})
