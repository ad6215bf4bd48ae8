import type {Edition} from '../model/edition.ts'
import type {Finding} from '../model/finding.ts'
import type {Locale} from '../model/locale.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Json, Tab} from '../model/tab.ts'
import type {Term} from '../model/term.ts'
import type {Originals, Policy} from '../model/verdict.ts'
import type {View} from '../model/view.ts'
import type {Root} from 'hast'
import type {Ask} from './document/neighbours.ts'

/** What a browser check is told about the page it judges. */
export interface Seen {
  readonly page: string
  readonly view: View
  readonly locale: string | undefined
  readonly article: string | undefined
}

/** A rendered page, parsed once for all document checks. */
export interface ParsedPage {
  readonly rendition: Rendition
  readonly tree: Root
}

/** The release as its pages see it, for checks that compare pages. */
export interface Site {
  readonly url: string
  readonly locales: readonly Locale[]
  /**
   * Asks about other pages and files. What a check asks depends on its page alone, not on an answer:
   * what it finds is remembered by the page and the answers.
   */
  readonly ask: Ask
}

/** Judges an edition's text before it is a page. */
export interface TranslationCheck {
  readonly id: string
  readonly criteria: readonly string[]
  judge(edition: Edition, house: House): readonly Finding[]
}

/** What the house has laid down, for checks that ask. */
export interface House {
  readonly terms: readonly Term[]
  /** Where the original of a name stands in brackets. */
  readonly originals: Originals
}

/** Judges one page's markup, knowing the whole site. Pure. */
export interface DocumentCheck {
  readonly id: string
  readonly criteria: readonly string[]
  judge(page: ParsedPage, site: Site): readonly Finding[]
  /** What it finds is about several pages at once, and the same object at each: no page remembers it. */
  readonly together?: true
}

/**
 * In every view; once a viewport (in its first scheme); once a page, in its narrowest or in its
 * widest viewport; or there only on pages with a kind of control that no page before them has; or on
 * those in their narrowest viewport, where that is another.
 */
export type Frequency =
  'view' | 'viewport' | 'narrowest' | 'widest' | 'template' | 'narrow template'

/**
 * Judges what only a browser can tell, in two halves: `probe` gathers small plain data in the
 * page, `judge` is pure. (Methods, not arrow properties: a list of checks of different evidence
 * must type-check.)
 */
export interface BrowserCheck<Evidence extends Json = Json> {
  readonly id: string
  readonly criteria: readonly string[]
  readonly every: Frequency
  /**
   * Whether the page may be another one afterwards (its scripts heard keys and pointer): such
   * checks run when all others have run, in every view.
   */
  readonly disturbs?: true
  probe(tab: Tab): Promise<Evidence>
  judge(evidence: Evidence, seen: Seen): readonly Finding[]
  /** The tests it is made of that nothing on the page is a matter of. */
  inapplicable?(evidence: Evidence): readonly string[]
  /**
   * Has the last word on what `judge` found on all pages: puts together what has one cause, and
   * adds what only all of them show. `isWhole`: no page was left out of this run.
   */
  conclude?(
    findings: readonly Finding[],
    evidence: readonly Evidence[],
    policy: Policy,
    isWhole: boolean,
  ): readonly Finding[]
  /** Holds a page of a translation against the same page of the edition it was translated from. */
  compare?(own: Evidence, source: Evidence, seen: Seen, sourceLocale: string): readonly Finding[]
}
