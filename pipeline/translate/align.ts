import type {SegmentKind} from '../model/segment.ts'
import {equalInOrder, reworded} from './align-reworded.ts'
import {
  isEqual,
  type Alignable,
  type Leftover,
  type Pair,
  type Placed,
  type Regrouping,
} from './alignable.ts'
import {profiles} from './likeness.ts'

/** How the segments of an article became those it has now. */
export interface Alignment {
  /** For each new segment the index of the old one, or `undefined`. Each old one is given once. */
  readonly predecessors: readonly (number | undefined)[]
  /** Blocks that were merged or split, where nothing else has a claim on any of them. */
  readonly regroupings: readonly Regrouping[]
}

/** The predecessor of each new segment, as `alignment` finds it. */
export function align(
  olds: readonly Alignable[],
  news: readonly Alignable[],
): readonly (number | undefined)[] {
  return alignment(olds, news).predecessors
}

/**
 * Find each new segment's predecessor among the old ones. In this order: the one headline is the
 * headline; equal text, in the place that the text around it says, then wherever it has moved; then
 * reworded text, in order first. Of a block that was split the greater part is it, of blocks that
 * were merged the greater one. Below the thresholds nothing is accepted: a wrong pair costs a
 * translator more than a missed one.
 */
export function alignment(olds: readonly Alignable[], news: readonly Alignable[]): Alignment {
  const found = new Map<number, number>()
  const taken = new Set<number>()
  const accept = (pairs: readonly Pair[]) => {
    for (const [before, now] of pairs) {
      if (found.has(now) || taken.has(before)) continue
      found.set(now, before)
      taken.add(before)
    }
  }
  const left = (): Leftover => ({
    olds: [...olds.entries()].filter(([index]) => !taken.has(index)),
    news: [...news.entries()].filter(([index]) => !found.has(index)),
  })
  const of = {before: profiles(olds), now: profiles(news)}
  accept(slots(olds, news))
  accept(equalAtEnds(left()))
  accept(equalInOrder(left(), of))
  accept(equalAnywhere(left()))
  const {pairs, regroupings} = reworded(left(), of, found)
  accept(pairs)
  return {
    predecessors: news.map((_, index) => found.get(index)),
    regroupings: regroupings.filter(
      ({befores, nows}) =>
        befores.every(
          (before) => !taken.has(before) || nows.some((now) => found.get(now) === before),
        ) && nows.every((now) => befores.includes(found.get(now) ?? befores[0] ?? -1)),
    ),
  }
}

/** An article has one headline, one standfirst, one dateline: whatever it says, it is that one. */
function slots(olds: readonly Alignable[], news: readonly Alignable[]): readonly Pair[] {
  return (['headline', 'standfirst', 'dateline'] as const satisfies readonly SegmentKind[])
    .map((kind): Pair => {
      const isIt = (segment: Alignable) => segment.kind === kind && !segment.retired
      return [olds.findIndex(isIt), news.findIndex(isIt)]
    })
    .filter(([before, now]) => before >= 0 && now >= 0)
}

/** What comes before the first change and after the last one: most of an article, mostly. */
function equalAtEnds(rest: Leftover): readonly Pair[] {
  const olds = rest.olds.filter(([, {retired}]) => !retired)
  const most = Math.min(olds.length, rest.news.length)
  const start = equalRun(olds, rest.news, most)
  const end = equalRun(olds.toReversed(), rest.news.toReversed(), most - start.length)
  return [...start, ...end]
}

function equalRun(olds: readonly Placed[], news: readonly Placed[], most: number): readonly Pair[] {
  const pairs: Pair[] = []
  for (const [place, before] of olds.slice(0, most).entries()) {
    const now = news[place]
    if (now === undefined || !isEqual(before[1], now[1])) break
    pairs.push([before[0], now[0]])
  }
  return pairs
}

/** Equal text of the same kind before equal text of another (a paragraph made a list item). */
function equalAnywhere({olds, news}: Leftover): readonly Pair[] {
  const places = new Map<string, number[]>()
  const put = (key: string, index: number) => places.set(key, [...(places.get(key) ?? []), index])
  for (const [index, {kind, hash}] of olds) {
    put(`${kind} ${hash}`, index)
    put(hash, index)
  }
  const wanted = news.flatMap(([now, {kind, hash}]) => [
    {now, places: places.get(`${kind} ${hash}`) ?? [], rank: 0},
    {now, places: places.get(hash) ?? [], rank: 1},
  ])
  const used = new Set<number>()
  const done = new Set<number>()
  return wanted
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap(({now, places: candidates}): readonly Pair[] => {
      const before = candidates.find((index) => !used.has(index))
      if (before === undefined || done.has(now)) return []
      used.add(before)
      done.add(now)
      return [[before, now]]
    })
}
