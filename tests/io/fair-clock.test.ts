import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {fairClock} from '../../pipeline/io/fair-clock.ts'

describe('a fair clock', () => {
  test.each([
    ['as fast as the wall’s where nothing waits', 0.5, 60_000],
    ['as fast where every processor has one thing to do', 1, 60_000],
    ['at half its pace where two want each processor', 2, 30_000],
    ['at a tenth of its pace, however many want it', 500, 6_000],
  ])('goes %s', (_, load, counted) => {
    let time = 7
    const clock = fairClock(
      () => load,
      () => time,
    )
    time += 60_000
    expect(clock.now()).toBeCloseTo(counted)
    expect(clock.onTheWall(counted)).toBeCloseTo(60_000)
  })

  test('never goes back, nor faster than the wall’s, whatever the load', () => {
    const step = fc.record({
      passed: fc.double({min: 0, max: 1e6, noNaN: true}),
      load: fc.double({min: 0, max: 1e4, noNaN: true}),
    })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let [time, load, last] = [0, 0, 0]
        const clock = fairClock(
          () => load,
          () => time,
        )
        for (const one of steps) {
          time += one.passed
          load = one.load
          const now = clock.now()
          expect(now - last).toBeGreaterThanOrEqual(0)
          expect(now - last).toBeLessThanOrEqual(one.passed + 1e-6)
          last = now
        }
        expect(last * 10).toBeGreaterThanOrEqual(time * (1 - 1e-9))
      }),
    )
  })
})
