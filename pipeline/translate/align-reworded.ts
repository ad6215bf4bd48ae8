import {alignBlocks} from './align-blocks.ts'
import {isEqual, type Leftover, type Pair, type Placed, type Regrouping} from './alignable.ts'
import {likeness, type Profile} from './likeness.ts'

/** Looks up what is compared of a segment, or of several taken together. */
export interface Profiles {
  readonly before: (first: number, ...more: readonly number[]) => Profile
  readonly now: (first: number, ...more: readonly number[]) => Profile
}

/** Equal text; of several equal texts the one that the text around it says. */
export function equalInOrder(rest: Leftover, of: Profiles): readonly Pair[] {
  return walk(rest, of).flatMap(({befores: [before, second], nows: [now, other]}) =>
    before && now && !second && !other && isEqual(before[1], now[1])
      ? [[before[0], now[0]] as const]
      : [],
  )
}

/** Least likeness of a pair: between its old neighbours, elsewhere in order, and out of order. */
const least = {betweenNeighbours: 0.45, inOrder: 0.6, anywhere: 0.75, together: 0.7}

/** Pairs of reworded text; of two that are one on the other side only one can be in a pair. */
export interface Reworded {
  readonly pairs: readonly Pair[]
  readonly regroupings: readonly Regrouping[]
}

/** Reworded text: what stands in order, then the most alike of what has moved. */
export function reworded(
  rest: Leftover,
  of: Profiles,
  found: ReadonlyMap<number, number>,
): Reworded {
  const known = new Map(found)
  const like = ([before]: Placed, [now]: Placed) => likeness(of.before(before), of.now(now))
  const isBetween = ([before]: Placed, [now]: Placed) =>
    (now === 0 ? before === 0 : known.get(now - 1) === before - 1) &&
    [before + 1, undefined].includes(known.get(now + 1))
  const steps = walk(rest, of)
  const inOrder = steps.flatMap(({befores, nows}): readonly Pair[] => {
    const candidates = befores.flatMap((before) =>
      nows.map((now) => ({before, now, score: like(before, now)})),
    )
    const [best] = candidates.toSorted((a, b) => b.score - a.score)
    if (best === undefined) return []
    const {before, now, score} = best
    const wanted = isBetween(before, now) ? least.betweenNeighbours : least.inOrder
    if (candidates.length === 1 && score < wanted) return []
    known.set(now[0], before[0])
    return [[before[0], now[0]]]
  })
  const [paired, given] = [new Set(inOrder.map(([a]) => a)), new Set(inOrder.map(([, b]) => b))]
  const olds = rest.olds.filter(([index, {retired}]) => !retired && !paired.has(index))
  const elsewhere = rest.news
    .filter(([index]) => !given.has(index))
    .flatMap((now) => olds.map((before) => ({before, now, score: like(before, now)})))
    .filter(({score}) => score >= least.anywhere)
    .toSorted((a, b) => b.score - a.score)
  return {
    pairs: [...inOrder, ...elsewhere.map(({before, now}): Pair => [before[0], now[0]])],
    regroupings: steps
      .filter(({befores, nows}) => befores.length + nows.length === 3)
      .map(({befores, nows}) => ({
        befores: befores.map(([index]) => index),
        nows: nows.map(([index]) => index),
      })),
  }
}

interface Step {
  readonly befores: readonly Placed[]
  readonly nows: readonly Placed[]
}

/** The cheapest walk through what is left, in order. */
function walk({olds, news}: Leftover, of: Profiles): readonly Step[] {
  const live = olds.filter(([, {retired}]) => !retired)
  const steps = alignBlocks(live.length, news.length, {
    pair(row, column) {
      const [before, now] = [live[row], news[column]]
      if (before === undefined || now === undefined) return Infinity
      if (isEqual(before[1], now[1])) return -2
      return cost(likeness(of.before(before[0]), of.now(now[0])), 0.3)
    },
    merge(row, column) {
      const [one, two, now] = [live[row], live[row + 1], news[column]]
      if (!one || !two || !now || !areTogether(one, two)) return Infinity
      const parts = [of.before(one[0]), of.before(two[0])] as const
      return togetherCost(parts, of.now(now[0]), () => of.before(one[0], two[0]))
    },
    split(row, column) {
      const [before, one, two] = [live[row], news[column], news[column + 1]]
      if (!before || !one || !two || !areTogether(one, two)) return Infinity
      const parts = [of.now(one[0]), of.now(two[0])] as const
      return togetherCost(parts, of.before(before[0]), () => of.now(one[0], two[0]))
    },
    gap: 2.5,
  })
  return steps.map(({befores, nows}) => ({
    befores: pick(live, befores),
    nows: pick(news, nows),
  }))
}

function pick(placed: readonly Placed[], places: readonly number[]): readonly Placed[] {
  return places.map((place) => placed[place]).filter((one) => one !== undefined)
}

function cost(score: number, minimum: number): number {
  return score < minimum ? Infinity : 10 * (1 - score)
}

/** Whether two blocks stand side by side and are of one kind, so that they can be one. */
function areTogether([place, one]: Placed, [next, two]: Placed): boolean {
  return next === place + 1 && one.kind === two.kind && one.container === two.container
}

/**
 * Two blocks are one where they are clearly more like it together than either is alone: a little
 * more will do where together they have all its words and no others.
 */
function togetherCost(
  parts: readonly [Profile, Profile],
  whole: Profile,
  joined: () => Profile,
): number {
  const count = parts[0].count + parts[1].count
  const most = (2 * Math.min(count, whole.count)) / Math.max(1, count + whole.count)
  if (parts[0].kind !== whole.kind || most < least.together) return Infinity
  const score = likeness(joined(), whole)
  const alone = Math.max(likeness(parts[0], whole), likeness(parts[1], whole))
  return score < alone + (score === 1 ? 0.01 : 0.1) ? Infinity : 1 + cost(score, least.together)
}
