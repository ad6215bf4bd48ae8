import type {DocumentCheck, ParsedPage} from '../check.ts'
import {defect, type Defect} from './defect.ts'
import {attribute, elementsOf, isHidden, type Standing} from './element.ts'
import {textOfTitle, titleIn} from './facts.ts'

const about = {id: 'document/landmarks', criteria: ['1.3.1', '2.4.1', '2.4.2']}

/** One `main`, a title, and a name for each of several navigations (WAI-ARIA APG, Landmark Regions). */
export const landmarks: DocumentCheck = {
  ...about,
  judge: (page) =>
    [...mains(page), ...titles(page), ...navigations(page)].map((found) =>
      defect(about, page, found),
    ),
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

/** Where one navigation has a name, one without is not told apart. That none has is a matter of taste. */
function navigations({tree}: ParsedPage): readonly Defect[] {
  const all = elementsOf(tree).filter(
    (standing) =>
      !isHidden(standing) &&
      /^nav(igation)?$/.test(attribute(standing.element, 'role') ?? standing.element.tagName),
  )
  const isNamed = ({element}: Standing) =>
    ['ariaLabel', 'ariaLabelledBy', 'title'].some((name) => attribute(element, name)?.trim())
  if (!all.some(isNamed)) return []
  return all
    .filter((standing) => !isNamed(standing))
    .map((at) => ({
      key: `${about.id}/unnamed-navigation`,
      values: {count: all.length},
      at,
      excerpt: `<${at.element.tagName}>`,
      severity: 'warning' as const,
      criteria: [],
    }))
}
