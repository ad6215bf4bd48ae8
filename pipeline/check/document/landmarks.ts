import {toString} from 'hast-util-to-string'
import type {DocumentCheck, ParsedPage, Site} from '../check.ts'
import {defect, type Defect} from './defect.ts'
import {attribute, elementsOf, isHidden, type Standing} from './element.ts'

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
  const title = titleOf(page)
  if (title === undefined || title.text === '') {
    return [{key: `${about.id}/no-title`, values: {}, at: title?.at}]
  }
  const {rendition} = page
  return site.pages
    .filter(
      (other) =>
        other.rendition.path !== rendition.path &&
        other.rendition.locale === rendition.locale &&
        titleOf(other)?.text === title.text,
    )
    .slice(0, 1)
    .map((other) => ({
      key: `${about.id}/same-title`,
      values: {title: title.text, other: other.rendition.path},
      at: title.at,
    }))
}

function titleOf({tree}: ParsedPage): {readonly text: string; readonly at: Standing} | undefined {
  const at = elementsOf(tree).find(
    ({element, ancestors}) =>
      element.tagName === 'title' && ancestors.every((node) => node.tagName !== 'svg'),
  )
  return at && {text: toString(at.element).replace(/\s+/g, ' ').trim(), at}
}
