import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'

/** Every header of a table heads something: a cell of its column or row, or one that names it. */
export const headerCells: Rule = {
  id: 'rule/header-cells',
  criteria: ['1.3.1'],
  act: ['d0f69e'],
  of: /^(table|grid|treegrid)$/,
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({role, heard}) => heard && /^(table|grid|treegrid)$/.test(role))
      .flatMap((table) => {
        const cells = placedIn(table, page)
        const headers = cells.filter(({node, isHeader}) => isHeader && node.heard)
        const idle = headers
          .filter(({node}) => page.words(node) !== '')
          .filter(
            (header) => !cells.some((cell) => isBelow(cell, header) && heads(header, cell, page)),
          )
        const empty = headers.filter(
          (header) => isWordless(header, page) && rules(header, cells, page),
        )
        return [
          ...idle.map(({node}) => ({at: node, values: {name: page.words(node)}})),
          ...empty.map(({node}) => ({at: node, variant: 'empty'})),
        ]
      }),
}

function isWordless({node}: Placed, page: Page): boolean {
  return ![node, ...page.inside(node)].some(({name, text}) => (name ?? text)?.trim())
}

/**
 * Whether data stands below: a corner over the rows' own headers names nothing. One cell is enough
 * where no header of the row has a word.
 */
function rules(header: Placed, cells: readonly Placed[], page: Page): boolean {
  const row = cells.filter((cell) => cell.row === header.row)
  const least =
    row.length > 1 && row.every((cell) => cell.isHeader && isWordless(cell, page)) ? 1 : 2
  const below = cells.filter(
    (cell) =>
      cell.row > header.row && cell.column === header.column && page.words(cell.node) !== '',
  )
  return below.length >= least && below.every(({isHeader}) => !isHeader)
}

interface Placed {
  readonly node: Node
  readonly isHeader: boolean
  readonly row: number
  readonly column: number
  readonly down: number
  readonly across: number
}

/** HTML's way of forming a table: each cell takes the next free places of its row. */
function placedIn(table: Node, page: Page): readonly Placed[] {
  const isOwn = (node: Node) =>
    page.above(node).find(({role, tag}) => tag === 'table' || /^(table|grid|treegrid)$/.test(role))
      ?.index === table.index
  const rows = page
    .inside(table)
    .filter((node) => (node.tag === 'tr' || node.role === 'row') && isOwn(node))
  const taken = new Set<string>()
  return rows.flatMap((line, row) => {
    let column = 0
    return page.children(line).flatMap((node): readonly Placed[] => {
      const isHeader =
        /^(columnheader|rowheader)$/.test(node.role) ||
        (node.tag === 'th' && node.attributes['role'] === undefined)
      if (!isHeader && !/^(cell|gridcell)$/.test(node.role) && !/^t[dh]$/.test(node.tag)) return []
      while (taken.has(`${row} ${column}`)) column++
      const down = spanOf(node, 'rowspan') || rows.length - row
      const across = spanOf(node, 'colspan') || 1
      for (let y = 0; y < Math.min(down, rows.length); y++)
        for (let x = 0; x < across; x++) taken.add(`${row + y} ${column + x}`)
      const placed = {node, isHeader, row, column, down, across}
      column += across
      return [placed]
    })
  })
}

function spanOf({attributes}: Node, name: 'rowspan' | 'colspan'): number {
  const aria = attributes[`aria-${name}`]
  const span = Number.parseInt(attributes[name] ?? aria ?? '1', 10)
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 0), 1000)
}

/** Data, or the header of a row below that of a column. */
function isBelow(cell: Placed, header: Placed): boolean {
  return !cell.isHeader || isOfRow(cell) !== isOfRow(header)
}

function isOfRow({node: {role, attributes}}: Placed): boolean {
  return role === 'rowheader' || attributes['scope']?.toLowerCase().startsWith('row') === true
}

function heads(header: Placed, cell: Placed, page: Page): boolean {
  const {headers} = cell.node.attributes
  const id = header.node.attributes['id']
  if (headers?.trim()) return id !== undefined && headers.split(/\s+/).includes(id)
  const scope = header.node.attributes['scope']?.toLowerCase() ?? ''
  // As HTML assigns them: a cell looks for its headers to the left and upward.
  const inColumn =
    cell.row > header.row &&
    cell.column < header.column + header.across &&
    header.column < cell.column + cell.across
  const inRow =
    cell.column > header.column &&
    cell.row < header.row + header.down &&
    header.row < cell.row + cell.down
  if (scope === 'rowgroup') {
    const [own, other] = [header, cell].map(({node}) =>
      page
        .above(node)
        .find(({tag, role}) => /^(tbody|thead|tfoot)$/.test(tag) || role === 'rowgroup'),
    )
    return own?.index === other?.index && cell.row >= header.row && cell.column >= header.column
  }
  if (scope.startsWith('col')) return inColumn
  if (scope.startsWith('row')) return inRow
  return inColumn || inRow
}
