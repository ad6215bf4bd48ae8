import {decoded} from '../model/decoded.ts'
import type {Finding} from '../model/finding.ts'
import {attribute, elementsOf, type Standing} from './document/element.ts'
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
  const isLink = ({element}: Standing) => {
    const href = element.tagName === 'a' ? decoded(attribute(element, 'href') ?? '') : ''
    return addresses.some((address) => href.endsWith(address))
  }
  let read: {readonly path: string; readonly page: ReturnType<typeof partOf>} | undefined
  const isBeside = (selector: string, path: string) => {
    // Findings come page by page.
    const page =
      read?.path === path
        ? read.page
        : partOf({html: pageOf(path) ?? '', root: undefined, hidden: []})
    read = {path, page}
    const element = page.find(selector)
    if (element === undefined) return false
    const all = elementsOf(page.tree)
    const around = all.find((one) => one.element === element)?.ancestors ?? []
    const within = all.filter((one) => [...one.ancestors, one.element].includes(element))
    return (
      (within.some(isLink) || all.some((one) => around.includes(one.element) && isLink(one))) &&
      !within.some((one) => one.element.tagName === 'h1')
    )
  }
  return ({place: {selector, file}, pages = [{file, article: undefined}]}, article) =>
    selector !== undefined &&
    pages.every((page) => (page.article ?? article) !== article || isBeside(selector, page.file))
}
