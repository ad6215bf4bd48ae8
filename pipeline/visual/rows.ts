import {diffArrays} from 'diff'
import type {Raster} from '../model/hands.ts'

/** Rows of two pictures that belong together. Ends are left out. */
export interface Stretch {
  /** Whether they are equal, pixel by pixel. */
  readonly same: boolean
  /** Rows of the first picture; none for what the second has beside it. */
  readonly before: readonly [from: number, to: number]
  readonly after: readonly [from: number, to: number]
}

/** Beyond so many insertions and removals two pictures have nothing in common worth finding. */
const MOST_EDITS = 1500

/**
 * Aligns two pictures row by row, so that what was only pushed down is not taken for changed: the
 * stretches cover both pictures from top to bottom, equal and unequal ones in turn. The other way
 * round it gives the same.
 */
export function alignRows(before: Raster, after: Raster): readonly Stretch[] {
  if (before.width !== after.width) return stretchesOf([], before.height, after.height)
  const least = Math.min(before.height, after.height)
  let head = 0
  while (head < least && compareRows(before, head, after, head) === 0) head++
  let tail = 0
  while (
    tail < least - head &&
    compareRows(before, before.height - 1 - tail, after, after.height - 1 - tail) === 0
  ) {
    tail++
  }
  const ends = [before.height - tail, after.height - tail] as const
  const middle =
    head < Math.min(...ends) && compareRows(before, head, after, head) > 0
      ? pairsIn(after, [head, ends[1]], before, [head, ends[0]]).map(([a, b]) => [b, a] as const)
      : pairsIn(before, [head, ends[0]], after, [head, ends[1]])
  const pairs = [
    ...Array.from({length: head}, (_, row) => [row, row] as const),
    ...middle,
    ...Array.from({length: tail}, (_, row) => [ends[0] + row, ends[1] + row] as const),
  ]
  return stretchesOf(pairs, before.height, after.height)
}

type Range = readonly [from: number, to: number]
type Pair = readonly [before: number, after: number]

/** Equal rows, in order; rows that only one picture has are none of the search's business. */
function pairsIn(one: Raster, inOne: Range, other: Raster, inOther: Range): readonly Pair[] {
  const names = new Map<string, number>()
  const named = (raster: Raster, [from, to]: Range) =>
    Array.from({length: to - from}, (_, index) => {
      const key = rowOf(raster, from + index).toString('latin1')
      const name = names.get(key) ?? names.size
      names.set(key, name)
      return {name, row: from + index}
    })
  const [a, b] = [named(one, inOne), named(other, inOther)]
  const [inA, inB] = [new Set(a.map(({name}) => name)), new Set(b.map(({name}) => name))]
  const common = [a.filter(({name}) => inB.has(name)), b.filter(({name}) => inA.has(name))] as const
  const [left, right] = common
  const parts = diffArrays(
    left.map(({name}) => name),
    right.map(({name}) => name),
    {maxEditLength: MOST_EDITS},
  )
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  for (const {added, removed, count} of parts ?? []) {
    if (!added && !removed) {
      for (let step = 0; step < count; step++) {
        pairs.push([left[i + step]?.row ?? 0, right[j + step]?.row ?? 0])
      }
    }
    if (!added) i += count
    if (!removed) j += count
  }
  return pairs
}

function stretchesOf(pairs: readonly Pair[], height: number, other: number): readonly Stretch[] {
  const found: Stretch[] = []
  let [i, j] = [0, 0]
  for (const [a, b] of [...pairs, [height, other] as const]) {
    if (i < a || j < b) found.push({same: false, before: [i, a], after: [j, b]})
    if (a === height && b === other) break
    const last = found.at(-1)
    if (last?.same)
      found[found.length - 1] = {
        ...last,
        before: [last.before[0], a + 1],
        after: [last.after[0], b + 1],
      }
    else found.push({same: true, before: [a, a + 1], after: [b, b + 1]})
    i = a + 1
    j = b + 1
  }
  return found
}

function rowOf({data, width}: Raster, row: number): Buffer {
  return Buffer.from(data.buffer, data.byteOffset + row * width * 3, width * 3)
}

function compareRows(one: Raster, row: number, other: Raster, otherRow: number): number {
  return rowOf(one, row).compare(rowOf(other, otherRow))
}
