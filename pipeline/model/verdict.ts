import type {Unit} from './catalog.ts'
import type {Edition} from './edition.ts'
import type {Finding, Severity} from './finding.ts'

/** A dated exception for one finding. An expired waiver waives nothing. */
export interface Waiver {
  /** A check's id, or the key of one of its messages. */
  readonly check: string
  /** Path of the file the finding points at; `*` matches any run of characters. */
  readonly file: string
  readonly selector: string | undefined
  readonly unit: string | undefined
  /** The finding's fingerprint, as reports give it; it survives edits elsewhere on the page. */
  readonly fingerprint?: string | undefined
  /** How many elements of that fingerprint it excuses; 1 where it does not say. */
  readonly count?: number | undefined
  readonly reason: string
  readonly owner: string
  /** Last day it holds, `YYYY-MM-DD`, in UTC; only a waiver of one unit may go without. */
  readonly expires: string | undefined
}

/** The last day of a waiver that has none: pa11y-ci ignores for ever. */
export const endless = '9999-12-31'

/** Behind the first mention and no later one; nowhere; or wherever the translator wants. */
export type Originals = 'first-mention' | 'never' | 'any'

/** What an edition needs to be let through. */
export interface Policy {
  /** Least state of every unit, by locale. */
  readonly state: Readonly<Record<string, 'draft' | 'translated' | 'reviewed'>>
  /** A unit with no translation: hold the edition, or show the source text marked with its `lang`. */
  readonly missing: Readonly<Record<string, 'hold' | 'source'>>
  /** A unit whose source has changed: hold the edition, or show it with a notice; `blocks`: each such block says so too. */
  readonly stale: Readonly<Record<string, 'hold' | 'notice' | 'blocks'>>
  /** Severities that block beside `error`, which always does. */
  readonly block: readonly ('warning' | 'notice')[]
  /** Whether one held edition holds every other edition of the article. */
  readonly together: boolean
  /** Pictures: how far one colour channel may differ (0–255), and how many pixels may differ more. */
  readonly tolerance: {readonly channel: number; readonly pixels: number}
  /** Parts of pages that pictures leave out. */
  readonly masks?: readonly Mask[]
  /** A page on which only text changed: said, or held until somebody approves it. */
  readonly textOnly?: 'accept' | 'review'
  readonly waivers: readonly Waiver[]
  /** Where the original of a person's, place's or organisation's name stands in brackets; `any` where nothing is said. */
  readonly originals?: Originals
  /** Other severities than checks give; errors stay errors. */
  readonly severity?: readonly SeverityRule[]
  /** How many open findings of a severity a run may have, and the editions of a locale. */
  readonly most?: Most & {readonly editions?: Readonly<Record<string, Most>>}
  /** Findings that were there when the gate was adopted: they are told of, and do not hold. */
  readonly known?: readonly KnownFinding[]
  /** What templates and style sheets did wrong then: it does not hold further pages either. */
  readonly causes?: readonly KnownCause[]
  /** The file that `known` was read from, relative to `publication.json`. */
  readonly ratchet?: string | undefined
}

/** How many open findings of a severity there may be; as many as there are where it says nothing. */
export type Most = Readonly<Partial<Record<'warning' | 'notice', number>>>

/** What moves or changes by itself, and is no matter of how a page looks. */
export interface Mask {
  /** CSS selector. */
  readonly selector: string
  /** Path of the page; `*` matches any run of characters. */
  readonly file: string
}

/** What a check, a criterion, or either in one language's editions, weighs. */
export interface SeverityRule {
  /** A check's id, or the key of one of its messages. */
  readonly check?: string
  readonly criterion?: string
  readonly locale?: string
  readonly severity: Severity
}

/** Findings of one fingerprint that a ratchet lets pass, and how many. */
export interface KnownFinding {
  readonly fingerprint: string
  readonly check: string
  readonly file: string
  readonly count: number
  /** The least contrast among them, where it was measured. */
  readonly ratio?: number
}

/** What a template or a style sheet does wrong, as a ratchet knows it. */
export interface KnownCause {
  /** Check, element, place, and look or markup, hashed: 16 hex digits. */
  readonly cause: string
  readonly check: string
  /** Pages that it is known of: those of a folder (`posts/*`, any number being `#`), one, or all (`**`). */
  readonly pages: string
  /** On how many of them it was found. */
  readonly on: number
  /** How often it was found on the page that had most. */
  readonly most: number
  /** The least contrast among them, where it was measured. */
  readonly ratio?: number
}

/** What a ratchet knows. */
export interface KnownState {
  readonly known: readonly KnownFinding[]
  readonly causes: readonly KnownCause[]
}

/** What the gate says of one edition. */
export interface EditionVerdict {
  readonly slug: string
  readonly locale: string
  readonly decision: 'release' | 'hold'
  /** The findings that hold it, as indexes into `Verdict.findings`. */
  readonly because: readonly number[]
}

/** A finding after the gate: with the waiver that excuses it, if any. */
export interface JudgedFinding extends Finding {
  /** Stable across runs and machines: check, file, unit, selector, view and excerpt, hashed. */
  readonly id: string
  readonly blocks: boolean
  /** It only asks a person to look (an engine's standing reminder): nothing has been found wrong. */
  readonly asks: boolean
  readonly waived: Waiver | undefined
  /** It was there when the state of the ratchet was recorded, and would hold otherwise. */
  readonly known: boolean
  /** The known cause by which it is known, where it was not there itself. */
  readonly cause?: KnownCause
  /** What ratchet and waivers know it by: the same while the page around it changes. */
  readonly fingerprint: string
}

/** An edition that wants to go out, as far as the gate weighs it. */
export interface Candidate extends Pick<Edition, 'slug' | 'locale' | 'sourceLocale' | 'progress'> {
  /** Those that carry waivers, and any others. */
  readonly units: readonly Pick<Unit, 'key' | 'waivers'>[]
}

/** The gate's decision over everything that was found. */
export interface Verdict {
  readonly decision: 'passed' | 'held'
  readonly editions: readonly EditionVerdict[]
  readonly findings: readonly JudgedFinding[]
  /** How many checks ran on how many places; a run in which nothing was checked is held. */
  readonly checked: Readonly<Record<string, number>>
}
