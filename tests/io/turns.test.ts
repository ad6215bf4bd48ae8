import fc from 'fast-check'
import {expect, test} from 'vitest'
import {turnsOf} from '../../pipeline/io/turns.ts'

const sortOf = (job: string) => job[0]

test('whoever had a job gets another of its sort, else one of a sort that nobody has begun', () => {
  const next = turnsOf(['a1', 'a2', 'b1', 'b2', 'c1'], sortOf)
  expect(next(undefined)).toBe('a1')
  expect(next(undefined)).toBe('b1')
  expect(next('b1')).toBe('b2')
  expect(next('b2')).toBe('c1')
  // Nothing new is left: two share what one has begun.
  expect(next('c1')).toBe('a2')
  expect(next('a1')).toBeUndefined()
})

test('every job is given out once, whoever asks', () => {
  const jobs = fc.array(fc.constantFrom('a1', 'a2', 'a3', 'b1', 'b2', 'c1'))
  fc.assert(
    fc.property(jobs, fc.infiniteStream(fc.boolean()), (all, coins) => {
      const next = turnsOf(all, sortOf)
      const given: (typeof all)[number][] = []
      for (;;) {
        const job = next(coins.next().value === true ? given.at(-1) : given[0])
        if (job === undefined) break
        given.push(job)
      }
      expect(given.toSorted()).toEqual(all.toSorted())
    }),
  )
})
