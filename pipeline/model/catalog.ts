import type {SegmentKind} from './segment.ts'

/** How far a unit's translation has come. Being `stale` stands beside it. */
export type State = 'untranslated' | 'draft' | 'translated' | 'reviewed'

/** Excuses the findings of one check on one unit; in the sidecar, beside the unit. */
export interface UnitWaiver {
  /** A check's id (`translation/numbers`), or the key of one of its messages (`translation/numbers/lost`). */
  readonly check: string
  readonly reason: string
  readonly owner: string
  /** Last day it holds, `YYYY-MM-DD`, in UTC; without one it holds as long as it is there. */
  readonly expires?: string
}

/** What other tools and later versions keep in a sidecar: we do not know it, and keep it as it is. */
export interface More {
  readonly more?: Readonly<Record<string, unknown>>
}

/** One segment and its translation into one locale. */
export interface Unit extends More {
  readonly key: string
  readonly kind: SegmentKind
  /** Today's source text. */
  readonly source: string
  /** The translation; `undefined` where there is none yet. */
  readonly target: string | undefined
  readonly state: State
  /** The source has changed since the translation was made. */
  readonly stale: boolean
  /** The source text that the translation was made from, while it is stale. */
  readonly previousSource: string | undefined
  /** Where the translation came from: `person`, `memory` (with its per cent in `more.match`), `import`, `machine`, `split`. */
  readonly origin: string | undefined
  /** A note for the editor or the translator. */
  readonly note: string | undefined
  readonly waivers?: readonly UnitWaiver[]
  /** Other translations, until a person has decided for one. */
  readonly rivals?: readonly Rival[]
}

/** Another translation of a unit, which a merge met; in the locale file, behind the unit's own. */
export interface Rival {
  /** The unit's key, and `#theirs` behind it. */
  readonly key: string
  readonly text: string
}

/** A unit whose segment has left the source; kept with its source so that nothing is lost. */
export interface RetiredUnit extends More {
  readonly key: string
  readonly kind: SegmentKind
  readonly source: string
  readonly target: string
  readonly state: State
  readonly origin: string | undefined
  readonly note: string | undefined
  readonly waivers?: readonly UnitWaiver[]
}

/** All units of one article in one locale, in the order of the source. */
export interface Catalog extends More {
  readonly slug: string
  readonly locale: string
  readonly units: readonly Unit[]
  readonly retired: readonly RetiredUnit[]
}

/** The two files of a catalog as they lie on disk; `undefined` where there is no file yet. */
export interface CatalogFiles {
  readonly slug: string
  readonly locale: string
  /** `locales/<tag>/<slug>.json`: key → text. */
  readonly texts: string | undefined
  /** `locales/<tag>/<slug>.units.json`: the sidecar. */
  readonly units: string | undefined
}
