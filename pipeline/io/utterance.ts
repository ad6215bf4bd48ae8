import type {Utterance} from '../model/speech.ts'
import {folded, roleOf, textOf, type HeardNode} from './heard-tree.ts'
import type {Markup} from './heard-markup.ts'

type Details = Pick<Utterance, 'level' | 'states' | 'value' | 'description' | 'called'>

/** What is said of a node beside its role and name: what it holds, its states, what explains it. */
export function detailsOf(
  node: HeardNode,
  markup: Markup | undefined,
  writtenAt: (element: number) => string,
): Details {
  const given: Given = new Map(
    (node.properties ?? []).map(({name, value}) => [name, asWritten(value.value)] as const),
  )
  const level = given.get('level')
  const called = textOf(given.get('roledescription'))
  const value = valueOf(node, given)
  const name = textOf(node.name?.value)
  const hint = value === '' ? (markup?.placeholder ?? '') : ''
  const isInvalid = given.has('invalid') && given.get('invalid') !== 'false'
  const wrong = isInvalid ? folded(errorsOf(node).map(writtenAt).join(' ')) : ''
  const keys = textOf(given.get('keyshortcuts'))
  const explained = [textOf(node.description?.value), wrong, hint, keys].filter(
    (text, index, all) => text !== '' && text !== name && all.indexOf(text) === index,
  )
  return {
    level: leveled.test(roleOf(node)) && typeof level === 'number' ? level : null,
    ...(value === '' ? {} : {value}),
    ...(explained.length === 0 ? {} : {description: explained.join(', ')}),
    ...(called === '' ? {} : {called}),
    states: isPlayer(node) ? [] : statesOf(roleOf(node), given, markup),
  }
}

/** Roles that are said to be so deep: a row is one of a tree’s. */
const leveled = /^(heading|row|treeitem)$/

/** Chromium hands texts of properties over as bytes of UTF-8, each as a character of its own. */
function asWritten(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[\0-\xFF]*$/.test(value) || !/[\x80-\xFF]/.test(value))
    return value
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(Buffer.from(value, 'latin1'))
  } catch {
    return value
  }
}

/** The accessible name; of a player what its author calls it, whatever the browser says of its file. */
export function nameOf(node: HeardNode, markup: Markup | undefined): string {
  return isPlayer(node) ? (markup?.label ?? '') : textOf(node.name?.value)
}

/** Whether the name is nothing but the text within. */
export function isNamedByContent({name}: HeardNode): boolean {
  const used = name?.sources?.find(({value, superseded}) => value && superseded !== true)
  return used?.type === 'contents'
}

type Given = ReadonlyMap<string, unknown>

function statesOf(role: string, given: Given, markup: Markup | undefined): readonly string[] {
  const is = (name: string) => /^(true|1|grammar|spelling)$/.test(String(given.get(name)))
  const either = (name: string, yes: string, no: string) => {
    if (!given.has(name)) return []
    if (given.get(name) === 'mixed') return [name === 'pressed' ? 'half-pressed' : 'mixed']
    return [is(name) ? yes : no]
  }
  return [
    ...(markup?.current === undefined ? [] : [markup.current]),
    ...(role === 'switch'
      ? either('checked', 'on', 'off')
      : either('checked', 'checked', 'unchecked')),
    ...(markup?.sorted === undefined ? [] : [markup.sorted]),
    ...either('pressed', 'pressed', 'unpressed'),
    ...either('expanded', 'expanded', 'collapsed'),
    ...(role === 'combobox' ? [] : popup(given.get('hasPopup'))),
    ...(markup?.isSecret ? ['protected'] : []),
    ...(suggests.has(given.get('autocomplete')) ? ['autocomplete'] : []),
    ...['busy', 'disabled', 'invalid', 'multiline', 'multiselectable'].filter(is),
    ...['readonly', 'required', 'selected'].filter(is),
    ...(given.has('details') ? ['details'] : []),
  ]
}

const suggests = new Set<unknown>(['list', 'both', 'inline'])

/** The elements that say what is wrong (`aria-errormessage`). */
function errorsOf({properties = []}: HeardNode): readonly number[] {
  const errors = properties.find(({name}) => name === 'errormessage')?.value.relatedNodes ?? []
  return errors.map(({backendDOMNodeId}) => backendDOMNodeId)
}

function popup(opens: unknown): readonly string[] {
  if (typeof opens !== 'string') return []
  return [/^(dialog|grid|listbox|tree)$/.test(opens) ? `popup-${opens}` : 'popup']
}

function isPlayer(node: HeardNode): boolean {
  return /^(video|audio)$/.test(roleOf(node))
}

function valueOf(node: HeardNode, given: Given): string {
  const {value, role} = node
  const text = textOf(given.get('valuetext'))
  if (text !== '' || role?.value === 'RootWebArea') return text
  const held: unknown = value?.value
  if (typeof held !== 'number') return textOf(held)
  const [least, most] = [numberOf(given, 'valuemin', 0), numberOf(given, 'valuemax', 100)]
  const isShare = roleOf(node) === 'progressbar' && most > least
  if (isShare) return `${Math.round((100 * (held - least)) / (most - least))}%`
  // Chromium hands numbers over in single precision: 0.6 as 0.6000000238418579.
  return String(Number(held.toPrecision(7)))
}

function numberOf(given: Given, name: string, otherwise: number): number {
  const value = given.get(name)
  return typeof value === 'number' ? value : otherwise
}
