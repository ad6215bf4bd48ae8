/** What of a picture's pixels tells whether they are words: measured in the page, judged elsewhere. */
export type PixelProfile = {
  /** How much of it is of its most frequent colour, 0–1, once frames around it are left out. */
  readonly ground: number
  /** How much is neither of that colour nor clearly of another: photographs, gradients. */
  readonly between: number
  /** Rows of marks on that ground, from top to bottom. */
  readonly lines: readonly {
    /** Pixels. */
    readonly height: number
    /** Marks beside each other, with nothing of them above one another. */
    readonly marks: number
    /** How many of them are plain boxes, filled from edge to edge. */
    readonly bars: number
    /** How wide each is, in pixels. */
    readonly widths: readonly number[]
    /** The room between them, in pixels. */
    readonly gaps: readonly number[]
    /** The median width of a stroke that a row of pixels crosses, as a part of the height. */
    readonly stroke: number
  }[]
}

/** Four bytes each: red, green, blue, and what is not looked at. */
export type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>

declare global {
  var galleyProfile: (pixels: Pixels) => PixelProfile
}

/** Runs in the page, by itself: lets it measure pixels. */
export function installProfile(): null {
  globalThis.galleyProfile = profileOf
  return null

  function profileOf({data, width, height}: Pixels): PixelProfile {
    const ground = groundOf()
    const away = new Uint8Array(width * height)
    for (let at = 0; at < away.length; at++) away[at] = distance(at)
    const share = away.reduce((sum, one) => sum + (one < 32 ? 1 : 0), 0) / away.length
    // A photograph has no ground: nothing more is to be known of it.
    if (share < 0.4) return {ground: share, between: 1, lines: []}
    const frame = framed()
    const inked = (at: number) => (away[at] ?? 0) >= 64 && frame[at] !== 1
    const counted = away.length - frame.reduce((sum, one) => sum + one, 0)
    let plain = 0
    let between = 0
    for (const [at, one] of away.entries()) {
      if (frame[at] === 1) continue
      if (one < 32) plain++
      else if (one < 64) between++
    }
    return {
      ground: plain / Math.max(1, counted),
      between: between / Math.max(1, counted - plain),
      lines: runs(height, (y) => hasInk(y, 0, width)).map(([top, bottom]) => lineOf(top, bottom)),
    }

    function lineOf(top: number, bottom: number): PixelProfile['lines'][number] {
      const tall = bottom - top
      const marks = runs(width, (x) => {
        for (let y = top; y < bottom; y++) if (inked(y * width + x)) return true
        return false
      })
      const gaps = marks.slice(1).map(([left], index) => left - (marks[index]?.[1] ?? left))
      const strokes: number[] = []
      for (let y = top; y < bottom; y++) {
        for (const [from, to] of runs(width, (x) => inked(y * width + x))) strokes.push(to - from)
      }
      const median = strokes.toSorted((a, b) => a - b)[Math.floor(strokes.length / 2)] ?? 0
      const bars = marks.filter(([from, to]) => isBar(from, to, top, bottom)).length
      const widths = marks.map(([from, to]) => to - from)
      return {height: tall, marks: marks.length, bars, widths, gaps, stroke: median / tall}
    }

    function isBar(from: number, to: number, top: number, bottom: number): boolean {
      const rows: number[] = []
      for (let y = top; y < bottom; y++) {
        let inRow = 0
        for (let x = from; x < to; x++) if (inked(y * width + x)) inRow++
        if (inRow > 0) rows.push(inRow)
      }
      const filled = rows.reduce((sum, one) => sum + one, 0)
      return filled > rows.length * (to - from) * 0.95
    }

    function hasInk(y: number, from: number, to: number): boolean {
      for (let x = from; x < to; x++) if (inked(y * width + x)) return true
      return false
    }

    /** Stretches, `[from, to)`, along which something is so. */
    function runs(length: number, is: (at: number) => boolean): readonly [number, number][] {
      const found: [number, number][] = []
      let start = -1
      for (let at = 0; at <= length; at++) {
        const now = at < length && is(at)
        if (now && start < 0) start = at
        if (!now && start >= 0) {
          found.push([start, at])
          start = -1
        }
      }
      return found
    }

    /** The most frequent colour, of 32 steps a channel. */
    function groundOf(): readonly [number, number, number] {
      const seen = new Map<number, number>()
      for (let at = 0; at < data.length; at += 4) {
        const key = (data[at]! >> 3) * 1024 + (data[at + 1]! >> 3) * 32 + (data[at + 2]! >> 3)
        seen.set(key, (seen.get(key) ?? 0) + 1)
      }
      const [most] = [...seen].reduce<[number, number]>((a, b) => (b[1] > a[1] ? b : a), [0, 0])
      const middle = (step: number) => step * 8 + 4
      return [middle(most >> 10), middle((most >> 5) & 31), middle(most & 31)]
    }

    function distance(at: number): number {
      const [red, green, blue] = ground
      return Math.max(
        Math.abs(data[at * 4]! - red),
        Math.abs(data[at * 4 + 1]! - green),
        Math.abs(data[at * 4 + 2]! - blue),
      )
    }

    /** What hangs together from the edge and goes along half of it: borders, corners, shadows. */
    function framed(): Uint8Array {
      const found = new Uint8Array(width * height)
      const seen = new Uint8Array(width * height)
      for (let start = 0; start < away.length; start++) {
        const [x, y] = [start % width, Math.floor(start / width)]
        const isEdge = x === 0 || y === 0 || x === width - 1 || y === height - 1
        if (!isEdge || seen[start] === 1 || (away[start] ?? 0) < 32) continue
        const part = [start]
        seen[start] = 1
        let [least, most] = [x, x]
        for (const at of part) {
          const column = at % width
          least = Math.min(least, column)
          most = Math.max(most, column)
          for (const next of [
            at - width,
            at + width,
            column > 0 ? at - 1 : -1,
            column < width - 1 ? at + 1 : -1,
          ]) {
            if (next < 0 || next >= away.length || seen[next] === 1 || away[next]! < 32) continue
            seen[next] = 1
            part.push(next)
          }
        }
        const isCorner = part.length < 12
        if (most - least > width / 2 || isCorner) for (const at of part) found[at] = 1
      }
      return found
    }
  }
}
