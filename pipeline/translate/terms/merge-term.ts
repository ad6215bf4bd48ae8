import type {Rank, Term, TermForms} from '../../model/term.ts'
import type {ReadLanguage, ReadTerm, TermProblem} from './formats.ts'
import {problem} from './tell.ts'

/** How a term stands after a file's has been put to it, and what could not be put together. */
export interface MergedTerm {
  readonly term: Term
  readonly problems: readonly TermProblem[]
}

const ranks: readonly Rank[] = ['preferred', 'allowed', 'forbidden']
const nothing: TermForms = {preferred: [], allowed: [], forbidden: [], note: undefined}

/**
 * Put what a file says of a concept to what is there. New forms and notes are added; where the two
 * disagree both stay, and ours stays where only one can, unless the file is to win.
 */
export function mergeTerm(term: Term, read: ReadTerm, wins: boolean): MergedTerm {
  const problems: TermProblem[] = []
  const say: Say = (variant, spot, values) =>
    problems.push(problem(variant, 'warning', spot, {id: term.id, ...values}))
  let {kind} = term
  if (read.kind !== undefined && read.kind !== kind) {
    if (wins || kind === 'term') kind = read.kind
    else say('kind-conflict', read, {here: kind, there: read.kind})
  }
  const note = mergeNote(term.note, read.note, wins, () => say('note-conflict', read, {}))
  const forms = {...term.forms}
  for (const language of read.languages)
    forms[language.tag] = mergeForms(forms[language.tag] ?? nothing, language, wins, say)
  return {term: {...term, kind, note, forms}, problems}
}

type Say = (
  variant: string,
  spot: {readonly line: number; readonly column: number},
  values: Readonly<Record<string, string>>,
) => void

function mergeForms(ours: TermForms, read: ReadLanguage, wins: boolean, say: Say): TermForms {
  const rankOf = (form: string) => ranks.find((rank) => ours[rank].includes(form))
  const [first] = ours.preferred
  const isRival = first !== undefined && read.preferred.length > 0
  if (isRival && !wins && read.preferred.every((form) => rankOf(form) === undefined))
    say('preferred', read, {tag: read.tag, here: first, there: read.preferred[0] ?? ''})
  const now: Record<Rank, readonly string[]> = {...ours}
  const came = new Map<string, Rank>()
  for (const rank of ranks) {
    for (const form of read[rank]) {
      const here = came.get(form) ?? rankOf(form)
      if (here === rank) continue
      const moves = wins && !came.has(form)
      came.set(form, moves || here === undefined ? rank : here)
      if (here !== undefined && !moves) {
        say('rank', read, {tag: read.tag, form, here, there: rank})
        continue
      }
      if (here !== undefined) now[here] = now[here].filter((one) => one !== form)
      now[rank] = [...now[rank], form]
    }
  }
  const tell = () => say('note-conflict', read, {})
  return {...now, note: mergeNote(ours.note, read.note, wins, tell)}
}

function mergeNote(
  ours: string | undefined,
  theirs: string | undefined,
  wins: boolean,
  tell: () => void,
): string | undefined {
  if (theirs === undefined || ours?.includes(theirs)) return ours
  if (ours === undefined || wins) return theirs
  tell()
  return `${ours}\n${theirs}`
}
