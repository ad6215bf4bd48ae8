import type {Element, Nodes, Root, Text} from 'hast'
import {attribute, type Standing} from './element.ts'

/** A stretch of words on a page, in one language. */
export interface Wording {
  readonly text: string
  /** The nearest `lang`, as written; `undefined` where nothing says. */
  readonly lang: string | undefined
  readonly at: Standing
  /** The first text node of it; `undefined` for an attribute. */
  readonly node: Text | undefined
  readonly attribute: string | undefined
}

/**
 * All words a reader meets, by the language they are marked as: running text (over inline
 * elements, as it is read), `alt`, `aria-label`, `title`, `placeholder` and the page's title.
 * Code and what says `translate="no"` is nobody's language.
 */
export function wordings(tree: Root): readonly Wording[] {
  const found: Wording[] = []
  let open: Wording | undefined
  const close = (): void => {
    if (open?.text.trim()) found.push(open)
    open = undefined
  }
  const walk = (node: Nodes, above: readonly Element[], inherited: string | undefined): void => {
    if (node.type === 'text') {
      const element = above.at(-1)
      if (!element) return
      const at = {element, ancestors: above.slice(0, -1)}
      if (open && open.lang === inherited) open = {...open, text: open.text + node.value}
      else {
        close()
        open = {text: node.value, lang: inherited, at, node, attribute: undefined}
      }
      return
    }
    if (node.type !== 'element' && node.type !== 'root') return
    if (node.type === 'root') {
      for (const child of node.children) walk(child, above, inherited)
      return close()
    }
    if (isNobodys(node)) return close()
    const lang = attribute(node, 'lang') ?? inherited
    const standing = {element: node, ancestors: above}
    for (const [property, name] of ATTRIBUTES) {
      const text = attribute(node, property)?.trim()
      if (text) found.push({text, lang, at: standing, node: undefined, attribute: name})
    }
    const block = !INLINE.has(node.tagName)
    if (block) close()
    for (const child of node.children) walk(child, [...above, node], lang)
    if (block) close()
  }
  walk(tree, [], undefined)
  return found
}

const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['alt', 'alt'],
  ['ariaLabel', 'aria-label'],
  ['title', 'title'],
  ['placeholder', 'placeholder'],
])

/** Elements that do not interrupt a sentence. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite del dfn em i ins mark q ruby s small span strong sub sup time u wbr'.split(
    ' ',
  ),
)

const SILENT: ReadonlySet<string> = new Set(
  'code kbd pre samp script style template var math noscript'.split(' '),
)

function isNobodys(element: Element): boolean {
  return SILENT.has(element.tagName) || attribute(element, 'translate') === 'no'
}
