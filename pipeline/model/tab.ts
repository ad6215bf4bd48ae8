import type {Hands} from './hands.ts'
import type {Area, Change} from './layout.ts'
import type {View} from './view.ts'

/** Values that survive JSON. */
export type Json =
  string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json | undefined}

// Evidence is spelt in type aliases: an interface, which could be added to, is no `Json`.

/** Engines that are asked where a publication wants their opinion too. */
export const opinionEngines = ['alfa', 'accesslint', 'ibm'] as const
export type OpinionEngine = (typeof opinionEngines)[number]
export type Engine = 'axe' | 'htmlcs' | OpinionEngine

export function isOpinionEngine(name: string): name is OpinionEngine {
  return opinionEngines.some((one) => one === name)
}

/** One issue as pa11y reports it. */
export type EngineIssue = {
  readonly engine: string
  /** The engine's own rule: `color-contrast`, `WCAG2AA.Principle1.Guideline1_1.1_1_1.H37`. */
  readonly code: string
  readonly severity: 'error' | 'warning' | 'notice'
  readonly needsReview: boolean
  readonly message: string
  readonly selector: string
  readonly context: string
  readonly url: string | undefined
  readonly criteria: readonly string[]
  /** Rules of the W3C's ACT collection that it answers to; left out where none is known. */
  readonly act?: readonly string[]
  /** What was measured of text that is too pale; left out where nothing was. */
  readonly contrast?: Contrast
}

/** Of text on its ground: how much there is and should be (3.82, 4.5), and both colours (`#828282`). */
export type Contrast = {
  readonly ratio: number
  readonly least: number
  readonly ink: string
  readonly ground: string
}

/** A picture of the whole page as it was taken. */
export type TakenPicture = {
  /** SHA-256 of the PNG's bytes, in hex. */
  readonly sha256: string
  readonly width: number
  readonly height: number
  /** What masks left blank in it; left out where that is nothing, or nobody has to know. */
  readonly masked?: readonly Area[]
}

/** What happened while a page loaded. */
export type LoadLog = {
  /** What the Content-Security-Policy refused. */
  readonly refused: readonly Refusal[]
  /** URLs below the site's own that nothing answers to. */
  readonly missing: readonly string[]
  /** URLs elsewhere, which were not asked. */
  readonly foreign: readonly string[]
  /** It never stopped asking for more, and was taken as it stood; left out where it did. */
  readonly restless?: true
  /** Where it would have gone by itself while it loaded, or goes later; left out where it stays. */
  readonly elsewhere?: string
  /** The address that it has given itself; left out where that is the one it was opened at. */
  readonly shownAs?: string
  /** Readers are asked for a password, and for hardly anything else; left out where they are not, and of our own pages. */
  readonly asks?: true
}

export type Refusal = {
  /** `style-src-elem`, `script-src-attr`. */
  readonly directive: string
  /** URL of what was refused; `inline` for what stands in the page. */
  readonly what: string
  readonly line: number | undefined
}

/** How a picture compares with the approved one of the same page and view. */
export type PictureComparison = {
  readonly current: TakenPicture
  /** `undefined` where none was approved yet. */
  readonly approved: TakenPicture | undefined
  /** Why the two cannot be compared: it was approved in another browser, or its file is damaged. */
  readonly obstacle: Obstacle | undefined
  /** `undefined` where there is none, or none can be told. */
  readonly difference: PictureDifference | undefined
  /** Loaded once more, the page looked otherwise again; left out where it looked the same, or nobody asked. */
  readonly again?: TakenPicture
  /** Who said that this very picture is not right; left out where nobody did. */
  readonly rejected?: {readonly by: string; readonly at: string; readonly reason: string}
  /** How many elements each mask that policy has for this page covered; left out where it has none. */
  readonly masks?: readonly MaskUse[]
}

export type MaskUse = {readonly selector: string; readonly count: number}

export type Obstacle = {
  readonly kind: 'environment' | 'unreadable'
  /** The browser it was approved in, or the file. */
  readonly approved: string
  readonly current: string
}

export type PictureDifference = {
  /** Pixels that differ by more than policy tolerates, rows that only moved aside. */
  readonly pixels: number
  /** What explains it: causes first, then what moved. Empty where nobody noted the layout down. */
  readonly changes: readonly Change[]
  /** Only text changed, came or went, in elements that look as others do. */
  readonly textOnly: boolean
  /** The box around them in the current picture, in CSS pixels. */
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly picture: TakenPicture
  /** File of what would have explained it, where that is gone or damaged. */
  readonly unexplained?: string
}

/** Runs in a page by itself: what it leaves in the world of the checks, functions that run there use. */
export type Tool = () => null

/**
 * What a check may ask of the browser: a page, loaded once, in one view.
 * A probe leaves the page as it found it.
 */
export interface Tab {
  readonly page: string
  readonly view: View
  /**
   * Run a self-contained function in an isolated world of the page, where the page's own
   * scripts cannot reach it, after its tools. Rejects when the page does not answer in time.
   */
  evaluate<Result extends Json, Argument extends Json>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
    tools?: readonly Tool[],
  ): Promise<Result>
  /**
   * Do to the page what readers do: resize it, press keys, ask for less motion. All of it is put
   * back afterwards. What comes of it is remembered under the name, as long as the program is the
   * same; two checks that perform the same thing may share it.
   */
  perform<Result extends Json>(
    name: string,
    script: (hands: Hands) => Promise<Result>,
  ): Promise<Result>
  /** The same, where axe-core's own functions (roles, names, what is hidden) are at hand. */
  read<Result extends Json, Argument extends Json>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>
  /**
   * The same, in the page and in the document of every frame that lets anything run. The page comes
   * first, and its `frame` is empty.
   */
  readAll<Result extends Json, Argument extends Json>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
    tools?: readonly Tool[],
  ): Promise<readonly {readonly frame: string; readonly value: Result}[]>
  /** Run one pa11y engine on the page as it is. One engine's crash rejects this call alone. */
  engine(name: Engine): Promise<readonly EngineIssue[]>
  /** Take a picture of the whole page and keep it in the evidence store. */
  picture(): Promise<TakenPicture>
  /** Compare a picture with the approved one of this page and view. */
  compare(picture: TakenPicture): Promise<PictureComparison>
  /** What happened while the page loaded. */
  loading(): Promise<LoadLog>
}

/** What was gathered about one page in one view: evidence by check id, or why there is none. */
export interface Capture {
  readonly page: string
  readonly view: View
  readonly evidence: Readonly<Record<string, Json>>
  /** Check id → what went wrong, for checks that could not run. */
  readonly failures: Readonly<Record<string, string>>
}
