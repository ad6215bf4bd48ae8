import type {Term} from '../../model/term.ts'
import type {ReadLanguage, ReadTerm, TermProblem} from './formats.ts'
import {mergeTerm} from './merge-term.ts'
import {formOf, problem} from './tell.ts'

/** A termbase with a file's terms in it; each term that came, once, with what became of it. */
export interface MergedTerms {
  readonly terms: readonly Term[]
  readonly outcomes: ReadonlyMap<string, 'new' | 'extended' | 'same'>
  readonly problems: readonly TermProblem[]
}

interface Options {
  /** The languages of the publication, its source first. */
  readonly locales: readonly string[]
  /** The file wins where only one of two can stay. */
  readonly wins: boolean
}

/**
 * Put a file's terms into a termbase, each to the concept it is about: the one of its id if they
 * have a form in common; without an id, the one that its source form names. The others are added.
 */
export function mergeTerms(
  terms: readonly Term[],
  read: readonly ReadTerm[],
  options: Options,
): MergedTerms {
  const now = new Map(terms.map((term) => [term.id, term]))
  const bySource = sourceForms(terms, options.locales)
  const known = new Set([...options.locales, ...terms.flatMap(({forms}) => Object.keys(forms))])
  const outcomes = new Map<string, 'new' | 'extended' | 'same'>()
  const problems: TermProblem[] = []
  for (const one of read) {
    const own = inOurLanguages(one, [...known])
    const id = idFor(own, now, bySource, options.locales)
    const before = now.get(id)
    if (before === undefined && own.id !== undefined && own.id !== id)
      problems.push(problem('other-concept', 'warning', one, {id: own.id, other: id}))
    const {line, column} = one
    const empty: Term = {id, kind: 'term', note: undefined, forms: {}, line, column}
    const merged = mergeTerm(before ?? empty, own, options.wins)
    problems.push(...merged.problems)
    now.set(id, merged.term)
    for (const form of sourceFormsOf(own, options.locales))
      if (!bySource.has(form)) bySource.set(form, id)
    const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(merged.term)
    const was = outcomes.get(id)
    if (was === undefined || (was === 'same' && !isSame))
      outcomes.set(id, before === undefined ? 'new' : isSame ? 'same' : 'extended')
  }
  return {terms: [...now.values()], outcomes, problems}
}

function idFor(
  read: ReadTerm,
  now: ReadonlyMap<string, Term>,
  bySource: ReadonlyMap<string, string>,
  locales: readonly string[],
): string {
  const named =
    read.id === undefined
      ? sourceFormsOf(read, locales).flatMap((form) => bySource.get(form) ?? [])[0]
      : undefined
  if (named !== undefined) return named
  const wanted = read.id ?? slugOf(read)
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${wanted}-${number}`
    const there = now.get(id)
    if (there === undefined || isSameConcept(there, read)) return id
  }
}

/** Two glossaries may both have a `c1`: it is one concept if a form is the same, or no language is. */
function isSameConcept({forms}: Term, {languages}: ReadTerm): boolean {
  const common = languages.filter(({tag}) => forms[tag] !== undefined)
  return (
    common.length === 0 ||
    common.some((one) => allForms(forms[one.tag]).some((form) => allForms(one).includes(form)))
  )
}

function allForms(forms: Omit<ReadLanguage, 'tag' | 'line' | 'column'> | undefined) {
  if (forms === undefined) return []
  return [...forms.preferred, ...forms.allowed, ...forms.forbidden]
}

/** Which concept a form of the source language names. */
function sourceForms(
  terms: readonly Term[],
  [source = '']: readonly string[],
): Map<string, string> {
  const found = new Map<string, string>()
  for (const {id, forms} of terms)
    for (const form of [...(forms[source]?.preferred ?? []), ...(forms[source]?.allowed ?? [])])
      if (!found.has(form)) found.set(form, id)
  return found
}

function sourceFormsOf({languages}: ReadTerm, [source]: readonly string[]): readonly string[] {
  const own = languages.find(({tag}) => tag === source)
  return [...(own?.preferred ?? []), ...(own?.allowed ?? [])]
}

function slugOf({languages}: ReadTerm): string {
  const [form = ''] = languages.flatMap(allForms)
  const words = formOf(form)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['term']
  return words.join('-')
}

/** Tools write `ko-KR` where the publication has `ko`: the one language that is near is meant. */
function inOurLanguages(read: ReadTerm, known: readonly string[]): ReadTerm {
  const primary = (tag: string) => tag.split('-', 1)[0]
  const languages = read.languages.map((one) => {
    if (known.includes(one.tag)) return one
    const near = known.filter((tag) => primary(tag) === primary(one.tag))
    return near.length === 1 && near[0] !== undefined ? {...one, tag: near[0]} : one
  })
  return {...read, languages}
}
