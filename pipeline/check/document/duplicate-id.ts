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
    // Read once a page: one that repeats its ids has thousands of them.
    let uses: Uses | undefined
    return all.flatMap((standing) => {
      const id = attribute(standing.element, 'id')
      if (id === undefined) return []
      const again = seen.has(id)
      seen.add(id)
      if (!again && /^\S+$/.test(id)) return []
      const at = {values: {id}, at: standing, selector: pathOf(standing)}
      if (!/^\S+$/.test(id)) return [defect(about, page, {key: `${about.id}/malformed`, ...at})]
      uses ??= usesIn(all)
      if (isCrossed(id, uses)) return [defect(about, page, {key: `${about.id}/crossed`, ...at})]
      if (isReferredTo(id, uses)) return [defect(about, page, {key: about.id, ...at})]
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

/** What a page's ids are used for. */
interface Uses {
  /** Id → the words of the elements that have it. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>
  /** Id → how many elements are named or described by it. */
  readonly users: ReadonlyMap<string, number>
  /** Ids that a label or ARIA refers to. */
  readonly named: ReadonlySet<string>
  /** Id → the words of the links to it. */
  readonly links: ReadonlyMap<string, ReadonlySet<string>>
}

function usesIn(all: readonly Standing[]): Uses {
  const words = new Map<string, Set<string>>()
  const links = new Map<string, Set<string>>()
  const users = new Map<string, number>()
  const named = new Set<string>()
  for (const {element} of all) {
    const idsIn = (name: string) => attribute(element, name)?.split(/\s+/) ?? []
    const text = () => toString(element).trim()
    const id = attribute(element, 'id')
    if (id !== undefined) words.set(id, (words.get(id) ?? new Set()).add(text()))
    const to = attribute(element, 'href')
    if (to?.startsWith('#'))
      links.set(to.slice(1), (links.get(to.slice(1)) ?? new Set()).add(text()))
    for (const one of references.flatMap(idsIn)) named.add(one)
    for (const one of new Set(['ariaLabelledBy', 'ariaDescribedBy'].flatMap(idsIn))) {
      users.set(one, (users.get(one) ?? 0) + 1)
    }
  }
  return {words, users, named, links}
}

/** Described or named by two elements, of which each means its own: one of them says the other's words. */
function isCrossed(id: string, {users, words}: Uses): boolean {
  return (users.get(id) ?? 0) > 1 && (words.get(id)?.size ?? 0) > 1
}

/** By a label, by ARIA, or by links of different words: one of them leads to the wrong place. */
function isReferredTo(id: string, {named, links}: Uses): boolean {
  return named.has(id) || (links.get(id)?.size ?? 0) > 1
}
