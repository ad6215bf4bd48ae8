import type {Due} from '../check/due.ts'
import type {Decider} from '../model/approval.ts'
import type {DrawRequest} from '../model/drawing.ts'
import type {Portrait, Sight} from '../model/portrait.ts'
import type {UnpreparedPage} from '../model/preparation.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Capture} from '../model/tab.ts'
import type {PageTerms} from '../model/of-pages.ts'
import type {View} from '../model/view.ts'
import type {Tolerance} from '../visual/compare.ts'
import type {Drawings} from './draw.ts'
import type {Preference} from './chromium.ts'
import type {Chosen} from './decide.ts'
import type {Probe} from './look.ts'
import type {SelfTesting} from './self-test.ts'
import type {Site} from './site.ts'
import type {PicturedPage} from './prepared-page.ts'

/** Which browser, for which pages, and what is asked of them. */
export interface BrowserOptions {
  /** Absolute URL of the site's root, with a trailing slash. */
  readonly url: string
  readonly views: readonly View[]
  /** Milliseconds one page may take in each viewport. */
  readonly timeLimit: number
  /** Pages that are seen in other views, or may take longer, by path. */
  readonly ofPages?: Readonly<Record<string, PageTerms>>
  readonly tolerance: Tolerance
  /** What of which pages is not looked at, because it moves or changes by itself. */
  readonly masks: readonly {readonly selector: string; readonly file: string}[]
  /** The Content-Security-Policy that pages are given with; none for strangers' pages. */
  readonly policy: string | undefined
  /** Which browser comes first: the one our pictures are made in, or one that is kept up to date. */
  readonly prefer?: Preference
  /** Most tabs at the same time; else one more than there are processors, up to four. */
  readonly jobs?: number
  /** What answers to the pages' requests; else the renditions themselves. */
  readonly siteOf?: (renditions: readonly Rendition[], url: string) => Site
  /** Folder of what earlier runs found out, and of all pictures. */
  readonly cache: string
  /** Folder of the approved pictures. */
  readonly baselines: string
  readonly probes: readonly Probe[]
  /** What engines have to prove before the first page is looked at. */
  readonly selfTest: SelfTesting
  /** When probes are due on these pages. */
  due(pages: readonly Rendition[], viewsOf: (path: string) => readonly View[]): Due
  tell(progress: Progress): void
}

/** Pages in viewports: how many are done, and which one was the last. */
export interface Progress {
  readonly done: number
  readonly of: number
  readonly page: string
  /** It had not changed since it was seen, and was not loaded. */
  readonly remembered: boolean
}

/** What looking at pages came to, beside what was seen. */
export interface Watch {
  /** `Chromium 147.0.7727.0 (embedded)`. */
  readonly browser: string
  /** Whether the browser's sandbox was on; `undefined` where no page had to be loaded. */
  readonly sandboxed: boolean | undefined
  /** How many page loads it took. */
  readonly loads: number
  /** Pages that pictures are approved of, and that were not among those it was shown; sorted. */
  readonly strays: readonly string[]
}

/** The same, with what was seen. */
export interface Sighting extends Watch {
  /** One for each page and view, in the order of the renditions and of the views. */
  readonly captures: readonly Capture[]
}

/** A browser to check pages in. It starts when the first page must be loaded. */
export interface CheckingBrowser {
  /**
   * Gathers the evidence of every probe on every page in every view it is due in; with `only`,
   * on those pages alone.
   */
  capture(renditions: readonly Rendition[], only?: ReadonlySet<string>): Promise<Sighting>
  /** The same for thousands of pages: what was seen of one is handed over at once, and not kept. */
  watch(
    renditions: readonly Rendition[],
    only: ReadonlySet<string> | undefined,
    take: (page: string, captures: readonly Capture[]) => void,
  ): Promise<Watch>
  /**
   * What people are shown of elements, by their keys: remembered. Of one that is not there, or on a
   * page that cannot be looked at, there is nothing: what is wrong with that has been said.
   */
  portray(
    renditions: readonly Rendition[],
    wanted: readonly Portrait[],
  ): Promise<ReadonlyMap<string, Sight>>
  /** Does on pages what is asked for there; by page, what it came to. */
  prepare(
    renditions: readonly Rendition[],
    only: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, PicturedPage | UnpreparedPage>>
  /** Makes files of documents: remembered, each in a load of its own. */
  draw(requests: readonly DrawRequest[]): Promise<Drawings>
  /**
   * Makes the pictures that were compared so far the approved ones, of the pages and views that
   * `only` covers. A page that several captures showed counts as the first did: later ones of a run
   * show it without the editions that are held. Gives the pages whose approved pictures changed,
   * sorted.
   */
  approve(only: Chosen, decider: Decider): Promise<readonly string[]>
  /** Writes down that these pictures are not right. Gives their pages, sorted. */
  reject(only: Chosen, decider: Decider): Promise<readonly string[]>
  /** `Chromium 147.0.7727.0 (embedded)`. */
  readonly name: string
  close(): Promise<void>
}
