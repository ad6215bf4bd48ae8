import type {CDPSession} from 'playwright-core'
import {nodesWithFrames} from './heard-frames.ts'
import {closed, saysItsText, silent, silentUnnamed, spokenRole} from './spoken.ts'

interface Value {
  readonly value?: unknown
}

/** A node as DevTools gives it. */
export interface HeardNode {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: Value
  readonly name?: Value & {readonly sources?: readonly NameSource[]}
  readonly description?: Value
  readonly value?: Value
  readonly properties?: readonly {
    readonly name: string
    readonly value: Value & {readonly relatedNodes?: readonly {readonly backendDOMNodeId: number}[]}
  }[]
  readonly childIds?: readonly string[]
  readonly backendDOMNodeId?: number
}

interface NameSource {
  readonly type: string
  readonly value?: unknown
  readonly superseded?: boolean
}

/** The accessibility tree as Chromium computes it, and what is asked of it. */
export interface HeardTree {
  readonly root: HeardNode | undefined
  readonly nodes: readonly HeardNode[]
  readonly childrenOf: (node: HeardNode) => readonly HeardNode[]
  /** The nearest nodes of some roles, through groups and what is not said. */
  readonly below: (roles: RegExp, among: readonly HeardNode[]) => readonly HeardNode[]
  /** The text of a label or a caption, without that of the controls in it. */
  readonly contentOf: (node: HeardNode) => string
  /** Whether something stands in it that is said by a role of its own. */
  readonly hasParts: (node: HeardNode) => boolean
}

/** Reads the accessibility tree of the page that is shown, frames in their places. */
export async function heardTree(session: CDPSession): Promise<HeardTree> {
  const nodes = await nodesWithFrames(session)
  const byId = new Map<string, HeardNode>(nodes.map((node) => [node.nodeId, node]))
  const childrenOf = (node: HeardNode) => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? [])

  function below(wanted: RegExp, among: readonly HeardNode[]): readonly HeardNode[] {
    return among.flatMap((child) => {
      if (wanted.test(roleOf(child))) return [child]
      return isSaid(child) && roleOf(child) !== 'group' ? [] : below(wanted, childrenOf(child))
    })
  }

  function textsOf(node: HeardNode): string {
    const role = roleOf(node)
    if (role === 'statictext') return writtenIn(node)
    if (saysItsText.has(role) || closed.has(role)) return ''
    return childrenOf(node).map(textsOf).join('')
  }

  function hasParts(node: HeardNode): boolean {
    return childrenOf(node).some((child) => {
      if (passedOver.has(roleOf(child))) return false
      const isPart =
        isSaid(child) && (roleOf(child) !== 'image' || textOf(child.name?.value) !== '')
      return isPart || hasParts(child)
    })
  }

  const contentOf = (node: HeardNode) => folded(textsOf(node))
  return {root: nodes[0], nodes, childrenOf, below, contentOf, hasParts}
}

const passedOver = new Set(['statictext', 'inlinetextbox', 'listmarker'])

/** Whether a screen reader says that it is there. */
export function isSaid(node: HeardNode): boolean {
  const role = roleOf(node)
  if (node.ignored || silent.has(role) || passedOver.has(role)) return false
  return !silentUnnamed.has(role) || textOf(node.name?.value) !== ''
}

/** The role by which a node is spoken of; what is typed into is a field, though nothing calls it one. */
export function roleOf({role, properties = []}: HeardNode): string {
  const spoken = spokenRole(typeof role?.value === 'string' ? role.value : 'none')
  if (spoken !== 'generic' && spoken !== 'paragraph') return spoken
  const has = (given: string) => properties.some(({name}) => name === given)
  return has('editable') && has('focusable') ? 'textbox' : spoken
}

/** The words of a text, with the spaces around them. */
export function writtenIn({name}: HeardNode): string {
  return typeof name?.value === 'string' ? name.value : ''
}

/** A value of the tree as text, white space folded; empty where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? folded(value) : ''
}

/** Every run of white space as one space, none at the ends; without signs that have neither sound nor look of their own. */
export function folded(text: string): string {
  return text.replace(unheard, '').replace(/\s+/g, ' ').trim()
}

/** Places where a word may break, and the letters of icon fonts. */
const unheard = /[\u00AD\u200B\u2060\uFEFF\p{Co}]/gu
