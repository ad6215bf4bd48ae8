/** How a form of a term may be used in an edition. */
export type Rank = 'preferred' | 'allowed' | 'forbidden'

/** What a term is a term for: the first mention of a person or a place may carry the original in brackets. */
export type TermKind = (typeof kinds)[number]

export const kinds = ['term', 'person', 'place', 'organisation'] as const

/** How one language says a term. */
export interface TermForms {
  /** The first is the one to suggest; empty where the language only forbids. */
  readonly preferred: readonly string[]
  /** As good where the sentence asks for them: a short form, a second mention. */
  readonly allowed: readonly string[]
  readonly forbidden: readonly string[]
  /** When to write which, for translators. */
  readonly note: string | undefined
}

/** One concept of the termbase, `locales/terms.json`. */
export interface Term {
  readonly id: string
  readonly kind: TermKind
  readonly note: string | undefined
  /** By locale. */
  readonly forms: Readonly<Record<string, TermForms>>
  /** Where it stands in the file: 1-based, in UTF-16 code units. */
  readonly line: number
  readonly column: number
}
