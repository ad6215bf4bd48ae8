import type {Node} from 'jsonc-parser'
import type {Finding} from '../model/finding.ts'
import type {TextFile} from '../model/publication.ts'
import {kinds, type Term, type TermForms} from '../model/term.ts'
import {spotAt, type Spot} from '../model/spot.ts'
import {propertiesOf, readJson} from './json.ts'

/** The termbase as far as it could be read, and what is wrong with its file. */
export interface Termbase {
  readonly terms: readonly Term[]
  readonly findings: readonly Finding[]
}

/**
 * Read `locales/terms.json`: a list of terms, each with an `id`, at will a `kind` and a `note`, and
 * its forms by locale, either beside these or, for a language whose tag is one of those words
 * (Indonesian is `id`), under `forms`. A form alone is the preferred one; else an object of
 * `preferred`, `allowed`, `forbidden` (a text or a list each) and `note`. A term with a fault is
 * left out; every fault is a finding with its place.
 */
export function readTermbase(file: TextFile | undefined): Termbase {
  if (file === undefined) return {terms: [], findings: []}
  const {tree, faults} = readJson(file.text)
  const findings: Finding[] = []
  const say: Say = (variant, node, values) =>
    findings.push(termFinding(variant, file.path, spotAt(file.text, node.offset), values))
  for (const {variant, spot, subject} of faults)
    findings.push(
      termFinding(`file-${variant === 'shape' ? 'syntax' : variant}`, file.path, spot, {subject}),
    )
  if (tree === undefined || faults.length > 0) return {terms: [], findings}
  if (tree.type !== 'array') {
    say('list', tree, {})
    return {terms: [], findings}
  }
  const terms: Term[] = []
  for (const node of tree.children ?? []) {
    const before = findings.length
    const term = termOf(node, spotAt(file.text, node.offset), say)
    if (term !== undefined && terms.some(({id}) => id === term.id))
      say('duplicate', node, {id: term.id})
    if (term !== undefined && findings.length === before) terms.push(term)
  }
  return {terms, findings}
}

type Say = (variant: string, node: Node, values: Readonly<Record<string, string>>) => void

/** What a term has beside its forms; a language of such a tag stands under `forms`. */
export const ownWords: readonly string[] = ['id', 'kind', 'note', 'forms']
const parts = ['preferred', 'allowed', 'forbidden', 'note']

function termOf(
  node: Node,
  spot: {readonly line: number; readonly column: number},
  say: Say,
): Term | undefined {
  if (node.type !== 'object') {
    say('term', node, {})
    return undefined
  }
  const fields = propertiesOf(node)
  const id = textOf(node, 'id', say)
  const word = textOf(node, 'kind', say) ?? 'term'
  const kind = kinds.find((one) => one === word)
  if (id === undefined && !fields.some(({key}) => key === 'id')) say('no-id', node, {})
  if (kind === undefined) say('kind', node, {kind: word, kinds: kinds.join(', ')})
  const named = propertiesOf(fields.find(({key}) => key === 'forms')?.value)
  const forms: Record<string, TermForms> = {}
  for (const {key, keyNode, value} of [
    ...fields.filter((one) => !ownWords.includes(one.key)),
    ...named,
  ]) {
    const tag = languageTag(key)
    if (tag === undefined) say('locale', keyNode, {key, known: ownWords.join(', ')})
    else if (forms[tag] !== undefined) say('locale-twice', keyNode, {key})
    else forms[tag] = formsOf(value, say)
  }
  if (Object.keys(forms).length === 0) say('no-forms', node, {id: id ?? ''})
  return {id: id ?? '', kind: kind ?? 'term', note: textOf(node, 'note', say), forms, ...spot}
}

function formsOf(node: Node, say: Say): TermForms {
  if (node.type !== 'object') {
    return {preferred: texts(node, say), allowed: [], forbidden: [], note: undefined}
  }
  const fields = propertiesOf(node)
  for (const {key, keyNode} of fields)
    if (!parts.includes(key)) say('key', keyNode, {key, known: parts.join(', ')})
  const list = (name: string) => {
    const value = fields.find(({key}) => key === name)?.value
    return value === undefined ? [] : texts(value, say)
  }
  const [preferred, allowed, forbidden] = [list('preferred'), list('allowed'), list('forbidden')]
  const good = new Set([...preferred, ...allowed])
  for (const form of forbidden) if (good.has(form)) say('contradiction', node, {form})
  if (good.size === 0 && forbidden.length === 0) say('no-forms', node, {id: ''})
  return {preferred, allowed, forbidden, note: textOf(node, 'note', say)}
}

/** A text or a list of texts; an empty one means nothing. */
function texts(node: Node, say: Say): readonly string[] {
  const nodes = node.type === 'array' ? (node.children ?? []) : [node]
  return nodes.flatMap((one) => {
    if (one.type === 'string' && String(one.value).trim() !== '') {
      return [String(one.value).trim().normalize('NFC')]
    }
    say('form', one, {})
    return []
  })
}

function textOf(node: Node, name: string, say: Say): string | undefined {
  const value = propertiesOf(node).find(({key}) => key === name)?.value
  if (value === undefined) return undefined
  if (value.type === 'string' && String(value.value) !== '') return String(value.value)
  say('text', value, {key: name})
  return undefined
}

const languageNames = new Intl.DisplayNames('en', {type: 'language', fallback: 'none'})

/** The tag in canonical form, where the key is the tag of a language there is. */
export function languageTag(key: string): string | undefined {
  try {
    const tag = Intl.getCanonicalLocales(key)[0]
    return languageNames.of(key) === undefined ? undefined : tag
  } catch {
    return undefined
  }
}

/** A finding about the termbase's file. */
export function termFinding(
  variant: string,
  path: string,
  {line, column}: Spot,
  values: Readonly<Record<string, string>>,
): Finding {
  return {
    check: 'translation/termbase',
    outcome: 'failed',
    severity: 'error',
    message: {key: `translation/termbase/${variant}`, values: {file: path, ...values}},
    place: {file: path, line, column},
    locale: undefined,
    article: undefined,
    criteria: [],
    engines: [],
  }
}
