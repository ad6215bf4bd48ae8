import {cellHeaders, type PlacedCell} from './cell-headers.ts'
import {roleOf, textOf, type HeardNode, type HeardTree} from './heard-tree.ts'
import type {Markup} from './heard-markup.ts'

/** How large a table is as a whole, the headers of its cells, and its rows by their numbers. */
export interface TableSpeech {
  readonly count: number
  readonly columns: number
  readonly headers: ReadonlyMap<HeardNode, readonly string[]>
  readonly rows: ReadonlyMap<HeardNode, number>
}

/** What is said of a table: its size, and with each cell the headers that are its own. */
export function tableSpeech(
  table: HeardNode,
  {below, childrenOf}: HeardTree,
  markupOf: (node: HeardNode) => Markup | undefined,
): TableSpeech {
  const rows = below(/^row$/, childrenOf(table))
  const cells = rows.map((row) =>
    childrenOf(row).flatMap((cell) => {
      const given = roleOf(cell)
      const role = given === 'gridcell' ? 'cell' : given
      if (role !== 'cell' && role !== 'columnheader' && role !== 'rowheader') return []
      const {colspan = 1, rowspan = 1} = markupOf(cell) ?? {}
      return [{cell, role, name: textOf(cell.name?.value), colspan, rowspan} as const]
    }),
  )
  const numbers = new Map(rows.map((row, at) => [row, markupOf(row)?.rowNumber ?? at + 1]))
  const {rows: count = rows.length, columns} = markupOf(table) ?? {}
  const own = cellHeaders(cells)
  const headers = new Map([...own.headers, ...headersByName(cells.flat(), markupOf)])
  return {headers, count, columns: columns ?? own.columns, rows: numbers}
}

/** The headers of the cells that name them by their ids (`headers`), in that order. */
function headersByName(
  cells: readonly PlacedCell<HeardNode>[],
  markupOf: (node: HeardNode) => Markup | undefined,
): readonly (readonly [HeardNode, readonly string[]])[] {
  const byId = new Map(cells.map(({cell, name}) => [markupOf(cell)?.id, name]))
  return cells.flatMap(({cell, role}) => {
    const named = markupOf(cell)?.headers.flatMap((id) => byId.get(id) || []) ?? []
    return role === 'cell' && named.length > 0 ? [[cell, named] as const] : []
  })
}
