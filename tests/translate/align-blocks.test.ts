import * as fc from 'fast-check'
import {expect, it} from 'vitest'
import {alignBlocks} from '../../pipeline/translate/align-blocks.ts'

/** Letters that are alike go together; `ab` is what `a` and `b` became, and the other way round. */
function walk(befores: readonly string[], nows: readonly string[]): string {
  const same = (a: string | undefined, b: string | undefined) => (a === b ? 0 : Infinity)
  return alignBlocks(befores.length, nows.length, {
    pair: (before, now) => same(befores[before], nows[now]),
    merge: (before, now) =>
      1 + same(`${befores[before] ?? ''}${befores[before + 1] ?? ''}`, nows[now]),
    split: (before, now) => 1 + same(befores[before], `${nows[now] ?? ''}${nows[now + 1] ?? ''}`),
    gap: 2,
  })
    .map(
      (bead) =>
        `${bead.befores.map((index) => befores[index]).join('+')}>${bead.nows.map((index) => nows[index]).join('+')}`,
    )
    .join(' ')
}

it.each([
  ['', '', ''],
  ['a b', 'a b', 'a>a b>b'],
  ['a b', 'a x b', 'a>a >x b>b'],
  ['a x b', 'a b', 'a>a x> b>b'],
  ['', 'a', '>a'],
  ['a', '', 'a>'],
  ['a b c', 'ab c', 'a+b>ab c>c'],
  ['ab c', 'a b c', 'ab>a+b c>c'],
  ['n a n', 'a n', 'n> a>a n>n'],
])('%j becomes %j', (befores, nows, expected) => {
  const list = (text: string) => text.split(' ').filter((letter) => letter !== '')
  expect(walk(list(befores), list(nows))).toBe(expected)
})

it('takes every block once and in order, however long the lists are', () => {
  fc.assert(
    fc.property(fc.nat(120), fc.nat(120), fc.integer(), (befores, nows, salt) => {
      const chance = (a: number, b: number) => Math.abs(Math.sin(a * 12.9 + b * 78.2 + salt)) * 8
      const beads = alignBlocks(befores, nows, {pair: chance, merge: chance, split: chance, gap: 3})
      const upTo = (length: number) => Array.from({length}, (_, index) => index)
      expect(beads.flatMap((bead) => bead.befores)).toEqual(upTo(befores))
      expect(beads.flatMap((bead) => bead.nows)).toEqual(upTo(nows))
    }),
    {numRuns: 60},
  )
})
