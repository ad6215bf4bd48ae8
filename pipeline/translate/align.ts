import {pairsInOrder, type Pair} from './pairs-in-order.ts'
import {similarity, wordsOf} from './similarity.ts'
import type {SegmentKind} from '../model/segment.ts'

/** What aligning looks at in a segment. */
export interface Alignable {
  readonly kind: SegmentKind
  readonly container: string
  readonly text: string
  /** Fingerprint of the text as it was at the last sync. */
  readonly hash: string
  /** It has left the article; only the same text brings it back. */
  readonly retired: boolean
}

/**
 * Find each new segment's predecessor among the old ones: for each new segment the index of the
 * old one, or `undefined`. Each old segment is given once. In this order: the one headline is the
 * headline; equal text in order, then wherever it has moved; then reworded text, in order first.
 * Below the thresholds nothing is accepted: a wrong pair costs a translator more than a missed one.
 */
export function align(
  olds: readonly Alignable[],
  news: readonly Alignable[],
): readonly (number | undefined)[] {
  const found = new Map<number, number>()
  const taken = new Set<number>()
  const accept = (pairs: readonly Pair[]) => {
    for (const [before, now] of pairs) {
      if (found.has(now) || taken.has(before)) continue
      found.set(now, before)
      taken.add(before)
    }
  }
  const left = () => ({
    olds: [...olds.entries()].filter(([index]) => !taken.has(index)),
    news: [...news.entries()].filter(([index]) => !found.has(index)),
  })
  accept(slots(olds, news))
  for (const pass of [equalInOrder, equalAnywhere, (a: Left, b: Left) => reworded(a, b, found)]) {
    const rest = left()
    accept(pass(rest.olds, rest.news))
  }
  return news.map((_, index) => found.get(index))
}

type Left = readonly (readonly [index: number, segment: Alignable])[]

/** An article has one headline, one standfirst, one dateline: whatever it says, it is that one. */
function slots(olds: readonly Alignable[], news: readonly Alignable[]): readonly Pair[] {
  return (['headline', 'standfirst', 'dateline'] as const)
    .map((kind): Pair => {
      const isIt = (segment: Alignable) => segment.kind === kind && !segment.retired
      return [olds.findIndex(isIt), news.findIndex(isIt)]
    })
    .filter(([before, now]) => before >= 0 && now >= 0)
}

function equalInOrder(olds: Left, news: Left): readonly Pair[] {
  return pairsInOrder(olds, news, ([, before], [, now]) =>
    !before.retired && before.hash === now.hash && before.kind === now.kind ? 1 : 0,
  )
}

/** Equal text of the same kind before equal text of another (a paragraph made a list item). */
function equalAnywhere(olds: Left, news: Left): readonly Pair[] {
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

/** Least similarity of a pair: where it stands, between its old neighbours, and anywhere else. */
const least = {inOrder: 0.6, betweenNeighbours: 0.5, anywhere: 0.75}

function reworded(all: Left, news: Left, found: ReadonlyMap<number, number>): readonly Pair[] {
  const olds = all.filter(([, {retired}]) => !retired)
  const wordsBefore = new Map(olds.map(([index, {text}]) => [index, wordsOf(text)]))
  const wordsNow = new Map(news.map(([index, {text}]) => [index, wordsOf(text)]))
  const likeness = ([before, a]: Left[number], [now, b]: Left[number]) =>
    similarity(wordsBefore.get(before) ?? [], wordsNow.get(now) ?? []) *
    (a.kind === b.kind ? 1 : 0.9) *
    (a.container === b.container ? 1 : 0.95)
  const isBetween = (before: number, now: number) =>
    (now === 0 ? before === 0 : found.get(now - 1) === before - 1) &&
    (found.get(now + 1) === before + 1 || found.get(now + 1) === undefined)
  const inOrder = pairsInOrder(olds, news, (a, b) => {
    const score = likeness(a, b)
    return score >= (isBetween(a[0], b[0]) ? least.betweenNeighbours : least.inOrder) ? score : 0
  })
  const [paired, given] = [new Set(inOrder.map(([a]) => a)), new Set(inOrder.map(([, b]) => b))]
  const elsewhere = news
    .filter(([now]) => !given.has(now))
    .flatMap((now) =>
      olds.filter(([before]) => !paired.has(before)).map((before) => ({before, now})),
    )
    .map(({before, now}) => ({pair: [before[0], now[0]] as const, score: likeness(before, now)}))
    .filter(({score}) => score >= least.anywhere)
    .toSorted((a, b) => b.score - a.score)
  return [...inOrder, ...elsewhere.map(({pair}) => pair)]
}
