import {cssSelector} from '../model/css-selector.ts'
import type {Raster} from '../model/hands.ts'
import type {Json} from '../model/tab.ts'
import type {Deadline} from './deadline.ts'
import {packRaster, rasterOf} from './pictures.ts'
import type {LiveTab} from './live-tab.ts'
import {callOf} from './world.ts'

/** What stands around the element is shown this far, and of a tall one no more than that. */
const AROUND = 32
const BESIDE = 80
const TALLEST = 480

/** A PNG of the element in its surroundings, framed; `undefined` where it shows nothing. */
export async function portray(
  tab: LiveTab,
  selector: string,
  deadline: Deadline,
): Promise<Buffer | undefined> {
  const box = boxIn(await tab.world(deadline)(callOf(boxOf, cssSelector(selector))))
  if (box === undefined) return undefined
  const {x, y, width, height} = box
  const bottom = y + Math.min(height, TALLEST)
  const {png, top} = await tab.rows({top: y - AROUND, bottom: bottom + AROUND}, deadline)
  const page = await rasterOf(png)
  const left = Math.max(0, Math.floor(x - BESIDE))
  const right = Math.min(page.width, Math.ceil(x + width + BESIDE))
  if (right - left < 2) return undefined
  const shown = cut(page, left, right)
  // Light on dark and dark on light, so that it stands out on any ground.
  frame(shown, {x: x - left - 6, y: y - top - 6, width: width + 12, height: height + 12}, white)
  frame(shown, {x: x - left - 4, y: y - top - 4, width: width + 8, height: height + 8}, red)
  return packRaster(shown)
}

const white = [0xff, 0xff, 0xff] as const
const red = [0xb3, 0x26, 0x1e] as const

function cut({data, width, height}: Raster, left: number, right: number): Raster {
  const rows = Array.from({length: height}, (_, row) =>
    data.subarray(3 * (row * width + left), 3 * (row * width + right)),
  )
  return {data: Buffer.concat(rows), width: right - left, height}
}

/** Draws the edge of a box, two pixels wide, as far as it lies in the picture. */
function frame({data, width, height}: Raster, box: Box, colour: readonly number[]): void {
  const [left, top] = [Math.round(box.x), Math.round(box.y)]
  const [right, bottom] = [Math.round(box.x + box.width), Math.round(box.y + box.height)]
  for (let row = Math.max(0, top); row < Math.min(height, bottom); row++) {
    const isEdge = row < top + 2 || row >= bottom - 2
    for (let column = Math.max(0, left); column < Math.min(width, right); column++) {
      if (!isEdge && column >= left + 2 && column < right - 2) continue
      data.set(colour, 3 * (row * width + column))
    }
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function boxIn(value: unknown): Box | undefined {
  const {x, y, width, height}: Readonly<Record<string, Json>> = Object(value)
  if (typeof x !== 'number' || typeof y !== 'number') return undefined
  if (typeof width !== 'number' || typeof height !== 'number') return undefined
  return {x, y, width, height}
}

/** Runs in the page. The element may be hidden, gone, or too small to be seen. */
function boxOf(selector: string) {
  scrollTo(0, 0)
  const element = selector
    .split('::shadow > ')
    .reduce<Document | Element | null>(
      (at, inner) => (at instanceof Element ? at.shadowRoot : at)?.querySelector(inner) ?? null,
      document,
    )
  if (
    !(element instanceof Element) ||
    /^(html|body|head|title|meta|link)$/i.test(element.localName)
  )
    return null
  const {left, top, width, height} = element.getBoundingClientRect()
  if (width < 2 || height < 2 || left + width < 1 || top + height < 1) return null
  return {x: left, y: top, width, height}
}
