import type {Element} from 'xast'
import type {Rank, TermKind} from '../../model/term.ts'
import {attribute, elementsIn, localName, spotOf, textIn} from '../exchange/xml.ts'
import {languageTag} from '../termbase.ts'
import type {ReadLanguage, ReadTerm, ReadTerms, TermProblem} from './formats.ts'
import {idOf} from './tbx-id.ts'
import {formOf, hasForms, kindNamed, noteOf, problem} from './tell.ts'

/** The concepts of a TBX file's body, in any of TBX's styles and editions. */
export function readConcepts(body: Element): Omit<ReadTerms, 'fault'> {
  const problems: TermProblem[] = []
  const leftOut = new Map<string, Element>()
  const context: Context = {
    say: (one) => problems.push(one),
    leave: (name, element) => leftOut.has(name) || leftOut.set(name, element),
  }
  const entries = [...elementsIn(body, 'conceptEntry'), ...elementsIn(body, 'termEntry')]
  const terms = entries.flatMap((entry) => readConcept(entry, context))
  const [first] = leftOut.values()
  if (first !== undefined) {
    const names = [...leftOut.keys()].join(', ')
    problems.push(problem('left-out', 'notice', spotOf(first), {names}))
  }
  return {terms, problems}
}

interface Context {
  readonly say: (problem: TermProblem) => void
  /** Note that there is something a termbase here has no place for. */
  readonly leave: (name: string, element: Element) => void
}

const languageNames = ['langSec', 'langSet']
const termNames = ['termSec', 'tig', 'ntig']
const groups = new Set(['descripGrp', 'adminGrp', 'termNoteGrp', 'termGrp'])

function readConcept(entry: Element, context: Context): readonly ReadTerm[] {
  let kind: TermKind | undefined
  const notes: string[] = []
  for (const one of partsOf(entry, languageNames)) {
    const category = categoryOf(one)
    const named = category === 'subjectField' ? kindNamed(textIn(one)) : undefined
    if (named !== undefined) kind = named
    else if (['note', 'definition'].includes(category)) notes.push(textIn(one))
    else context.leave(category, one)
  }
  const sections = elementsIn(entry).filter((one) => languageNames.includes(localName(one)))
  const languages = sections.flatMap((one) => readLanguage(one, context))
  if (sections.length === 0) context.say(problem('no-forms', 'error', spotOf(entry)))
  if (languages.length === 0) return []
  const id = idOf(attribute(entry, 'id')) || undefined
  return [{id, kind, note: together(notes), languages, ...spotOf(entry)}]
}

function readLanguage(section: Element, context: Context): readonly ReadLanguage[] {
  const name = attribute(section, 'xml:lang') || attribute(section, 'lang')
  const tag = languageTag(name.replaceAll('_', '-'))
  if (tag === undefined) {
    context.say(problem('language', 'error', spotOf(section), {tag: name}))
    return []
  }
  const notes: string[] = []
  for (const one of partsOf(section, termNames)) {
    if (['note', 'definition'].includes(categoryOf(one))) notes.push(textIn(one))
    else context.leave(categoryOf(one), one)
  }
  const forms: Record<Rank, string[]> = {preferred: [], allowed: [], forbidden: []}
  for (const one of elementsIn(section).filter((child) => termNames.includes(localName(child)))) {
    const {form, rank, note} = readForm(one, context)
    if (form !== '')
      forms[rank ?? (forms.preferred.length === 0 ? 'preferred' : 'allowed')].push(form)
    if (note !== undefined) notes.push(note)
  }
  if (hasForms(forms)) return [{tag, ...forms, note: together(notes), ...spotOf(section)}]
  context.say(problem('no-forms', 'error', spotOf(section)))
  return []
}

interface ReadForm {
  readonly form: string
  /** `undefined` where the file does not say; the first is the preferred one then. */
  readonly rank: Rank | undefined
  readonly note: string | undefined
}

function readForm(section: Element, context: Context): ReadForm {
  let form = ''
  let rank: Rank | undefined
  const notes: string[] = []
  for (const one of partsOf(section, [])) {
    const category = categoryOf(one)
    if (category === 'term') form = formOf(textIn(one))
    else if (category === 'note') notes.push(textIn(one))
    else if (category === 'administrativeStatus' || category === 'normativeAuthorization') {
      const status = textIn(one).trim()
      rank = ranks.get(status.replace(/(?:Term)?(?:-admn-sts)?$/u, ''))
      if (rank === undefined) context.say(problem('status', 'warning', spotOf(one), {status}))
    } else context.leave(category, one)
  }
  return {form, rank, note: together(notes)}
}

const ranks: ReadonlyMap<string, Rank> = new Map([
  ['preferred', 'preferred'],
  ['standardized', 'preferred'],
  ['legal', 'preferred'],
  ['regulated', 'preferred'],
  ['admitted', 'allowed'],
  ['deprecated', 'forbidden'],
  ['superseded', 'forbidden'],
])

/** What an element is about: its `type` in the DCA style, its own name in the DCT style. */
function categoryOf(element: Element): string {
  return attribute(element, 'type') || localName(element)
}

/** An element's parts but those of these names; groups are opened. */
function partsOf(element: Element, but: readonly string[]): readonly Element[] {
  return elementsIn(element)
    .filter((one) => !but.includes(localName(one)))
    .flatMap((one) => (groups.has(localName(one)) ? partsOf(one, []) : [one]))
}

function together(notes: readonly string[]): string | undefined {
  return noteOf(notes.flatMap((note) => noteOf(note) ?? []).join('\n'))
}
