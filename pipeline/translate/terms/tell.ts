import type {Severity} from '../../model/finding.ts'
import {kinds, type Term, type TermForms, type TermKind} from '../../model/term.ts'
import type {Spot} from '../../model/spot.ts'
import type {TermProblem} from './formats.ts'

/** Something to say about a place in a file of terms. */
export function problem(
  variant: string,
  severity: Severity,
  {line, column}: Spot,
  values: Readonly<Record<string, string>> = {},
): TermProblem {
  return {variant, severity, values, line, column}
}

/** A form as the termbase compares it; empty where there is none. */
export function formOf(text: string): string {
  return text.trim().normalize('NFC')
}

/** A note without the white space around it; `undefined` where nothing is left. */
export function noteOf(text: string | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed === '' ? undefined : trimmed
}

/** A kind of term by its name. */
export function kindNamed(name: string): TermKind | undefined {
  return kinds.find((kind) => kind === name.trim().toLowerCase())
}

/** Whether a language says anything of a term. */
export function hasForms({preferred, allowed, forbidden}: Omit<TermForms, 'note'>): boolean {
  return preferred.length + allowed.length + forbidden.length > 0
}

/** These languages, and every other that a term has, each once. */
export function localesOf(terms: readonly Term[], locales: readonly string[]): readonly string[] {
  return [...new Set([...locales, ...terms.flatMap(({forms}) => Object.keys(forms))])]
}
