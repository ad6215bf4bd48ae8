import type {Element, Root} from 'hast'
import {select} from 'hast-util-select'
import {cssSelector, intoShadow} from '../model/css-selector.ts'
import type {Finding} from '../model/finding.ts'
import type {PreparedPage} from '../model/preparation.ts'
import {elementsOf} from './document/element.ts'
import {readHtml} from './document/read-html.ts'

/**
 * Whether a finding counts on a page of which only a part does. What is about no element counts where
 * the whole page does; that something could not be checked counts always, and so does what is about
 * an element that is not found again.
 */
export function scopeOf(page: PreparedPage): (finding: Finding) => boolean {
  if (page.root === undefined && page.hidden.length === 0) return () => true
  const {find, counts} = partOf(page)
  return (finding) => {
    const {selector} = finding.place
    if (isAboutTheRun(finding)) return true
    if (selector === undefined) return page.root === undefined
    // What lies in a frame, or in a shadow tree, lies where the frame or the tree's host does.
    const element = find(selector.split(' >>> ')[0]?.split(intoShadow)[0] ?? '')
    return element === undefined || counts(element)
  }
}

/**
 * The document of a page of which only a part does count, and which elements of it do; with what is
 * around an element, outermost first.
 */
export function partOf({html, root, hidden}: Pick<PreparedPage, 'html' | 'root' | 'hidden'>): {
  readonly tree: Root
  readonly around: (element: Element) => readonly Element[]
  readonly find: (selector: string) => Element | undefined
  readonly counts: (element: Element) => boolean
} {
  const tree = readHtml(html)
  const ancestors = new Map(elementsOf(tree).map((one) => [one.element, one.ancestors]))
  const around = (element: Element) => ancestors.get(element) ?? []
  const known = new Map<string, Element | undefined>()
  const find = (selector: string): Element | undefined => {
    if (!known.has(selector)) known.set(selector, found(cssSelector(selector)) ?? found(selector))
    return known.get(selector)
  }
  const found = (selector: string): Element | undefined => {
    try {
      return select(selector, tree) ?? undefined
    } catch {
      return undefined
    }
  }
  const within = root === undefined ? undefined : find(root)
  const without = new Set(hidden.map(find))
  const counts = (element: Element) => {
    const line = [element, ...around(element)]
    return (within === undefined || line.includes(within)) && !line.some((one) => without.has(one))
  }
  return {tree, around, find, counts}
}

function isAboutTheRun({check, message}: Finding): boolean {
  return /^(check|audit)\//.test(message.key) || check.startsWith('visual/')
}
