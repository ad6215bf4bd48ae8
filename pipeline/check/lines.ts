import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString} from 'hast-util-to-string'
import type {Finding} from '../model/finding.ts'
import {attribute, elementsOf} from './document/element.ts'

/**
 * A finding about an element with the line and column (1-based) where the page's own text has that
 * element. One that scripts made has none, nor one in a frame or a shadow tree: where a page has
 * scripts, what stands in that place has to be what was seen there.
 */
export function withLine(finding: Finding, tree: Root): Finding {
  const {place, excerpt} = finding
  if (place.line !== undefined || place.selector === undefined) return finding
  const element = elementAt(place.selector, tree)
  const start = element?.position?.start
  if (element === undefined || start === undefined) return finding
  if (hasScripts(tree) && !isThe(element, excerpt)) return finding
  return {...finding, place: {...place, line: start.line, column: start.column}}
}

/** By a selector as findings have it: an id or a tag, its place among siblings, `>`. */
function elementAt(selector: string, tree: Root): Element | undefined {
  const [first = '', ...rest] = selector.split(' > ')
  const standing = elementsOf(tree)
  const top = first.startsWith('#')
    ? standing.find(({element}) => element.properties.id === first.slice(1))
    : standing.find(({element, ancestors}) => ancestors.length === 0 && element.tagName === first)
  return rest.reduce<Element | undefined>((above, step) => childAt(step, above), top?.element)
}

function childAt(step: string, above: Element | undefined): Element | undefined {
  const [, tag = '', place] = /^([\w:.-]+?)(?::nth-child\((\d+)\))?$/.exec(step) ?? []
  const children = above?.children.filter((one) => one.type === 'element') ?? []
  const found =
    place === undefined
      ? children.find(({tagName}) => tagName.toLowerCase() === tag)
      : children[Number(place) - 1]
  return found?.tagName.toLowerCase() === tag ? found : undefined
}

const withScripts = new WeakMap<Root, boolean>()

function hasScripts(tree: Root): boolean {
  const known = withScripts.get(tree)
  if (known !== undefined) return known
  const has = elementsOf(tree).some(({element}) => element.tagName === 'script')
  withScripts.set(tree, has)
  return has
}

/** What scripts leave alone of an element that they find there. */
const lasting = ['id', 'name', 'href', 'src', 'alt', 'type', 'htmlFor']

/** Whether an element is the one that an excerpt shows: its tag and what names it, or its text. */
function isThe(element: Element, excerpt: string | undefined): boolean {
  if (excerpt === undefined) return false
  const seen = fromHtml(excerpt, {fragment: true}).children[0]
  if (seen?.type !== 'element') return spoken(toString(element)).includes(spoken(excerpt))
  return (
    seen.tagName === element.tagName &&
    lasting.every((name) =>
      [undefined, attribute(element, name)].includes(attribute(seen, name)),
    ) &&
    spoken(toString(element)).startsWith(spoken(toString(seen)))
  )
}

/** The beginning of a text that may have been shortened. */
function spoken(text: string): string {
  return text.replace(/\s+|(\.\.\.|…).*$/gs, '').slice(0, 40)
}
