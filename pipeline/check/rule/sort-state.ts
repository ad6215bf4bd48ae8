import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'

const arrow = /[▲▼△▽↑↓⬆⬇⇧⇩↥↧]/u
const said = /sort|ascending|descending|정렬|오름|내림/i

/** Which column a table is sorted by, ears are told too: by `aria-sort`, or in words. */
export const sortState: Rule = {
  id: 'rule/sort-state',
  criteria: ['1.3.1'],
  act: [],
  of: /^table$/,
  severity: 'warning',
  judge: (page) =>
    page.nodes
      .filter(({tag, heard}) => tag === 'table' && heard)
      .flatMap((table) => {
        const headers = page.inside(table).filter(({tag, seen}) => tag === 'th' && seen)
        const buttons = headers.filter((one) => isToPress(one, page))
        const sorted = headers.filter((one) => arrow.test(seenIn(one, page)))
        const [at] = sorted
        const isTold = headers.some(
          (one) => 'aria-sort' in one.attributes || said.test(heardIn(one, page)),
        )
        return at && sorted.length === 1 && buttons.length > 1 && !isTold
          ? [{at, values: {name: page.words(at)}}]
          : []
      }),
}

function isToPress(header: Node, page: Page): boolean {
  return page.inside(header).some(({role}) => /^(button|link)$/.test(role))
}

function seenIn(header: Node, page: Page): string {
  return page
    .inside(header)
    .map(({text = '', seen}) => (seen ? text : ''))
    .join('')
}

function heardIn(header: Node, page: Page): string {
  return [header, ...page.inside(header)]
    .map(({name = '', attributes}) => `${name} ${attributes['title'] ?? ''}`)
    .join(' ')
}
