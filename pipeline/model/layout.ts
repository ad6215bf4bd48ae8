import type {Place} from './finding.ts'

/** Where everything on a page lies and how it is drawn: what a later difference is explained by. */
export type Layout = {
  /** Names of the style properties, in the order of each style's values. */
  readonly properties: readonly string[]
  /** Every style that is there, once; boxes name them by index. */
  readonly styles: readonly (readonly string[])[]
  /** Families of the fonts that came with the page and have loaded, sorted. */
  readonly fonts: readonly string[]
  /** In document order, parents first. */
  readonly boxes: readonly Box[]
  /** Texts that are in the page and cannot be seen: tag and hash of each, sorted. Left out where there are none. */
  readonly hidden?: readonly string[]
  /** CSS selector of each box's element; known of a page as it is now, and not kept. */
  readonly selectors?: readonly string[]
  /** The same of each hidden text. */
  readonly hiddenAt?: Readonly<Record<string, string>>
}

/** In CSS pixels from the page's top left. */
export type Area = {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** One element that can be seen; in CSS pixels from the page's top left, rounded. */
export type Box = Area & {
  /** Index of the nearest element around it that can be seen; -1 for the page itself. */
  readonly parent: number
  readonly tag: string
  /** Its `id`, with `#`, else empty. */
  readonly id: string
  /** The text that is its own and no child's, shortened; a picture's alternative text. */
  readonly text: string
  /** Hash of the whole of its own text; empty where it has none. */
  readonly hash: string
  /** Index of its style. */
  readonly style: number
  /** A mask covers it: what is in it is nobody's business. */
  readonly masked?: true
}

/**
 * One thing that explains why a page looks otherwise than approved. All but `moved` are causes;
 * what moved, moved because of them.
 */
export type Change = {
  readonly kind:
    'appeared' | 'vanished' | 'text' | 'restyled' | 'font' | 'resized' | 'redrawn' | 'moved'
  /** The element it is about, or the first of them. */
  readonly tag: string
  /** Its text, shortened; empty where it has none. */
  readonly text: string
  /** How many elements it is about. */
  readonly count: number
  /** Where it begins, in the current picture; in the approved one for what vanished. */
  readonly top: number
  /** The style property, for `restyled`. */
  readonly property?: string
  /** What was there before: a text, a value, a font. Left out where nothing was. */
  readonly from?: string
  readonly to?: string
  /** By how many pixels it grew, or how large it is if it is new or gone. */
  readonly width?: number
  readonly height?: number
  /** By how many pixels it moved. */
  readonly right?: number
  readonly down?: number
  /** `vanished` and `appeared`: something that was and is there lay or lies in it, and has not changed by that. */
  readonly around?: true
  /** `vanished`: it is still in the page, and is hidden there; `appeared`: it was. */
  readonly hidden?: true
  /** CSS selector of the element as it is now, or of what it lay in; left out where nothing is left. */
  readonly selector?: string
  /** Where the element is written; left out where nobody looked for it. */
  readonly place?: Pick<Place, 'source' | 'near' | 'behind'>
  /** `redrawn`: letters are drawn otherwise, and not a picture or an edge. */
  readonly letters?: true
}
