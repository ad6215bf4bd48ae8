import type {DocumentCheck} from '../check.ts'
import {defect} from './defect.ts'
import {attribute, elementsOf, pathOf} from './element.ts'

const about = {id: 'document/duplicate-id', criteria: ['1.3.1', '4.1.2']}

/** An id names one element: links, labels and footnotes lead to the first of several. */
export const duplicateId: DocumentCheck = {
  ...about,
  judge(page) {
    const seen = new Set<string>()
    return elementsOf(page.tree).flatMap((standing) => {
      const id = attribute(standing.element, 'id')
      if (id === undefined) return []
      const again = seen.has(id)
      seen.add(id)
      const key = /^\S+$/.test(id) ? about.id : `${about.id}/malformed`
      if (key === about.id && !again) return []
      return [defect(about, page, {key, values: {id}, at: standing, selector: pathOf(standing)})]
    })
  },
}
