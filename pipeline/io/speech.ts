import type {CDPSession} from 'playwright-core'
import type {Utterance} from '../model/speech.ts'
import {cellHeaders} from './cell-headers.ts'
import {markupBeneath, type Markup} from './markup-beneath.ts'
import {closed, inline, saysItsText, silent, silentUnnamed, spokenRole} from './spoken.ts'

type Node = Awaited<ReturnType<typeof treeOf>>[number]

const treeOf = async (session: CDPSession) =>
  (await session.send('Accessibility.getFullAXTree')).nodes

/**
 * What a screen reader says of the page, by the accessibility tree that Chromium computes. What the
 * tree does not hold (languages, what is current) is taken from the markup.
 */
export async function speechOf(session: CDPSession): Promise<readonly Utterance[]> {
  const nodes = await treeOf(session)
  const [root] = nodes
  if (root?.backendDOMNodeId === undefined) return []
  return tell(root, nodes, await markupBeneath(session, root.backendDOMNodeId))
}

function tell(
  root: Node,
  nodes: readonly Node[],
  markup: ReadonlyMap<number, Markup>,
): readonly Utterance[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const childrenOf = (node: Node) => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? [])
  const markupOf = (node: Node) => markup.get(node.backendDOMNodeId ?? -1)
  const [html] = childrenOf(root)
  const pageLang = (html && markupOf(html)?.lang) ?? ''
  const said: Utterance[] = []
  const headers = new Map<Node, readonly string[]>()
  let isBroken = true

  function walk(node: Node, depth: number, above: string): void {
    const role = roleOf(node)
    const name = textOf(node.name?.value)
    if (role === 'inlinetextbox' || role === 'listmarker') return
    if (!node.ignored && role === 'statictext') {
      if (above !== name && above !== everything && name !== '') say(name, depth, langOf(node))
      return
    }
    const isSilent = node.ignored || silent.has(role) || (silentUnnamed.has(role) && name === '')
    if (!inline.has(role) && !node.ignored) isBroken = true
    if (isSilent) {
      // A caption that names what it stands in was said with it.
      const names = /^(caption|legend|figcaption)$/.test(role) ? above : ''
      for (const child of childrenOf(node)) walk(child, depth, above === everything ? above : names)
    } else {
      const children = childrenOf(node)
      said.push({role, name, depth, ...detailsOf(node, children), ...langOf(node)})
      const within = saysItsText.has(role) ? everything : name
      if (!closed.has(role)) for (const child of children) walk(child, depth + 1, within)
    }
    if (!inline.has(role) && !node.ignored) isBroken = true
  }

  /** Text goes on until a block ends, something else is said or the language changes. */
  function say(name: string, depth: number, lang: {readonly lang?: string}): void {
    const last = said.at(-1)
    if (!isBroken && last?.role === 'text' && last.depth === depth && last.lang === lang.lang) {
      said[said.length - 1] = {
        ...last,
        name: `${last.name} ${name}`.replace(/ (?=[,.;:!?’”)])/g, ''),
      }
    } else said.push({role: 'text', name, depth, level: null, count: null, states: [], ...lang})
    isBroken = false
  }

  function langOf(node: Node): {readonly lang?: string} {
    const lang = markupOf(node)?.lang ?? pageLang
    return lang === pageLang || lang === '' ? {} : {lang}
  }

  function detailsOf(node: Node, children: readonly Node[]) {
    const given = new Map<string, unknown>(
      (node.properties ?? []).map(({name, value}) => [name, value.value] as const),
    )
    const role = roleOf(node)
    const level = given.get('level')
    const is = (name: string) => given.get(name) === true || given.get(name) === 'true'
    const called = textOf(given.get('roledescription'))
    const value = valueOf(node, textOf(given.get('valuetext')))
    const description = textOf(node.description?.value)
    const own = headers.get(node)
    return {
      level: role === 'heading' && typeof level === 'number' ? level : null,
      ...(role === 'list' ? {count: below('listitem', children).length} : {count: null}),
      ...(role === 'table' ? tableOf(children) : {}),
      ...(role === 'listitem' ? {name: markerOf(children)} : {}),
      ...(own === undefined ? {} : {headers: own}),
      ...(value === '' ? {} : {value}),
      ...(description === '' ? {} : {description}),
      ...(called === '' ? {} : {called}),
      states: [
        ...(markupOf(node)?.isCurrent ? ['current'] : []),
        ...(given.has('checked') ? [is('checked') ? 'checked' : 'unchecked'] : []),
        ...(given.has('pressed') ? [is('pressed') ? 'pressed' : 'unpressed'] : []),
        ...(given.has('expanded') ? [is('expanded') ? 'expanded' : 'collapsed'] : []),
        ...(given.has('hasPopup') && role === 'button' ? ['popup'] : []),
        ...['disabled', 'invalid', 'required', 'selected'].filter(is),
      ],
    }
  }

  /** The nearest nodes of a role, through what is not said. */
  function below(wanted: string, among: readonly Node[]): readonly Node[] {
    return among.flatMap((child) => {
      if (roleOf(child) === wanted) return [child]
      return child.ignored || roleOf(child) === 'rowgroup' ? below(wanted, childrenOf(child)) : []
    })
  }

  function tableOf(children: readonly Node[]): {readonly count: number; readonly columns: number} {
    const rows = below('row', children).map((row) =>
      childrenOf(row).flatMap((cell) => {
        const role = roleOf(cell)
        if (role !== 'cell' && role !== 'columnheader' && role !== 'rowheader') return []
        const {colspan = 1, rowspan = 1} = markupOf(cell) ?? {}
        return [{cell, role, name: textOf(cell.name?.value), colspan, rowspan} as const]
      }),
    )
    const table = cellHeaders(rows)
    for (const [cell, names] of table.headers) headers.set(cell, names)
    return {count: rows.length, columns: table.columns}
  }

  function markerOf(children: readonly Node[]): string {
    return textOf(children.find((child) => roleOf(child) === 'listmarker')?.name?.value)
  }

  walk(root, 0, '')
  return said
}

/** Stands for the name of what says all that is within. */
const everything = '\0'

function roleOf({role}: Node): string {
  return spokenRole(String(role?.value ?? 'none'))
}

function valueOf({value, role}: Node, text: string): string {
  if (text !== '' || String(role?.value) === 'RootWebArea') return text
  const held: unknown = value?.value
  return typeof held === 'number' ? String(held) : textOf(held)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}
