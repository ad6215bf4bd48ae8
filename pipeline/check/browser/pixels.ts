import type {Drawn, Hands, Rows} from '../../model/hands.ts'

/** In CSS pixels from the page's top left. */
export type PixelBox = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** From 0 to 255. */
export type Colour = {readonly red: number; readonly green: number; readonly blue: number}

/** Relative luminance (WCAG 2.2) of one pixel; `undefined` beyond the edge. */
export function luminanceAt(drawn: Drawn, x: number, y: number): number | undefined {
  const at = placeOf(drawn, x, y)
  return at === undefined ? undefined : luminanceOf(drawn.data, at)
}

/** Contrast of a pixel and a colour that is drawn over it; `undefined` beyond the edge. */
export function contrastOver(
  drawn: Drawn,
  x: number,
  y: number,
  {red, green, blue, alpha}: Colour & {readonly alpha: number},
): number | undefined {
  const at = placeOf(drawn, x, y)
  if (at === undefined) return undefined
  const over = [red, green, blue].map((value, index) =>
    Math.round(value * alpha + (drawn.data[at + index] ?? 0) * (1 - alpha)),
  )
  return contrastOf(luminanceOf(Uint8Array.from(over), 0), luminanceOf(drawn.data, at))
}

function placeOf({width, height, top}: Drawn, x: number, y: number): number | undefined {
  const [column, row] = [Math.round(x), Math.round(y) - top]
  if (column < 0 || row < 0 || column >= width || row >= height) return undefined
  return (row * width + column) * 3
}

/** Contrast ratio of two luminances, from 1 to 21. */
export function contrastOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** Draws the parts of a page that things stand in, and gives each the drawing it is in. */
export async function drawAround<Thing>(
  hands: Pick<Hands, 'draw'>,
  things: readonly Thing[],
  boxesOf: (thing: Thing) => readonly PixelBox[],
): Promise<readonly (readonly [Thing, Drawn])[]> {
  const placed = things
    .map((thing) => ({thing, ...rowsOf(boxesOf(thing))}))
    .toSorted((a, b) => a.top - b.top)
  const parts: (Rows & {readonly things: readonly Thing[]})[] = []
  for (const {thing, top, bottom} of placed) {
    const last = parts.at(-1)
    const grown = Math.max(last?.bottom ?? 0, bottom)
    if (last && top < last.bottom + apart && grown < last.top + tallest) {
      parts.splice(-1, 1, {top: last.top, bottom: grown, things: [...last.things, thing]})
    } else parts.push({top, bottom, things: [thing]})
  }
  const drawn = new Map<Thing, Drawn>()
  for (const {things: some, ...rows} of parts) {
    const drawing = await hands.draw(rows)
    for (const thing of some) drawn.set(thing, drawing)
  }
  return things.flatMap((thing) => {
    const drawing = drawn.get(thing)
    return drawing ? [[thing, drawing] as const] : []
  })
}

/** Rows between two things that are drawn apart: a drawing costs as much as some thousand rows. */
const apart = 2000
/** Rows that are drawn at a time: all of a page with thousands of paragraphs would take gigabytes. */
export const tallest = 16_000

function rowsOf(boxes: readonly PixelBox[]): Rows {
  return {
    top: Math.min(...boxes.map(({top}) => top)),
    bottom: Math.max(...boxes.map(({bottom}) => bottom)),
  }
}

/** White and yellow are as light as each other and not the same: a channel differs by so much. */
const otherHue = 128

/**
 * How many pixels in a box differ between two drawings of the same rows by at least this contrast,
 * or by their hue.
 */
export function changed(before: Drawn, after: Drawn, box: PixelBox, least: number): number {
  let count = 0
  const {width, height, top} = before
  const [first, last] = [Math.max(0, Math.floor(box.top) - top), Math.min(height, box.bottom - top)]
  for (let y = first; y < last; y++) {
    for (let x = Math.max(0, Math.floor(box.left)); x < Math.min(width, box.right); x++) {
      const at = (y * width + x) * 3
      if (
        before.data[at] === after.data[at] &&
        before.data[at + 1] === after.data[at + 1] &&
        before.data[at + 2] === after.data[at + 2]
      ) {
        continue
      }
      const contrast = contrastOf(luminanceOf(before.data, at), luminanceOf(after.data, at))
      const isOtherHue = [at, at + 1, at + 2].some(
        (one) => Math.abs((before.data[one] ?? 0) - (after.data[one] ?? 0)) >= otherHue,
      )
      if (contrast >= least || isOtherHue) count++
    }
  }
  return count
}

/**
 * The least that these lines are drawn with, part by part of some letters each: of a part, the greatest
 * contrast of a pixel with itself in the other drawing of the same rows. Parts without a letter do not
 * count; `undefined` where there is none with any.
 */
export function weakest(one: Drawn, other: Drawn, lines: readonly PixelBox[]): number | undefined {
  const parts = lines.flatMap(partsOf).map((part) => strongest(one, other, part))
  const drawn = parts.filter((contrast) => contrast > 1.05)
  return drawn.length === 0 ? undefined : Math.min(...drawn)
}

function partsOf({left, top, right, bottom}: PixelBox): readonly PixelBox[] {
  const count = Math.max(1, Math.floor((right - left) / (3 * (bottom - top))))
  const width = (right - left) / count
  return Array.from({length: count}, (_, at) => ({
    left: left + at * width,
    right: left + (at + 1) * width,
    top,
    bottom,
  }))
}

/** The greatest contrast of a pixel in a box with itself in the other drawing of the same rows. */
export function strongest(one: Drawn, other: Drawn, {left, top, right, bottom}: PixelBox): number {
  let most = 1
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const [here, there] = [luminanceAt(one, x, y), luminanceAt(other, x, y)]
      if (here !== undefined && there !== undefined) most = Math.max(most, contrastOf(here, there))
    }
  }
  return most
}

/** Pixels in boxes, and not in others, that are plainly not the same in two drawings of the same rows. */
export function inked(
  one: Drawn,
  other: Drawn,
  boxes: readonly PixelBox[],
  others: readonly PixelBox[],
): readonly (readonly [x: number, y: number])[] {
  const isOther = (x: number, y: number) =>
    others.some(
      ({left, top, right, bottom}) =>
        x >= left - 2 && x <= right + 2 && y >= top - 2 && y <= bottom + 2,
    )
  const found: [number, number][] = []
  for (const {left, top, right, bottom} of boxes) {
    for (let y = Math.ceil(top); y < bottom; y++) {
      for (let x = Math.ceil(left); x < right; x++) {
        const [here, there] = [luminanceAt(one, x, y), luminanceAt(other, x, y)]
        if (here === undefined || there === undefined || contrastOf(here, there) < 1.1) continue
        if (!isOther(x, y)) found.push([x, y])
      }
    }
  }
  return found
}

function luminanceOf(data: Uint8Array, at: number): number {
  const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]]
  return 0.2126 * (linear[red] ?? 0) + 0.7152 * (linear[green] ?? 0) + 0.0722 * (linear[blue] ?? 0)
}

const linear = Float64Array.from({length: 256}, (_, value) => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})
