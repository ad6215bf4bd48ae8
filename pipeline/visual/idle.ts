import type {Layout} from '../model/layout.ts'
import type {Match} from './match.ts'
import {near} from './sized.ts'
import {restylingOf, type Restyling} from './styles.ts'

/**
 * Changes of style, by `keyOf`, that move nothing: at least one element that has it kept its size, its
 * distance to what stands around it and all that lies in it, and every other that did not has other
 * words. Whether they are drawn otherwise, pixels tell.
 *
 * A style sheet that was rewritten and shows nothing leaves the approved picture as it is, and what was
 * noted beside it too: without this the next change of words would be told as one of style.
 */
export function idleRestylings(before: Layout, after: Layout, {pairs}: Match): ReadonlySet<string> {
  const [olds, news] = [placesIn(before), placesIn(after)]
  const still = new Set<string>()
  const others = new Set<string>()
  for (const [index, from] of pairs) {
    const [old, now] = [before.boxes[from], after.boxes[index]]
    if (old === undefined || now === undefined) continue
    const keys = restylingOf(before, old, after, now).map(keyOf)
    if (keys.length === 0) continue
    const isReworded = olds.wordsIn(from) !== news.wordsIn(index)
    const isStill = !isReworded && isWhereItWas(index, from)
    for (const key of keys) {
      if (isStill) still.add(key)
      else if (!isReworded) others.add(key)
    }
  }
  return new Set([...still].filter((key) => !others.has(key)))

  function isWhereItWas(index: number, from: number): boolean {
    const [was, is] = [olds.distancesOf(from), news.distancesOf(index)]
    if (!was.every((distance, side) => near(distance, is[side] ?? NaN))) return false
    const inner = news.endOf(index) - index
    if (olds.endOf(from) - from !== inner) return false
    return Array.from({length: inner}, (_, at) => at).every((at) => {
      const [old, now] = [before.boxes[from + at], after.boxes[index + at]]
      const [home, homeNow] = [before.boxes[from], after.boxes[index]]
      if (!old || !now || !home || !homeNow || pairs.get(index + at) !== from + at) return false
      return (
        near(old.w, now.w) &&
        near(old.h, now.h) &&
        near(old.x - home.x, now.x - homeNow.x) &&
        near(old.y - home.y, now.y - homeNow.y)
      )
    })
  }
}

/** What a change of style is known again by. */
export function keyOf({property, from, to}: Restyling): string {
  return JSON.stringify([property, from, to])
}

/** Where each box of a layout stands among the others: parents come first, and what lies in them follows. */
function placesIn({boxes}: Layout) {
  const ends = boxes.map((_, index) => index + 1)
  const previous = new Map<number, number>()
  const next = new Map<number, number>()
  const last = new Map<number, number>()
  for (const [index, {parent}] of boxes.entries()) {
    for (let at = parent; at >= 0; at = boxes[at]?.parent ?? -1) ends[at] = index + 1
    const sibling = last.get(parent)
    if (sibling !== undefined) {
      previous.set(index, sibling)
      next.set(sibling, index)
    }
    last.set(parent, index)
  }
  return {
    endOf: (index: number) => ends[index] ?? index + 1,
    wordsIn: (index: number) =>
      boxes
        .slice(index, ends[index])
        .map(({tag, hash}) => `${tag} ${hash}`)
        .join('\n'),
    /** To the left edge of what it lies in, to what stands before it and behind it, in CSS pixels. */
    distancesOf: (index: number): readonly number[] => {
      const box = boxes[index]
      const home = boxes[box?.parent ?? -1]
      const [above, below] = [previous, next].map((all) => boxes[all.get(index) ?? -1])
      if (box === undefined) return []
      return [
        box.x - (home?.x ?? 0),
        box.y - (above ? above.y + above.h : (home?.y ?? 0)),
        (below ? below.y : home ? home.y + home.h : box.y + box.h) - box.y - box.h,
      ]
    },
  }
}
