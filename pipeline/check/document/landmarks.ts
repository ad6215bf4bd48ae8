import type {DocumentCheck, ParsedPage} from '../check.ts'
import {defect, type Defect} from './defect.ts'
import {attribute, elementsOf, isHidden} from './element.ts'
import {textOfTitle, titleIn} from './facts.ts'

const about = {id: 'document/landmarks', criteria: ['1.3.1', '2.4.1', '2.4.2']}

/** One `main`, and a title. */
export const landmarks: DocumentCheck = {
  ...about,
  judge: (page) => [...mains(page), ...titles(page)].map((found) => defect(about, page, found)),
}

function mains({tree}: ParsedPage): readonly Defect[] {
  const found = elementsOf(tree).filter(
    (standing) =>
      !isHidden(standing) &&
      (attribute(standing.element, 'role') ?? standing.element.tagName) === 'main',
  )
  const criteria = ['1.3.1', '2.4.1']
  if (found.length === 0) return [{key: `${about.id}/no-main`, values: {}, at: undefined, criteria}]
  return found.slice(1).map((at) => ({
    key: `${about.id}/several-mains`,
    values: {count: found.length},
    at,
    excerpt: `<${at.element.tagName}>`,
    criteria,
  }))
}

function titles(page: ParsedPage): readonly Defect[] {
  const at = titleIn(elementsOf(page.tree))
  const title = at && textOfTitle(at)
  return title ? [] : [{key: `${about.id}/no-title`, values: {}, at, criteria: ['2.4.2']}]
}
