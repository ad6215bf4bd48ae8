import type {Severity} from '../../model/finding.ts'
import type {Term, TermKind} from '../../model/term.ts'
import type {ExchangeFault} from '../exchange/formats.ts'
import type {Spot} from '../../model/spot.ts'
import {csv} from './csv.ts'
import {tbx} from './tbx.ts'

/** A format in which the termbase travels to other tools and back. */
export interface TermFormat {
  readonly name: string
  /** Endings of file names, with the dot. */
  readonly endings: readonly string[]
  /** All terms, with room for these languages and for every other that a term has. */
  readonly write: (terms: readonly Term[], locales: readonly string[]) => string
  readonly read: (text: string) => ReadTerms
  /** Whether it can hold a text whole. */
  readonly holds: (text: string) => boolean
}

/** A file of terms that was read: what could be taken from it, and what could not. */
export interface ReadTerms {
  readonly terms: readonly ReadTerm[]
  readonly problems: readonly TermProblem[]
  /** What keeps it from being read; nothing of it is taken then. */
  readonly fault: ExchangeFault | undefined
}

/** One concept of a file. */
export interface ReadTerm extends Spot {
  /** `undefined` where the file gives none. */
  readonly id: string | undefined
  readonly kind: TermKind | undefined
  readonly note: string | undefined
  readonly languages: readonly ReadLanguage[]
}

/** What a file has of a concept in one language; the tag is canonical. */
export interface ReadLanguage extends Spot {
  readonly tag: string
  readonly preferred: readonly string[]
  readonly allowed: readonly string[]
  readonly forbidden: readonly string[]
  readonly note: string | undefined
}

/** Something to say about a file of terms: `import/terms/<variant>`. */
export interface TermProblem extends Spot {
  readonly variant: string
  readonly severity: Severity
  readonly values: Readonly<Record<string, string>>
}

/** Every format of the termbase, one file each. */
export const termFormats: readonly TermFormat[] = [tbx, csv]
