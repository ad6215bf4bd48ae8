import type {Raster} from '../model/hands.ts'
import type {Stretch} from './rows.ts'

/** How many pixels differ once the rows are aligned, and the box around them in the second picture. */
export interface Counted {
  readonly pixels: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/**
 * Counts the pixels that differ by more than `channel` in one of their colours. Rows that only one
 * picture has count whole; one that is only in the first lies where the second closed over it.
 */
export function countPixels(
  before: Raster,
  after: Raster,
  stretches: readonly Stretch[],
  channel: number,
): Counted {
  let pixels = 0
  let [top, bottom, left, right] = [after.height, 0, after.width, 0]
  const mark = (row: number, from: number, to: number) => {
    top = Math.min(top, row)
    bottom = Math.max(bottom, row + 1)
    left = Math.min(left, from)
    right = Math.max(right, to)
  }
  const width = Math.max(before.width, after.width)
  for (const stretch of stretches) {
    if (stretch.same) continue
    const [old, now] = [stretch.before, stretch.after]
    const rows = Math.min(old[1] - old[0], now[1] - now[0])
    for (let row = 0; row < rows; row++) {
      for (let x = 0; x < width; x++) {
        if (!differs(before, x, old[0] + row, after, x, now[0] + row, channel)) continue
        pixels++
        mark(now[0] + row, x, x + 1)
      }
    }
    const more = Math.max(old[1] - old[0], now[1] - now[0]) - rows
    pixels += more * width
    for (let row = 0; row < more; row++) mark(Math.min(now[0] + rows + row, now[1]), 0, width)
  }
  return {pixels, top, bottom, left, right}
}

/** Whether two pixels differ by more than `channel`; one beyond a picture's edge always does. */
export function differs(
  one: Raster,
  x: number,
  y: number,
  other: Raster,
  x2: number,
  y2: number,
  channel: number,
): boolean {
  if (!isWithin(one, x, y) || !isWithin(other, x2, y2)) return true
  const a = (y * one.width + x) * 3
  const b = (y2 * other.width + x2) * 3
  for (let offset = 0; offset < 3; offset++) {
    if (Math.abs((one.data[a + offset] ?? 0) - (other.data[b + offset] ?? 0)) > channel) return true
  }
  return false
}

function isWithin({width, height}: Raster, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < width && y < height
}
