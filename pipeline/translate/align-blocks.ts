/**
 * Blocks of both lists that belong together: one of each; two that became one, or one that became
 * two; or one that has no counterpart.
 */
export interface Bead {
  readonly befores: readonly number[]
  readonly nows: readonly number[]
  readonly cost: number
}

/** What it costs to put blocks together, by their indices. `Infinity` forbids it. */
export interface Costs {
  readonly pair: (before: number, now: number) => number
  /** The block `before` and the next one became `now`. */
  readonly merge: (before: number, now: number) => number
  /** The block `before` became `now` and the next one. */
  readonly split: (before: number, now: number) => number
  /** A block without a counterpart. */
  readonly gap: number
}

/**
 * The cheapest way to walk through two lists in order, `befores` and `nows` long (dynamic
 * programming in a band around the diagonal, which is wide enough for every insertion).
 */
export function alignBlocks(befores: number, nows: number, costs: Costs): readonly Bead[] {
  const band = Math.max(40, Math.abs(befores - nows) + 30)
  const slope = nows / Math.max(1, befores)
  const first = (row: number) => Math.round(row * slope) - band
  const width = 2 * band + 1
  const sums = new Float64Array((befores + 1) * width).fill(Infinity)
  const steps = new Uint8Array((befores + 1) * width)
  const sumAt = (row: number, column: number) => {
    const place = column - first(row)
    return row < 0 || column < 0 || place < 0 || place >= width
      ? Infinity
      : (sums[row * width + place] ?? Infinity)
  }
  for (let row = 0; row <= befores; row++) {
    const start = Math.max(0, first(row))
    const end = Math.min(nows, first(row) + width - 1)
    for (let column = start; column <= end; column++) {
      let [least, step] = row === 0 && column === 0 ? [0, 0] : [Infinity, 0]
      for (const [kind, [down, across]] of moves.entries()) {
        const sum = sumAt(row - down, column - across)
        if (sum >= least) continue
        const total = sum + costOf(kind, row - down, column - across, costs)
        if (total < least) [least, step] = [total, kind]
      }
      sums[row * width + column - first(row)] = least
      steps[row * width + column - first(row)] = step
    }
  }
  const beads: Bead[] = []
  for (let [row, column] = [befores, nows]; row > 0 || column > 0;) {
    const kind = steps[row * width + column - first(row)] ?? 0
    const [down, across] = moves[kind] ?? [1, 1]
    row -= down
    column -= across
    const cost = costOf(kind, row, column, costs)
    beads.push({befores: range(row, down), nows: range(column, across), cost})
  }
  return beads.reverse()
}

/** How many blocks of each list a step takes: a pair, a gap on either side, a merge, a split. */
const moves = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
] as const

function costOf(kind: number, before: number, now: number, costs: Costs): number {
  if (kind === 0) return costs.pair(before, now)
  if (kind === 3) return costs.merge(before, now)
  return kind === 4 ? costs.split(before, now) : costs.gap
}

function range(start: number, length: number): readonly number[] {
  return Array.from({length}, (_, index) => start + index)
}
