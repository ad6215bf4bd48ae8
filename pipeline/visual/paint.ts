import type {Raster} from '../model/hands.ts'
import {differs} from './pixels.ts'
import type {Stretch} from './rows.ts'

type Colour = readonly [red: number, green: number, blue: number]
const RED: Colour = [200, 0, 0]
const GREEN: Colour = [0, 110, 60]

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
  for (const {same, before: old, after: now} of stretches) {
    const rows = Math.max(old[1] - old[0], now[1] - now[0])
    for (let row = 0; row < rows; row++, line++) {
      const [was, is] = [old[0] + row, now[0] + row]
      const start = line * width * 3
      if (is >= now[1]) {
        paleRow(data, start, width, before, was, RED)
        for (let x = 0; x < width; x++) if ((x + line) % 12 < 2) dot(data, start + x * 3, RED)
        continue
      }
      const isNew = was >= old[1]
      paleRow(data, start, width, after, is, isNew ? GREEN : undefined)
      if (same) continue
      for (let x = 0; x < width; x++) {
        if (isNew) {
          if (x < 6 || x >= width - 6) dot(data, start + x * 3, GREEN)
        } else if (differs(before, x, was, after, x, is, channel)) dot(data, start + x * 3, RED)
      }
    }
  }
  return {data, width, height}
}

function dot(data: Uint8Array, at: number, [red, green, blue]: Colour): void {
  data[at] = red
  data[at + 1] = green
  data[at + 2] = blue
}

/** A row at a quarter of its strength, on white or on a tint; white beyond the picture's edge. */
function paleRow(
  data: Uint8Array,
  start: number,
  length: number,
  from: Raster,
  row: number,
  tint: Colour | undefined,
): void {
  const own = row < from.height ? Math.min(length, from.width) * 3 : 0
  const source = row * from.width * 3
  for (let at = 0; at < length * 3; at++) {
    const value = 191 + ((at < own ? (from.data[source + at] ?? 0) : 255) >> 2)
    data[start + at] = tint === undefined ? value : value * 0.85 + (tint[at % 3] ?? 0) * 0.15
  }
}
