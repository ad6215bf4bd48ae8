import type {PageFiles, PageSummary} from './audit.ts'
import type {Progress} from './edition.ts'
import type {Picture} from './finding.ts'
import type {Utterance} from './speech.ts'
import type {Verdict} from './verdict.ts'

/** What one run of the pipeline came to: all that a report says. It holds no time and no absolute path. */
export interface Run {
  readonly editions: readonly EditionSummary[]
  /** What is no edition's own: found on pages that editions share, in settings, in articles without an edition. */
  readonly elsewhere?: Found
  /** The pages of an audit, which has no editions; `undefined` in a run of a publication. */
  readonly audited?: readonly PageSummary[]
  readonly verdict: Verdict
  /** Pages loaded or reused, and in which views. */
  readonly pages: number
  /** Paths of the pages that were judged now; those that an audit did not judge again are not among them. */
  readonly judged: readonly string[]
  /** Tests that nothing on a page is a matter of, by its path; left out where nobody said. */
  readonly inapplicable?: Inapplicable
  /** Absolute URL that pages' paths start from, with a trailing slash. */
  readonly url: string
  /** Where the pages of an audited folder lie on disk. */
  readonly files?: PageFiles
  readonly views: readonly string[]
  /** The browser the pages were seen in: `Chromium 147.0.7727.0 (embedded)`. */
  readonly browser: string
  /** Checkers of EPUBs that are not installed, and so were not asked; left out where there are no EPUBs. */
  readonly absent?: readonly string[]
  /** `undefined` where nothing was released (only checked, or nothing may go). */
  readonly release: ReleaseSummary | undefined
}

/** Path of a page → ids of tests. */
export type Inapplicable = Readonly<Record<string, readonly string[]>>

export type ReportedSpeech = readonly Utterance[]

/** A page, and what a screen reader says of it. */
export interface HeardPage {
  readonly page: string
  readonly speech: ReportedSpeech
}

/** One thing that is tested for, as reports name it: a check, or one rule of a check that has many. */
export interface Test {
  /** Finding’s `check`: `document/links`, `axe/image-alt`. */
  readonly id: string
  /** WCAG 2.2 success criteria, as far as they are known beforehand. */
  readonly criteria: readonly string[]
  /** Rules of the W3C's ACT collection that it answers to, where it is known to. */
  readonly act?: readonly string[]
  /** The check it is part of, by which `Verdict.checked` knows it. */
  readonly by: string
  /** What it runs on; `template` where one page stands for those that are like it. */
  readonly on: 'edition' | 'page' | 'template'
}

export interface EditionSummary {
  readonly slug: string
  readonly locale: string
  /** The language the article was written in. */
  readonly sourceLocale: string
  /** Plain text, in the edition's language. */
  readonly headline: string
  readonly progress: Progress
  readonly decision: 'release' | 'hold'
  /** Its page and what a screen reader says of it; `undefined` where nobody listened. */
  readonly heard: HeardPage | undefined
  /** What was found about it and no other, or about its article in every language. */
  readonly found: Found
}

/** How many findings, by severity, without those that are waived and those that only ask. */
export interface Found {
  readonly error: number
  readonly warning: number
  readonly notice: number
}

export interface ReleaseSummary {
  /** SHA-256 of the manifest, in hex. */
  readonly id: string
  /** Whether it differs from what was live before. */
  readonly changed: boolean
  /**
   * Where it is what was released last, without what may not be read any more, since nothing of this
   * run may go out: the files of the articles that went.
   */
  readonly without?: readonly string[]
}

/** Gives a picture's PNG bytes by the hash that names it, or `undefined` where they are gone. */
export type PictureReader = (picture: Picture) => Uint8Array | undefined
