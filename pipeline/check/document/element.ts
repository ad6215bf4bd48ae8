import type {Element, Root} from 'hast'
import {visitParents} from 'unist-util-visit-parents'

/** An element and where it stands: its ancestors, outermost first. */
export interface Standing {
  readonly element: Element
  readonly ancestors: readonly Element[]
}

/** Every element of a page, in document order. */
export function elementsOf(tree: Root): readonly Standing[] {
  const known = remembered.get(tree)
  if (known) return known
  const found: Standing[] = []
  visitParents(tree, 'element', (element, ancestors) => {
    found.push({element, ancestors: ancestors.filter((node) => node.type === 'element')})
  })
  remembered.set(tree, found)
  return found
}

/** Seven checks and every link's target ask for the same list. */
const remembered = new WeakMap<Root, readonly Standing[]>()

/** An attribute's value as text, by its name in hast (`hrefLang`); `undefined` where it is absent. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name]
  if (value === undefined || value === null || value === false) return undefined
  if (value === true) return ''
  return Array.isArray(value) ? value.join(' ') : String(value)
}

/** Whether the element, or one around it, is kept from everybody (`hidden`, `aria-hidden="true"`). */
export function isHidden({element, ancestors}: Standing): boolean {
  return [...ancestors, element].some(
    (node) =>
      attribute(node, 'hidden') !== undefined ||
      attribute(node, 'ariaHidden') === 'true' ||
      node.tagName === 'template',
  )
}

/** A CSS selector for one element: its id, or the way to it from the nearest id around it. */
export function selectorOf({element, ancestors}: Standing): string {
  const line = [...ancestors, element]
  const start = Math.max(
    0,
    line.findLastIndex((node) => attribute(node, 'id')),
  )
  return wayDown(line.slice(start), ancestors[start - 1])
}

/** The same without ids, for pages on which ids do not tell elements apart. */
export function pathOf({element, ancestors}: Standing): string {
  const line = [...ancestors, element]
  return line.map((node, index) => step(node, line[index - 1])).join(' > ')
}

function wayDown(line: readonly Element[], above: Element | undefined): string {
  const [first, ...rest] = line
  if (!first) return ''
  const id = attribute(first, 'id')
  const start = id ? idSelector(id) : step(first, above)
  return [start, ...rest.map((node, index) => step(node, line[index]))].join(' > ')
}

function idSelector(id: string): string {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(id) ? `#${id}` : `[id=${JSON.stringify(id)}]`
}

/** As pa11y writes it, so that one element has one name in all findings. */
function step(element: Element, parent: Element | undefined): string {
  const beside = (parent?.children ?? []).filter((node) => node.type === 'element')
  const isOnly = beside.filter(({tagName}) => tagName === element.tagName).length < 2
  return isOnly ? element.tagName : `${element.tagName}:nth-child(${beside.indexOf(element) + 1})`
}
