import type {Raster} from '../model/hands.ts'
import {differs} from './pixels.ts'
import type {Stretch} from './rows.ts'

type Colour = readonly [red: number, green: number, blue: number]
const CHANGED: Colour = [200, 0, 0]
const NEW: Colour = [0, 110, 60]
const GONE: Colour = [200, 0, 0]

/**
 * A picture of the difference: what stayed is pale, what changed is red; rows that are new have a
 * green bar on both sides, rows that are gone are shown where they were, struck through in red.
 */
export function paintDifference(
  before: Raster,
  after: Raster,
  stretches: readonly Stretch[],
  channel: number,
): Raster {
  const width = Math.max(before.width, after.width)
  const height = stretches.reduce((sum, {before: old, after: now}) => {
    return sum + Math.max(old[1] - old[0], now[1] - now[0])
  }, 0)
  const data = new Uint8Array(width * height * 3)
  let line = 0
  const draw = (x: number, colour: Colour) => data.set(colour, (line * width + x) * 3)
  for (const {same, before: old, after: now} of stretches) {
    const rows = Math.max(old[1] - old[0], now[1] - now[0])
    for (let row = 0; row < rows; row++, line++) {
      const [was, is] = [old[0] + row, now[0] + row]
      const isGone = is >= now[1]
      const isNew = was >= old[1]
      for (let x = 0; x < width; x++) {
        if (isGone) draw(x, (x + line) % 12 < 2 ? GONE : pale(before, x, was, GONE))
        else if (isNew) draw(x, x < 6 || x >= width - 6 ? NEW : pale(after, x, is, NEW))
        else if (!same && differs(before, x, was, after, x, is, channel)) draw(x, CHANGED)
        else draw(x, pale(after, x, is, undefined))
      }
    }
  }
  return {data, width, height}
}

/** A pixel at a quarter of its strength, on white or on a tint. */
function pale(
  {data, width, height}: Raster,
  x: number,
  y: number,
  tint: Colour | undefined,
): Colour {
  const at = x < width && y < height ? (y * width + x) * 3 : undefined
  const of = (offset: 0 | 1 | 2) => {
    const value = 191 + ((at === undefined ? 255 : (data[at + offset] ?? 0)) >> 2)
    return tint === undefined ? value : Math.round(value * 0.85 + tint[offset] * 0.15)
  }
  return [of(0), of(1), of(2)]
}
