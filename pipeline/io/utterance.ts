import type {Utterance} from '../model/speech.ts'
import {roleOf, textOf, type HeardNode} from './heard-tree.ts'
import type {Markup} from './heard-markup.ts'

type Details = Pick<Utterance, 'level' | 'states' | 'value' | 'description' | 'called'>

/** What is said of a node beside its role and name: what it holds, its states, what explains it. */
export function detailsOf(node: HeardNode, markup: Markup | undefined): Details {
  const given: Given = new Map(
    (node.properties ?? []).map(({name, value}) => [name, value.value] as const),
  )
  const level = given.get('level')
  const called = textOf(given.get('roledescription'))
  const value = valueOf(node, textOf(given.get('valuetext')))
  const name = textOf(node.name?.value)
  const hint = value === '' ? (markup?.placeholder ?? '') : ''
  const explained = [textOf(node.description?.value), hint].filter(
    (text, index, all) => text !== '' && text !== name && all.indexOf(text) === index,
  )
  return {
    level: roleOf(node) === 'heading' && typeof level === 'number' ? level : null,
    ...(value === '' ? {} : {value}),
    ...(explained.length === 0 ? {} : {description: explained.join(', ')}),
    ...(called === '' ? {} : {called}),
    states: isPlayer(node) ? [] : statesOf(roleOf(node), given, markup),
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
  const is = (name: string) => given.get(name) === true || given.get(name) === 'true'
  const either = (name: string, yes: string, no: string) => {
    if (!given.has(name)) return []
    return [given.get(name) === 'mixed' ? 'mixed' : is(name) ? yes : no]
  }
  return [
    ...(markup?.current === undefined ? [] : [markup.current]),
    ...(role === 'switch'
      ? either('checked', 'on', 'off')
      : either('checked', 'checked', 'unchecked')),
    ...either('pressed', 'pressed', 'unpressed'),
    ...either('expanded', 'expanded', 'collapsed'),
    ...(role === 'button' ? popup(given.get('hasPopup')) : []),
    ...(markup?.isSecret ? ['protected'] : []),
    ...['disabled', 'invalid', 'readonly', 'required', 'selected'].filter(is),
  ]
}

function popup(opens: unknown): readonly string[] {
  if (opens === undefined) return []
  return [opens === 'dialog' || opens === 'listbox' ? `popup-${opens}` : 'popup']
}

function isPlayer(node: HeardNode): boolean {
  return /^(video|audio)$/.test(roleOf(node))
}

function valueOf({value, role}: HeardNode, text: string): string {
  if (text !== '' || role?.value === 'RootWebArea') return text
  const held: unknown = value?.value
  return typeof held === 'number' ? String(held) : textOf(held)
}
