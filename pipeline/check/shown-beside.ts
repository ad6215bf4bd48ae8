import type {Element} from 'hast'
import {decoded} from '../model/decoded.ts'
import type {Finding} from '../model/finding.ts'
import {attribute, elementsOf} from './document/element.ts'
import {partOf} from './scope.ts'

/**
 * Tells whether what is found on an article's own pages may be the fault of other pages that they
 * show: it is about a link to one of those, about what is in it, or about what is around it and
 * around no headline.
 *
 * @param others paths of pages, with their `index.html`
 * @param pageOf a page's HTML by its path
 */
export function shownBeside(
  others: readonly string[],
  pageOf: (path: string) => string | undefined,
): (finding: Finding, article: string) => boolean {
  const addresses = others.map((path) => `/${path.replace(/index\.html$/, '')}`)
  const isLink = (element: Element) => {
    const href = element.tagName === 'a' ? decoded(attribute(element, 'href') ?? '') : ''
    return addresses.some((address) => href.endsWith(address))
  }
  let read: {readonly path: string; readonly page: ReturnType<typeof partOf>} | undefined
  const pageAt = (path: string) => {
    // Findings come page by page.
    if (read?.path !== path)
      read = {path, page: partOf({html: pageOf(path) ?? '', root: undefined, hidden: []})}
    return read.page
  }
  const known = new Map<string, boolean>()
  const isBeside = (selector: string, path: string) => {
    const key = JSON.stringify([path, selector])
    const is = known.get(key) ?? isBesideIn(pageAt(path), selector, isLink)
    known.set(key, is)
    return is
  }
  return ({place: {selector, file}, pages = [{file, article: undefined}]}, article) =>
    selector !== undefined &&
    pages.every((page) => (page.article ?? article) !== article || isBeside(selector, page.file))
}

function isBesideIn(
  {find, around}: ReturnType<typeof partOf>,
  selector: string,
  isLink: (element: Element) => boolean,
): boolean {
  const element = find(selector)
  if (element === undefined) return false
  const within = elementsOf({type: 'root', children: [element]}).map((one) => one.element)
  const hasLink = [...around(element), ...within].some(isLink)
  return hasLink && !within.some(({tagName}) => tagName === 'h1')
}
