import type {Raster} from '../model/hands.ts'
import type {Area, Box, Layout} from '../model/layout.ts'
import type {Explanation} from './changes.ts'
import type {Match} from './match.ts'
import {DRAWN} from './named.ts'
import {differs} from './pixels.ts'
import type {Stretch} from './rows.ts'

/** Pixels of an element that are drawn otherwise although it only moved, or not even that. */
export interface Residue {
  /** Index of the box in the second layout. */
  readonly box: number
  readonly pixels: number
}

/**
 * What no other change explains: each pixel of a changed row belongs to the innermost element
 * around it, and must be what that element had there before it moved. Lines of text may sit a pixel
 * higher or lower, as their heights are broken numbers.
 */
export function residueOf(
  before: Drawn,
  after: Drawn,
  {pairs}: Match,
  {explained, reaching}: Pick<Explanation, 'explained' | 'reaching'>,
  stretches: readonly Stretch[],
  channel: number,
): readonly Residue[] {
  const {width} = after.raster
  const [olds, owners] = [ownersIn(before), ownersIn(after)]
  const moved = new Map(
    [...pairs].filter(([index, from]) => {
      const [old, now] = [before.layout.boxes[from], after.layout.boxes[index]]
      return old && now && isPlacedAnew(old, now)
    }),
  )
  const [oldInk, ink] = [inkIn(before, new Set(moved.values())), inkIn(after, moved)]
  const isReached = reachOf(after, reaching)
  // Where anything moved, all else may have by part of a pixel.
  const isUnsettled = moved.size > 0
  const counts = new Map<number, number>()
  for (const {same, after: range} of stretches) {
    if (same) continue
    for (let at = range[0] * width; at < range[1] * width; at++) {
      const index = owners[at] ?? -1
      if (index < 0 || explained.has(index) || isReached(at, index)) continue
      const from = pairs.get(index) ?? -1
      const [old, now] = [before.layout.boxes[from], after.layout.boxes[index]]
      if (!old || !now) continue
      // A text in a box of another size is set anew in it.
      if (now.hash !== '' && (old.w !== now.w || old.h !== now.h)) continue
      const [x, y] = [at % width, Math.floor(at / width)]
      const [oldX, oldY] = [x - now.x + old.x, y - now.y + old.y]
      // What something else covered, or what it grew by, has nothing to be compared with.
      const oldAt = oldY * before.raster.width + oldX
      if (olds[oldAt] !== from) continue
      if (now.hash === '' && (ink[at] === 1 || oldInk[oldAt] === 1)) continue
      // A text may sit a pixel higher or lower than its element's edge does.
      const shifts = isUnsettled ? [0, -1, 1] : [0]
      const isOther = shifts.every((shift) =>
        differs(before.raster, oldX, oldY + shift, after.raster, x, y, channel),
      )
      const isResampled =
        isOther &&
        isUnsettled &&
        RESAMPLED.test(now.tag) &&
        isAmong(before.raster, oldX, oldY, after.raster, x, y)
      if (isOther && !isResampled) counts.set(index, (counts.get(index) ?? 0) + 1)
    }
  }
  // Letters that moved by part of a pixel have other edges.
  const toleratedIn = (index: number) => {
    const [old, now] = [before.layout.boxes[pairs.get(index) ?? -1], after.layout.boxes[index]]
    if (!old || !now) return 0
    if (isUnsettled && RESAMPLED.test(now.tag)) return (now.w * now.h) / 1000
    if (now.hash === '' || DRAWN.test(now.tag)) return 0
    if (old.x !== now.x) return (now.w * now.h) / 8
    return isUnsettled ? (now.w * now.h) / 50 : 0
  }
  return [...counts]
    .map(([box, pixels]) => ({box, pixels}))
    .filter(({box, pixels}) => pixels > toleratedIn(box))
    .sort((a, b) => a.box - b.box)
}

/** Elements whose picture is laid over pixels anew wherever they go. */
const RESAMPLED = /^(img|svg|video|canvas)$/

/** How far, in pixels, a point of such a picture may go: its edges lie at whole pixels, and it is as large as they leave. */
const REACH = 2

/** How far a colour may be off those around, as a picture is made smaller not quite alike. */
const OFF = 12

/** Whether a pixel has a colour between those of the pixels around another, as one has that went by part of a pixel. */
function isAmong(before: Raster, x: number, y: number, after: Raster, x2: number, y2: number) {
  const now = (y2 * after.width + x2) * 3
  for (let channel = 0; channel < 3; channel++) {
    let [least, most] = [255, 0]
    for (let row = Math.max(0, y - REACH); row <= Math.min(before.height - 1, y + REACH); row++) {
      for (
        let column = Math.max(0, x - REACH);
        column <= Math.min(before.width - 1, x + REACH);
        column++
      ) {
        const value = before.data[(row * before.width + column) * 3 + channel] ?? 0
        least = Math.min(least, value)
        most = Math.max(most, value)
      }
    }
    const value = after.data[now + channel] ?? 0
    if (value < least - OFF || value > most + OFF) return false
  }
  return true
}

interface Drawn {
  readonly raster: Raster
  readonly layout: Layout
}

/** How far from its edges, in pixels, something may still be drawn. */
const SPILL = 64

/**
 * Whether something that came or looks otherwise may have drawn a pixel of another box: it lies over
 * it, or close by and draws beyond its edges. What a box holds is its own business.
 */
function reachOf({raster, layout}: Drawn, reaching: ReadonlyMap<number, boolean>) {
  const size = reaching.size > 0 ? raster.width * raster.height : 0
  const [over, around] = [new Int32Array(size), new Int32Array(size)]
  const inOrder = [...reaching].sort(([a, spills], [b, spill]) => +spills - +spill || a - b)
  for (const [index, isSpilling] of inOrder) {
    const box = layout.boxes[index]
    if (!box) continue
    fill(over, raster, box, 0, index + 1)
    // An edge is drawn at whole pixels, and the box may end between them.
    fill(around, raster, box, isSpilling ? SPILL : 1, index + 1)
  }
  const isElsewhere = (reached: number, index: number) => {
    if (reached < 0) return false
    for (let one = index; one >= 0; one = layout.boxes[one]?.parent ?? -1) {
      if (one === reached) return false
    }
    return true
  }
  return (at: number, index: number) =>
    isElsewhere((over[at] ?? 0) - 1, index) || isElsewhere((around[at] ?? 0) - 1, index)
}

/** The innermost box around each pixel, by index; -1 where there is none. */
function ownersIn({raster, layout}: Drawn): Int32Array {
  const owners = new Int32Array(raster.width * raster.height).fill(-1)
  for (const [index, box] of layout.boxes.entries()) fill(owners, raster, box, 0, index)
  return owners
}

/**
 * Where letters may have ink: the boxes of text, and a little beyond, as letters hang over. And
 * where the edges of what moved may lie, which are drawn at whole pixels, and not where it ends.
 */
function inkIn({raster, layout}: Drawn, moved: {has(index: number): boolean}): Uint8Array {
  const ink = new Uint8Array(raster.width * raster.height)
  for (const [index, box] of layout.boxes.entries()) {
    if (box.hash !== '')
      fill(ink, raster, box, Math.max(6, Math.ceil(sizeOfType(layout, box) / 4)), 1)
    if (!moved.has(index)) continue
    if (hasPlacedParts(layout, box)) fill(ink, raster, box, SPILL, 1)
    else if (box.hash === '') for (const edge of ringOf(box)) fill(ink, raster, edge, 0, 1)
  }
  return ink
}

function isPlacedAnew(one: Area, other: Area): boolean {
  return one.x !== other.x || one.y !== other.y || one.w !== other.w || one.h !== other.h
}

/** Whether a style sheet puts something before or behind it, anywhere. */
function hasPlacedParts({properties, styles}: Layout, {style}: Box): boolean {
  return ['::before place', '::after place'].some((part) => {
    return styles[style]?.[properties.indexOf(part)]?.includes('position:') ?? false
  })
}

function sizeOfType({properties, styles}: Layout, {style}: Box): number {
  const size = parseFloat(styles[style]?.[properties.indexOf('font-size')] ?? '')
  return Number.isNaN(size) ? 0 : size
}

/** The pixels around a box, side by side. */
function ringOf({x, y, w, h}: Area): readonly Area[] {
  return [
    {x: x - 1, y: y - 1, w: w + 2, h: 1},
    {x: x - 1, y: y + h, w: w + 2, h: 1},
    {x: x - 1, y, w: 1, h},
    {x: x + w, y, w: 1, h},
  ]
}

function fill(
  map: Int32Array | Uint8Array,
  {width, height}: Raster,
  {x, y, w, h}: Area,
  beyond: number,
  value: number,
): void {
  const [left, right] = [Math.max(0, x - beyond), Math.min(width, x + w + beyond)]
  const end = Math.min(height, y + h + beyond)
  if (left >= right) return
  for (let row = Math.max(0, y - beyond); row < end; row++) {
    map.fill(value, row * width + left, row * width + right)
  }
}
