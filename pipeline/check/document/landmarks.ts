import type {DocumentCheck, ParsedPage, Site} from '../check.ts'
import {defect, type Defect} from './defect.ts'
import {attribute, elementsOf, isHidden} from './element.ts'
import {factsOf, textOfTitle, titleIn} from './parse.ts'

const about = {id: 'document/landmarks', criteria: ['1.3.1', '2.4.1', '2.4.2']}

/** One `main`, and a title that says which of the site's pages this is. */
export const landmarks: DocumentCheck = {
  ...about,
  judge: (page, site) =>
    [...mains(page), ...titles(page, site)].map((found) => defect(about, page, found)),
}

function mains({tree}: ParsedPage): readonly Defect[] {
  const found = elementsOf(tree).filter(
    (standing) =>
      !isHidden(standing) &&
      (attribute(standing.element, 'role') ?? standing.element.tagName) === 'main',
  )
  if (found.length === 0) return [{key: `${about.id}/no-main`, values: {}, at: undefined}]
  return found.slice(1).map((at) => ({
    key: `${about.id}/several-mains`,
    values: {count: found.length},
    at,
    excerpt: `<${at.element.tagName}>`,
  }))
}

function titles(page: ParsedPage, site: Site): readonly Defect[] {
  const at = titleIn(elementsOf(page.tree))
  const title = at && textOfTitle(at)
  if (title === undefined || title === '') {
    return [{key: `${about.id}/no-title`, values: {}, at}]
  }
  const {path, locale} = page.rendition
  const other = titledIn(site)
    .get(keyOf(locale, title))
    ?.find((one) => one !== path)
  return other === undefined ? [] : [{key: `${about.id}/same-title`, values: {title, other}, at}]
}

/** A site is asked once a page. */
const remembered = new WeakMap<Site, ReadonlyMap<string, readonly string[]>>()

/** The first pages that have a title, in one language: two of them are enough to find another. */
function titledIn(site: Site): ReadonlyMap<string, readonly string[]> {
  const known = remembered.get(site)
  if (known) return known
  const found = new Map<string, string[]>()
  for (const page of site.pages) {
    const {title = ''} = factsOf(page)
    const key = keyOf(page.rendition.locale, title)
    const paths = found.get(key)
    if (paths === undefined) found.set(key, [page.rendition.path])
    else if (paths.length < 2) paths.push(page.rendition.path)
  }
  remembered.set(site, found)
  return found
}

function keyOf(locale: string | undefined, title: string): string {
  return JSON.stringify([locale, title])
}
