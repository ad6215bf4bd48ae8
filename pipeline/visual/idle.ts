import type {Raster} from '../model/hands.ts'
import type {Box, Layout} from '../model/layout.ts'
import type {Match} from './match.ts'
import {differs} from './pixels.ts'
import {restylingOf, SPILLING} from './styles.ts'

/** A page as it was, or is, drawn. */
interface Drawn {
  readonly raster: Raster
  readonly layout: Layout
}

/**
 * Changes of style, by `changeOf`, that show nowhere: at least one element that has it kept its size,
 * its distance to what stands around it, all that lies in it and every pixel, and every other that
 * did not has other words.
 *
 * A style sheet that was rewritten and shows nothing leaves the approved picture as it is, and what was
 * noted beside it too: without this the next change of words would be told as one of style.
 *
 * @param channel how far one colour channel may differ (0–255)
 */
export function idleRestylings(
  before: Drawn,
  after: Drawn,
  {pairs}: Match,
  channel: number,
): ReadonlySet<string> {
  const [olds, news] = [placesIn(before.layout), placesIn(after.layout)]
  const still = new Set<string>()
  const others = new Set<string>()
  for (const [index, from] of pairs) {
    const [old, now] = [before.layout.boxes[from], after.layout.boxes[index]]
    if (old === undefined || now === undefined) continue
    const change = changeOf(old, now)
    const restylings = restylingOf(before.layout, old, after.layout, now)
    if (restylings.length === 0) continue
    // Drawn elsewhere than it stands: nobody has looked there.
    if (restylings.some(({property}) => SPILLING.test(property))) others.add(change)
    if (others.has(change) || olds.wordsIn(from) !== news.wordsIn(index)) continue
    if (isWhereItWas(index, from) && isDrawnAlike(old, now)) still.add(change)
    else others.add(change)
  }
  return new Set([...still].filter((change) => !others.has(change)))

  function isWhereItWas(index: number, from: number): boolean {
    const [was, is] = [olds.distancesOf(from), news.distancesOf(index)]
    if (!was.every((distance, side) => distance === is[side])) return false
    const inner = news.endOf(index) - index
    if (olds.endOf(from) - from !== inner) return false
    const [home, homeNow] = [before.layout.boxes[from], after.layout.boxes[index]]
    return Array.from({length: inner}, (_, at) => at).every((at) => {
      const [old, now] = [before.layout.boxes[from + at], after.layout.boxes[index + at]]
      if (!old || !now || !home || !homeNow || pairs.get(index + at) !== from + at) return false
      const isSized = old.w === now.w && old.h === now.h
      return isSized && old.x - home.x === now.x - homeNow.x && old.y - home.y === now.y - homeNow.y
    })
  }

  /** With what it may draw beyond its edges. */
  function isDrawnAlike(old: Box, now: Box): boolean {
    for (let y = -SPILL; y < now.h + SPILL; y++) {
      for (let x = -SPILL; x < now.w + SPILL; x++) {
        const [oldX, oldY, newX, newY] = [old.x + x, old.y + y, now.x + x, now.y + y]
        const isInside = isIn(before.raster, oldX, oldY) && isIn(after.raster, newX, newY)
        if (isInside && differs(before.raster, oldX, oldY, after.raster, newX, newY, channel))
          return false
      }
    }
    return true
  }
}

/** How far from its edges, in pixels, an element is looked at. */
const SPILL = 4

/** What a change from one style to another is known again by, within two layouts. */
export function changeOf(old: Box, now: Box): string {
  return `${old.style} ${now.style}`
}

function isIn({width, height}: Raster, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < width && y < height
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
