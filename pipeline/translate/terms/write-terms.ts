import {applyEdits, type Edit, type Node} from 'jsonc-parser'
import type {Rank, Term, TermForms} from '../../model/term.ts'
import {propertiesOf, readJson} from '../json.ts'
import {languageTag, ownWords} from '../termbase.ts'
import {appended, replaced, spaced} from './json-edits.ts'

const ranks: readonly Rank[] = ['preferred', 'allowed', 'forbidden']

/**
 * The termbase's file with the terms as they are now. Only what is new or other is written; the
 * order and the white space that people gave it stay.
 */
export function writeTerms(text: string, before: readonly Term[], now: readonly Term[]): string {
  const {tree} = readJson(text)
  if (tree === undefined) return text
  const nodes = new Map((tree.children ?? []).map((node) => [idIn(node), node]))
  const was = new Map(before.map((term) => [term.id, term]))
  const edits = now.flatMap((term) => {
    const [old, node] = [was.get(term.id), nodes.get(term.id)]
    return old === undefined || node === undefined ? [] : termEdits(text, node, old, term)
  })
  const added = now.filter(({id}) => !was.has(id)).map((term) => spaced(plainTerm(term)))
  return applyEdits(text, [...edits, ...appended(text, tree, added)])
}

function idIn(node: Node): string {
  return String(propertiesOf(node).find(({key}) => key === 'id')?.value.value)
}

function termEdits(text: string, node: Node, old: Term, term: Term): readonly Edit[] {
  const fields = propertiesOf(node)
  const named = fields.find(({key}) => key === 'forms')?.value
  const known = new Map(
    [...propertiesOf(named), ...fields.filter(({key}) => !isOwn(key))].map(({key, value}) => [
      languageTag(key),
      value,
    ]),
  )
  const edits: Edit[] = []
  const beside: [string, unknown][] = []
  const below: [string, unknown][] = []
  for (const key of ['kind', 'note'] as const) {
    if (old[key] === term[key]) continue
    const value = fields.find((field) => field.key === key)?.value
    if (value === undefined) beside.push([key, term[key]])
    else edits.push(replaced(value, term[key]))
  }
  for (const [tag, forms] of Object.entries(term.forms)) {
    const value = known.get(tag)
    const before = old.forms[tag]
    if (value !== undefined && before !== undefined)
      edits.push(...formEdits(text, value, before, forms))
    else if (named !== undefined || isOwn(tag)) below.push([tag, plainForms(forms)])
    else beside.push([tag, plainForms(forms)])
  }
  if (named === undefined && below.length > 0) beside.push(['forms', Object.fromEntries(below)])
  else if (named !== undefined) edits.push(...appended(text, named, below.map(property)))
  return [...edits, ...appended(text, node, beside.map(property))]
}

function formEdits(text: string, node: Node, old: TermForms, now: TermForms): readonly Edit[] {
  if (JSON.stringify(old) === JSON.stringify(now)) return []
  if (node.type !== 'object') {
    const isList = [now.allowed, now.forbidden].every(({length}) => length === 0)
    return isList && now.note === undefined
      ? listEdits(text, node, old.preferred, now.preferred)
      : [replaced(node, plainForms(now))]
  }
  const fields = propertiesOf(node)
  const missing: [string, unknown][] = []
  const edits = ranks.flatMap((rank): readonly Edit[] => {
    const value = fields.find(({key}) => key === rank)?.value
    if (value !== undefined) return listEdits(text, value, old[rank], now[rank])
    if (now[rank].length > 0) missing.push([rank, plainList(now[rank])])
    return []
  })
  const note = fields.find(({key}) => key === 'note')?.value
  if (note === undefined && now.note !== undefined) missing.push(['note', now.note])
  const noted = note !== undefined && old.note !== now.note ? [replaced(note, now.note)] : []
  return [...edits, ...noted, ...appended(text, node, missing.map(property))]
}

function listEdits(
  text: string,
  node: Node,
  old: readonly string[],
  now: readonly string[],
): readonly Edit[] {
  const stays = old.every((form, index) => now[index] === form)
  if (stays && old.length === now.length) return []
  if (!stays || node.type !== 'array') return [replaced(node, stays ? now : plainList(now))]
  return appended(
    text,
    node,
    now.slice(old.length).map((form) => JSON.stringify(form)),
  )
}

function property([key, value]: readonly [string, unknown]): string {
  return `${JSON.stringify(key)}: ${spaced(value)}`
}

function isOwn(key: string): boolean {
  return ownWords.includes(key)
}

/** A term as its file has it, in its shortest form. */
function plainTerm({id, kind, note, forms}: Term): unknown {
  const all = Object.entries(forms).map(([tag, one]) => [tag, plainForms(one)] as const)
  const below = all.filter(([tag]) => isOwn(tag))
  return {
    id,
    ...(kind === 'term' ? {} : {kind}),
    ...Object.fromEntries(all.filter(([tag]) => !isOwn(tag))),
    ...(below.length === 0 ? {} : {forms: Object.fromEntries(below)}),
    ...(note === undefined ? {} : {note}),
  }
}

function plainForms({preferred, allowed, forbidden, note}: TermForms): unknown {
  const isPlain = allowed.length + forbidden.length === 0 && note === undefined
  if (isPlain && preferred.length > 0) return plainList(preferred)
  const lists = Object.entries({preferred, allowed, forbidden})
    .filter(([, list]) => list.length > 0)
    .map(([rank, list]) => [rank, plainList(list)])
  return {...Object.fromEntries(lists), ...(note === undefined ? {} : {note})}
}

function plainList(forms: readonly string[]): unknown {
  return forms.length === 1 ? forms[0] : forms
}
