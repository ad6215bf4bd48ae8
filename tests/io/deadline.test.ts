import {setTimeout as wait} from 'node:timers/promises'
import {describe, expect, test} from 'vitest'
import {deadlineIn} from '../../pipeline/io/deadline.ts'
import {fairClock} from '../../pipeline/io/fair-clock.ts'

describe('a deadline', () => {
  test('has its time where nothing else is to be done', async () => {
    const deadline = deadlineIn(
      50,
      fairClock(() => 1),
    )
    const held = deadline.hold(wait(10_000, 'done', {ref: false}), 'waiting')
    await expect(held).rejects.toThrow('not done within 50 ms: waiting')
    expect(deadline.left()).toBe(0)
  })

  test('comes later on a busy machine', async () => {
    const deadline = deadlineIn(
      1_000,
      fairClock(() => 9),
    )
    await expect(deadline.hold(wait(1_500, 'done'), 'waiting')).resolves.toBe('done')
    expect(deadline.left()).toBeGreaterThan(0)
  })

  test('comes in time on a machine that was busy when it was set', async () => {
    let load = 10
    const deadline = deadlineIn(
      1_000,
      fairClock(() => load),
    )
    const begun = performance.now()
    const held = deadline.hold(wait(60_000, 'done', {ref: false}), 'waiting')
    load = 1
    await expect(held).rejects.toThrow('not done within')
    expect(performance.now() - begun).toBeLessThan(9_000)
  })
})
