import {isBoxTable} from './box-table.ts'
import {cellsOf, isAllBold, type Node, type Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

/** A table of data has header cells. One that only arranges the page says it is no table. */
export const tableHeaders: Rule = {
  id: 'rule/table-headers',
  criteria: ['1.3.1'],
  act: [],
  severity: 'error',
  judge: (page) => [
    ...headless(page),
    ...topless(page),
    ...drawnTables(page),
    ...grids(page),
    ...boxes(page),
  ],
}

function headless(page: Page): readonly Breach[] {
  return page.nodes
    .filter(({tag, role, heard}) => tag === 'table' && role === 'table' && heard)
    .filter((at) => isData(at, page))
    .filter(
      (at) =>
        !page
          .inside(at)
          .some(({tag, role}) => tag === 'th' || /^(columnheader|rowheader)$/.test(role)),
    )
    .map((at) => ({at, ...(isOnlySummed(at, page) && {variant: 'summary'})}))
}

/** Bold cells over several columns, above a row of headers: those of the headers are not marked as such. */
function topless(page: Page): readonly Breach[] {
  return page.nodes
    .filter(({tag, role, heard}) => tag === 'table' && role === 'table' && heard)
    .filter((at) => {
      const inside = page.inside(at)
      const [first, second] = inside
        .filter(({tag}) => tag === 'tr')
        .map((row) => cellsOf(row, page))
      if (!first || !second || inside.some(({tag}) => tag === 'table')) return false
      const said = first.filter((cell) => page.words(cell) !== '')
      const isHeader = ({tag, role}: Node) => tag === 'th' && role === 'columnheader'
      return (
        said.length > 1 &&
        said.every(
          (cell) =>
            cell.role === 'cell' &&
            Number(cell.attributes['colspan'] ?? 1) > 1 &&
            isAllBold(cell, page),
        ) &&
        second.length > first.length &&
        second.slice(1).every(isHeader)
      )
    })
    .map((at) => ({at, variant: 'levels'}))
}

/** Boxes that a style sheet sets as rows and cells, under a bold first row: no table to those who hear it. */
function drawnTables(page: Page): readonly Breach[] {
  return page.nodes
    .filter(({heard}) => heard)
    .filter((at) => {
      const rows = page
        .children(at)
        .filter(({drawn, role}) => drawn === 'table-row' && role !== 'row')
      const grid = rows.map((row) => page.children(row).filter(({drawn}) => drawn === 'table-cell'))
      const [first = [], second = []] = grid
      if (grid.length < 3 || first.length < 2 || !isEven(grid)) return false
      const isShort = grid.flat().every((cell) => page.words(cell).length < 60)
      const isBold = (cell: Node) => [cell, ...page.inside(cell)].some(({look}) => look?.bold)
      return isShort && first.every(isBold) && !second.every(isBold)
    })
    .map((at) => ({at, variant: 'drawn'}))
}

/** Short texts in three columns or more of a grid, under a first row that alone is bold. */
function grids(page: Page): readonly Breach[] {
  return page.nodes
    .filter(({heard, columns = 0, role}) => heard && columns >= 3 && !/grid|table/.test(role))
    .filter((at) => {
      const {columns = 0} = at
      const cells = page.children(at).filter(({tag}) => tag !== '#text')
      const [first, rest] = [cells.slice(0, columns), cells.slice(columns)]
      if (cells.length < columns * 3 || cells.length % columns !== 0) return false
      const isShort = cells.every((cell) => {
        const words = page.words(cell)
        return (
          words !== '' &&
          words.length < 60 &&
          page.children(cell).every(({tag}) => /^(#text|b|strong|span|em)$/.test(tag))
        )
      })
      const areBold = (some: readonly Node[]) => some.every((cell) => isAllBold(cell, page))
      return isShort && areBold(first) && !areBold(rest.slice(0, columns))
    })
    .map((at) => ({at, variant: 'drawn'}))
}

/** Rows that are boxes beside each other, by whatever a style sheet sets them so. */
function boxes(page: Page): readonly Breach[] {
  return page.nodes
    .filter((at) => at.heard && !page.children(at).some(({drawn}) => drawn !== undefined))
    .filter((at) => isBoxTable(at, page))
    .map((at) => ({at, variant: 'drawn'}))
}

/** Nothing but its summary says that it holds data: it may well lay out. */
function isOnlySummed(table: Node, page: Page): boolean {
  return Boolean(table.attributes['summary']) && !isData({...table, attributes: {}}, page)
}

/** By what only data has: a caption, a head, a first row in bold, a border asked for, short cells in even rows. */
function isData(table: Node, page: Page): boolean {
  const inside = page.inside(table)
  if (inside.some(({tag}) => tag === 'table')) return false
  const rows = inside.filter(({tag}) => tag === 'tr')
  const cells = (row: Node | undefined) =>
    row ? page.children(row).filter(({tag}) => tag === 'td') : []
  const [first] = rows
  if (rows.length < 2 || cells(first).length < 2) return false
  // Words in one column alone are a list, whatever keeps them from the edge.
  const filled = rows.flatMap((row) =>
    cells(row).flatMap((cell, at) => (page.words(cell) ? [at] : [])),
  )
  if (new Set(filled).size < 2 && !inside.some(({tag}) => tag === 'img' || tag === 'input'))
    return false
  const isBold = (cell: Node) =>
    page.children(cell).some(({tag}) => tag === 'b' || tag === 'strong')
  const hasHead = inside.some(({tag}) => tag === 'caption' || tag === 'thead')
  const summary = table.attributes['summary'] || Number(table.attributes['border'] ?? 0) > 0
  const isShort = rows.every((row) => cells(row).every((cell) => page.words(cell).length < 60))
  if (hasHead || cells(first).every(isBold) || (Boolean(summary) && isShort)) return true
  const grid = rows.map((row) => cells(row))
  if (!isShort || !isEven(grid)) return false
  return (table.data === true && rows.length > 2) || hasFigures(grid, page)
}

/** Words at the top or at the left or both, and a figure for each of them. */
function hasFigures(grid: readonly (readonly Node[])[], page: Page): boolean {
  const texts = grid.map((row) => row.map((cell) => page.words(cell)))
  const [top = [], ...below] = texts
  const isUnder = top.every(isWords) && below.every((row) => row.every(isFigure))
  const isBeside = texts.every(([first = '', ...rest]) => isWords(first) && rest.every(isFigure))
  const isBetween =
    top.every(isWords) &&
    below.length > 1 &&
    below.every(([first = '', ...rest]) => isWords(first) && rest.every(isFigure))
  return isUnder || isBeside || isBetween
}

function isWords(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !/\p{N}/u.test(text)
}

function isFigure(text: string): boolean {
  return /^[\p{Sc}±+−–-]?\s?\p{N}[\p{N}.,\s]*\s?(%|\p{Sc}|\p{L}{1,3})?$/u.test(text)
}

/** As many cells in each row. */
function isEven(rows: readonly (readonly Node[])[]): boolean {
  return rows.every((row) => row.length === rows[0]?.length)
}
