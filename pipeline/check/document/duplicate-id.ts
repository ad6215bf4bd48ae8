import {toString} from 'hast-util-to-string'
import type {DocumentCheck} from '../check.ts'
import {defect} from './defect.ts'
import {attribute, elementsOf, pathOf, type Standing} from './element.ts'

const about = {id: 'document/duplicate-id', criteria: ['1.3.1', '4.1.2']}

/**
 * An id names one element: links, labels and footnotes lead to the first of several. Where nothing
 * refers to it nobody is led astray, and WCAG 2.2 asks no more that ids are unique (4.1.1).
 */
export const duplicateId: DocumentCheck = {
  ...about,
  judge(page) {
    const seen = new Set<string>()
    const all = elementsOf(page.tree)
    return all.flatMap((standing) => {
      const id = attribute(standing.element, 'id')
      if (id === undefined) return []
      const again = seen.has(id)
      seen.add(id)
      const at = {values: {id}, at: standing, selector: pathOf(standing)}
      if (!/^\S+$/.test(id)) return [defect(about, page, {key: `${about.id}/malformed`, ...at})]
      if (!again) return []
      if (isCrossed(id, all)) return [defect(about, page, {key: `${about.id}/crossed`, ...at})]
      if (isReferredTo(id, all)) return [defect(about, page, {key: about.id, ...at})]
      const unused = {key: `${about.id}/unused`, severity: 'warning' as const, ...at}
      return [defect({...about, criteria: []}, page, unused)]
    })
  },
}

/** Properties by which an element says what names, describes or heads it. */
const references = [
  'htmlFor',
  'headers',
  'ariaLabelledBy',
  'ariaDescribedBy',
  'ariaErrorMessage',
  'ariaDetails',
  'ariaOwns',
  'ariaActiveDescendant',
]

/** Described or named by two elements, of which each means its own: one of them says the other's words. */
function isCrossed(id: string, all: readonly Standing[]): boolean {
  const users = all.filter(({element}) =>
    ['ariaLabelledBy', 'ariaDescribedBy'].some((name) =>
      attribute(element, name)?.split(/\s+/).includes(id),
    ),
  )
  const words = all
    .filter(({element}) => attribute(element, 'id') === id)
    .map(({element}) => toString(element).trim())
  return users.length > 1 && new Set(words).size > 1
}

/** By a label, by ARIA, or by links of different words: one of them leads to the wrong place. */
function isReferredTo(id: string, all: readonly Standing[]): boolean {
  const isNamed = all.some(({element}) =>
    references.some((name) => attribute(element, name)?.split(/\s+/).includes(id)),
  )
  const links = all.filter(({element}) => attribute(element, 'href') === `#${id}`)
  return isNamed || new Set(links.map(({element}) => toString(element).trim())).size > 1
}
