/** Index of an old segment and of the new one it became. */
export type Pair = readonly [before: number, now: number]

type Indexed<Item> = readonly (readonly [index: number, item: Item])[]

/**
 * The pairs with the greatest sum of scores that keeps the order of both lists (dynamic
 * programming over all pairs). A score of 0 is no pair.
 */
export function pairsInOrder<Item>(
  olds: Indexed<Item>,
  news: Indexed<Item>,
  score: (before: readonly [number, Item], now: readonly [number, Item]) => number,
): readonly Pair[] {
  const width = news.length + 1
  const best = new Float64Array((olds.length + 1) * width)
  const scores = new Float64Array((olds.length + 1) * width)
  const at = (table: Float64Array, row: number, column: number) => table[row * width + column] ?? 0
  for (const [row, before] of olds.entries()) {
    for (const [column, now] of news.entries()) {
      const own = score(before, now)
      const here = (row + 1) * width + column + 1
      scores[here] = own
      best[here] = Math.max(
        at(best, row, column + 1),
        at(best, row + 1, column),
        own > 0 ? at(best, row, column) + own : 0,
      )
    }
  }
  const pairs: Pair[] = []
  let [row, column] = [olds.length, news.length]
  while (row > 0 && column > 0) {
    const [before, now] = [olds[row - 1], news[column - 1]]
    const own = at(scores, row, column)
    const sum = at(best, row, column)
    if (before && now && own > 0 && sum === at(best, row - 1, column - 1) + own) {
      pairs.push([before[0], now[0]])
      row--
      column--
    } else if (sum === at(best, row - 1, column)) row--
    else column--
  }
  return pairs.reverse()
}
