import type {Utterance} from './speech.ts'
import type {EngineIssue, Json, Tool} from './tab.ts'

/** CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The window that a reader has, and what the reader's system asks of pages. */
export interface Emulated {
  readonly window: Size
  readonly media: 'screen' | 'print'
  readonly scheme: 'light' | 'dark'
  readonly motion: 'no-preference' | 'reduce'
  readonly forcedColors: 'none' | 'active'
}

/** Rows of a page, in CSS pixels from its top. */
export interface Rows {
  readonly top: number
  readonly bottom: number
}

/** A page as it is drawn, three bytes a pixel, row by row; one pixel is one CSS pixel. */
export interface Raster extends Size {
  readonly data: Uint8Array
}

/** Some of a page's rows, or all. */
export interface Drawn extends Raster {
  /** The row of the page that comes first. */
  readonly top: number
}

/** States of an element that a pointer or a keyboard would bring about. */
export type ElementState = 'hover' | 'focus' | 'focus-visible' | 'focus-within' | 'active'

/** An element of the page, to be passed back to the hands that gave it. */
export interface Handle {
  readonly id: string
}

/** Who listens to some events. */
export interface Heard {
  /** Events that the window or the document listens to. */
  readonly everywhere: readonly string[]
  /** Of each element that listens, to which of them. */
  readonly elements: readonly (readonly string[])[]
}

declare global {
  var galleyHeard: readonly Element[]
}

/**
 * What a probe may do to a page beside looking at it. What is emulated, forced states, focus, pointer
 * and scrolling are put back afterwards; what the page's own scripts made of a key is not.
 */
export interface Hands {
  evaluate<Result extends Json, Argument extends Json>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
    tools?: readonly Tool[],
  ): Promise<Result>
  /** Gives the page a tool, once a document. */
  prepare(tool: Tool): Promise<void>
  /** Loads the page anew, in the window as it is: scripts may have decided something while loading. */
  reload(): Promise<void>
  /** Lets the page move, which was stopped when it was loaded. */
  unfreeze(): Promise<void>
  /** Shows the page in such a window and to such preferences, and all others as before. */
  emulate(asked: Partial<Emulated>): Promise<void>
  /** Presses and releases a key: `Tab`, `Shift+Tab`, `Enter`. */
  press(key: string): Promise<void>
  /** Moves the pointer, in CSS pixels from the window's top left. */
  point(x: number, y: number): Promise<void>
  /** The elements that a self-contained function finds. */
  elements<Argument extends Json>(
    run: (argument: Argument) => readonly Element[],
    argument: Argument,
  ): Promise<readonly Handle[]>
  /** Draws these elements, and no others, as if they were in these states. */
  force(elements: readonly Handle[], states: readonly ElementState[]): Promise<void>
  /** The name that assistive technology is given for an element. */
  nameOf(element: Handle): Promise<string>
  /**
   * What the page's scripts wait for. The elements that listen are kept in the world of the checks
   * as `galleyHeard`, in the order of the answer.
   */
  heard(events: readonly string[]): Promise<Heard>
  /** What the page loaded from an address, as base64; `undefined` where it is not there, or large. */
  bytesOf(url: string): Promise<string | undefined>
  /** Text contrast as axe-core sees it, now; after `keepPaint`, of what was painted otherwise since. */
  contrast(): Promise<readonly EngineIssue[]>
  /** Remembers how the page is painted now. */
  keepPaint(): Promise<void>
  /** How many elements are painted otherwise than they were then. */
  repainted(): Promise<number>
  /** What a screen reader says of the page. */
  speech(): Promise<readonly Utterance[]>
  /** Draws the whole page, or those of its rows that are asked for and a little around them. */
  draw(rows?: Rows): Promise<Drawn>
}
