import type {CDPSession} from 'playwright-core'
import type {Utterance} from '../model/speech.ts'
import {formulaOf} from './formula.ts'
import {folded, heardTree, isSaid, roleOf, textOf, writtenIn} from './heard-tree.ts'
import type {HeardNode, HeardTree} from './heard-tree.ts'
import {markupIn, type Markup} from './heard-markup.ts'
import {closed, counted, fields, inline, live, saysItsText} from './spoken.ts'
import {tableSpeech} from './table-speech.ts'
import {detailsOf, isNamedByContent, nameOf} from './utterance.ts'

/**
 * What a screen reader says of the page, by the accessibility tree that Chromium computes. What the
 * tree does not hold (languages, what is current) is taken from the markup.
 */
export async function speechOf(session: CDPSession): Promise<readonly Utterance[]> {
  const tree = await heardTree(session)
  if (tree.root === undefined) return []
  return tell(tree.root, tree, await markupIn(session))
}

function tell(
  root: HeardNode,
  tree: HeardTree,
  markup: ReadonlyMap<number, Markup>,
): readonly Utterance[] {
  const {childrenOf, below, contentOf, hasParts} = tree
  const markupOf = (node: HeardNode) => markup.get(node.backendDOMNodeId ?? -1)
  const writtenAt = (element: number) => {
    const found = tree.nodes.find((node) => node.backendDOMNodeId === element)
    return found === undefined ? '' : contentOf(found)
  }
  const [html] = childrenOf(root)
  const pageLang = (html && markupOf(html)?.lang) ?? ''
  const fieldNames = new Set(
    tree.nodes.filter((node) => fields.has(roleOf(node))).map(({name}) => textOf(name?.value)),
  )
  const outer = tree.nodes.filter((node) => roleOf(node) === 'term')
  const terms = new Set(outer.flatMap((node) => below(/^term$/, childrenOf(node))))
  const said: Utterance[] = []
  const headers = new Map<HeardNode, readonly string[]>()
  const rows = new Map<HeardNode, number>()
  let isBroken = true
  /** What the text before stands in. */
  let block: number | undefined

  function walk(node: HeardNode, depth: number, above: string): void {
    const role = roleOf(node)
    if (role === 'inlinetextbox' || role === 'listmarker') return
    if (!node.ignored && role === 'statictext') {
      const text = writtenIn(node)
      // What a style sheet writes is not in the markup.
      const within = markupOf(node)?.block ?? block
      isBroken ||= within !== block
      block = within
      if (above === everything || (above !== '' && above === folded(text))) return
      // Lines that are kept as they were written.
      for (const [at, line] of text.split('\n').entries()) {
        isBroken ||= at > 0
        if (line !== '' && (at === 0 || line.trim() !== '')) say(line, depth, langOf(node))
      }
      return
    }
    // A frame's document was said by the frame.
    const isFramed = role === 'document' && node !== root
    const isApart =
      isFramed || markupOf(node)?.isBlock === true || (!inline.has(role) && !node.ignored)
    isBroken ||= isApart
    if (isFramed || !isSaid(node) || isNoNews(node, role, above)) {
      const within = withinSilent(node, role, above)
      const {current, reading = ''} = markupOf(node) ?? {}
      const isMarked = current !== undefined && !node.ignored && above !== everything
      if (isMarked) said.push({...nothing, depth, states: [current]})
      for (const child of childrenOf(node)) walk(child, isMarked ? depth + 1 : depth, within)
      if (reading !== '' && above !== everything) say(`(${reading})`, depth, langOf(node))
    } else {
      const utterance = utteranceOf(node, role, depth)
      said.push(utterance)
      const {name} = utterance
      const within = saysItsText.has(role) && name !== '' ? everything : name
      if (!closed.has(role)) for (const child of childrenOf(node)) walk(child, depth + 1, within)
    }
    isBroken ||= isApart
  }

  /** A picture within what has said it, a list of nothing, a row of no table, a term within one. */
  function isNoNews(node: HeardNode, role: string, above: string): boolean {
    if (role === 'image') return above === everything
    if (role === 'list') return childrenOf(node).length === 0
    if (live.has(role)) return childrenOf(node).length === 0 && textOf(node.name?.value) === ''
    if (role === 'term') return terms.has(node)
    return role === 'row' && !rows.has(node)
  }

  /** A caption was said with what it names, a label is said with its field. */
  function withinSilent(node: HeardNode, role: string, above: string): string {
    if (above === everything) return above
    if (role === 'document') return ''
    if (role === 'labeltext') return fieldNames.has(contentOf(node)) ? everything : ''
    const isNaming = /^(caption|legend|figcaption)$/.test(role) || markupOf(node)?.isCaption
    if (isNaming !== true) return ''
    return above !== '' && unspaced(contentOf(node)) === unspaced(above) ? everything : ''
  }

  /** Text goes on until a block ends, something else is said or the language changes. */
  function say(text: string, depth: number, lang: {readonly lang?: string}): void {
    const last = said.at(-1)
    const goesOn = !isBroken && last?.role === 'text' && last.depth === depth
    if (goesOn && last.lang === lang.lang) {
      said[said.length - 1] = {...last, name: last.name + text}
    } else {
      said.push({...nothing, name: text, depth, ...lang})
    }
    isBroken = false
  }

  function langOf(node: HeardNode): {readonly lang?: string} {
    const lang = node === root ? pageLang : (markupOf(node)?.lang ?? pageLang)
    return (lang === pageLang && node !== root) || lang === '' ? {} : {lang}
  }

  function utteranceOf(node: HeardNode, role: string, depth: number): Utterance {
    const own = headers.get(node)
    return {
      role: role === 'datetime' ? (markupOf(node)?.span ?? role) : role,
      name: ownNameOf(node, role),
      depth,
      ...countsOf(node, role),
      ...(own === undefined ? {} : {headers: own}),
      ...detailsOf(node, markupOf(node), writtenAt),
      ...langOf(node),
    }
  }

  /** What its parts will say, it does not say itself. */
  function ownNameOf(node: HeardNode, role: string): string {
    if (role === 'row') return String(rows.get(node))
    if (role === 'listitem') {
      const marker = childrenOf(node).find((child) => roleOf(child) === 'listmarker')
      return textOf(marker?.name?.value)
    }
    const isOfItsText = saysItsText.has(role) && !closed.has(role) && role !== 'treeitem'
    const isToldWithin = hasParts(node) || isMixed(node, markupOf(node)?.lang ?? pageLang)
    if (isOfItsText && isNamedByContent(node) && isToldWithin) return ''
    const name = nameOf(node, markupOf(node))
    return role === 'math' && name === '' ? formulaOf(node, childrenOf) : name
  }

  /** Whether part of what is heard of it is in another language. */
  function isMixed(node: HeardNode, lang: string): boolean {
    return childrenOf(node).some(
      (child) =>
        (!child.ignored && (markupOf(child)?.lang ?? lang) !== lang) || isMixed(child, lang),
    )
  }

  function countsOf(node: HeardNode, role: string): Pick<Utterance, 'count' | 'columns'> {
    const children = childrenOf(node)
    const parts = counted[role]
    if (parts !== undefined) return {count: below(parts, children).length}
    if (!/^(table|grid|treegrid)$/.test(role)) return {count: null}
    const table = tableSpeech(node, tree, markupOf)
    for (const [cell, names] of table.headers) headers.set(cell, names)
    for (const [row, number] of table.rows) rows.set(row, number)
    return {count: table.count, columns: table.columns}
  }

  walk(root, 0, '')
  return said.flatMap(withoutLoosePoints)
}

const nothing = {role: 'text', name: '', level: null, count: null, states: []}

/** Blocks stand apart in a name, and not in what is written. */
function unspaced(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Stands for the name of what says all that is within. */
const everything = '\0'

/** A comma or bracket beside a link is not heard, and is no line. */
function withoutLoosePoints(utterance: Utterance): readonly Utterance[] {
  if (utterance.role !== 'text' || utterance.states.length > 0) return [utterance]
  const name = folded(utterance.name)
    .replace(/^[,.;:!?)\]’”…、。]+(\s+|$)/u, '')
    .replace(/(^|\s)[([‘“「『《〈]+$/u, '')
  return name === '' ? [] : [{...utterance, name}]
}
