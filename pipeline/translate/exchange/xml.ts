import type {Element, ElementContent, Root, RootContent, Text} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import type {ExchangeFault} from './formats.ts'

/** An XML file's root element, or what keeps it from being read. */
export type ReadXml =
  | {readonly root: Element; readonly fault?: undefined}
  | {readonly root?: undefined; readonly fault: ExchangeFault}

const greatestDepth = 64

/**
 * Read XML that came from elsewhere. Nothing is fetched, no entity is expanded but XML's own five:
 * a document type that declares anything is refused, and so is nesting that no translation needs.
 */
export function readXml(text: string): ReadXml {
  let tree: Root
  try {
    tree = fromXml(text)
  } catch (error) {
    return {fault: faultOf(error)}
  }
  const subset = tree.children.find(
    (node) => node.type === 'doctype' && sliceOf(node, text).includes('['),
  )
  if (subset !== undefined) return {fault: {variant: 'doctype', ...spotOf(subset)}}
  const root = tree.children.find((node) => node.type === 'element')
  if (root === undefined) return {fault: {variant: 'syntax', line: 1, column: 1}}
  const deep = tooDeep(root)
  return deep === undefined ? {root} : {fault: {variant: 'deep', ...spotOf(deep)}}
}

/** What was thrown: the parser's message, or the stack's end, which the parser wraps in one. */
function faultOf(error: unknown): ExchangeFault {
  const cause = error instanceof Error ? error.cause : undefined
  if (error instanceof RangeError || cause instanceof RangeError)
    return {variant: 'deep', line: 1, column: 1}
  const [line, column] =
    error instanceof Error && 'line' in error && 'column' in error ? [error.line, error.column] : []
  return {
    variant: 'syntax',
    line: typeof line === 'number' ? line : 1,
    column: typeof column === 'number' ? column : 1,
  }
}

/** The first element that lies too deep, found without recursion. */
function tooDeep(root: Element): Element | undefined {
  let level: readonly Element[] = [root]
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > greatestDepth) return level[0]
    level = level.flatMap((element) => elementsIn(element))
  }
  return undefined
}

function sliceOf({position}: RootContent, text: string): string {
  return text.slice(position?.start.offset, position?.end.offset)
}

/** Where a node begins. */
export function spotOf({position}: RootContent): {readonly line: number; readonly column: number} {
  const {line, column} = position?.start ?? {line: 1, column: 1}
  return {line, column}
}

/** A name without its prefix. */
export function localName({name}: Element): string {
  return name.replace(/^.*:/u, '')
}

/** An element's child elements, of one name where one is given. */
export function elementsIn(parent: Element, name?: string): readonly Element[] {
  return parent.children.filter(
    (node): node is Element =>
      node.type === 'element' && (name === undefined || localName(node) === name),
  )
}

/** The first child element of a name. */
export function elementIn(parent: Element, name: string): Element | undefined {
  return elementsIn(parent, name)[0]
}

/** An attribute's value; empty where there is none. */
export function attribute({attributes}: Element, name: string): string {
  return attributes[name] ?? ''
}

/** All text in an element. */
export function textIn(element: Element): string {
  return element.children.map(textOf).join('')
}

function textOf(node: ElementContent): string {
  if (node.type === 'element') return textIn(node)
  return node.type === 'text' || node.type === 'cdata' ? node.value : ''
}

/** Write a file: the declaration, and each structural element on a line of its own. */
export function writeXml(root: Element, doctype: readonly RootContent[] = []): string {
  const value = 'version="1.0" encoding="UTF-8"'
  const declaration: RootContent = {type: 'instruction', name: 'xml', value}
  const children = [declaration, ...doctype, root].flatMap((node) => [node, newline(0)])
  // The serializer leaves `]]>` in texts, which XML does not allow.
  return toXml({type: 'root', children}, {closeEmptyElements: true, tightClose: true}).replace(
    /\]\]>/gu,
    ']]&gt;',
  )
}

/** An element of elements, each on a line of its own. */
export function stacked(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  depth: number,
  children: readonly Element[],
): Element {
  const inner = children.flatMap((child): readonly ElementContent[] => [newline(depth + 1), child])
  return x(name, {...attributes}, [...inner, ...(children.length === 0 ? [] : [newline(depth)])])
}

function newline(depth: number): Text {
  return {type: 'text', value: `\n${'  '.repeat(depth)}`}
}
