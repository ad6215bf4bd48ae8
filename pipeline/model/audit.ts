import type {Finding, Severity} from './finding.ts'
import type {Rendition} from './rendition.ts'
import type {Inapplicable} from './run.ts'

/** What `galley audit` was pointed at, as it was read: pages that somebody else built. */
export interface AuditTarget {
  /** As the person named it: a folder, a sitemap, an address. */
  readonly name: string
  /** Absolute URL that the pages' own addresses start from, with a trailing slash. */
  readonly url: string
  /** Every file that was read; pages among them. */
  readonly renditions: readonly Rendition[]
  /** The folder on disk that the files lie in; `undefined` where they came from a server. */
  readonly folder: string | undefined
  /** There may be other files than those: a server does not say what it has. */
  readonly isPart: boolean
  /** Paths of all pages that were asked for, sorted; those that could not be read among them. */
  readonly pages: readonly string[]
  /** What was wrong with the target itself: pages that could not be read. */
  readonly findings: readonly Finding[]
  /** Page → where it was asked for and where it was found, before anything was done on it. */
  readonly ends: ReadonlyMap<string, End>
}

/** The absolute URL that was asked for, and the one where redirects ended. */
export interface End {
  readonly asked: string
  readonly end: string
}

/** What a pa11y-ci configuration asks for beside the policy, in our words. */
export interface AuditRules {
  /** Page → the highest WCAG level whose criteria hold it, what belongs to a higher one advising; `*` for all others, AA where nothing is said. */
  readonly level: Readonly<Record<string, 'A' | 'AA'>>
  /** Page → how many errors it may have; `*` for all others. Nothing tolerates what could not run. */
  readonly threshold: Readonly<Record<string, number>>
}

/** What was found on some of a target's pages: all that a verdict needs, and no more. */
export interface AuditPart {
  /** Absolute URL that the target's paths start from, with a trailing slash. */
  readonly url: string
  /** Which part of the target, `1/1` where it is the whole. */
  readonly shard: string
  /** Names all that looked and judged: another version, other checks or other views have another name. */
  readonly means: string
  /** Names what all pages of the target hold, and what they load; `''` where that may differ each time. */
  readonly content: string
  /** Every page of the target, whichever part it belongs to. */
  readonly target: readonly string[]
  /** Pages that this part answers for. */
  readonly pages: readonly string[]
  /** Pages that passed before and have not changed since: they were not judged again. */
  readonly unchanged: readonly string[]
  /** By what they passed. */
  readonly passedBy?: PassedBy
  readonly findings: readonly Finding[]
  /** Check id → at how many places it ran. */
  readonly checked: Readonly<Record<string, number>>
  readonly inapplicable?: Inapplicable
  readonly views: readonly string[]
  readonly browser: string
  /** Where the pages lie on disk; left out where they came from a server. */
  readonly files?: PageFiles
}

/** Names what decided that a page passes. */
export interface PassedBy {
  /** Severities, waivers with their standing on that day, thresholds. */
  readonly policy: string
  /** The findings that a ratchet let pass; `''` where there was none. */
  readonly known: string
}

/** Where an audited folder lies, for those who show findings beside the files they are in. */
export interface PageFiles {
  /** From the root of its repository, or else from where the audit was run: `public/`. */
  readonly folder: string
  /** Its pages are files of the repository, and not only made in it. */
  readonly isCommitted: boolean
}

/** What an audit says of one page. */
export interface PageSummary {
  readonly path: string
  readonly decision: 'release' | 'hold'
  readonly unchanged: boolean
  readonly found: Readonly<Record<Severity, number>>
}
