import {cellsOf, isKorean, type Node, type Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

/** A table's marks say what it is: a caption that is no cell, cells under headers, no headers to lay out. */
export const tableStructure: Rule = {
  id: 'rule/table-structure',
  criteria: ['1.3.1'],
  act: [],
  of: /^table$/,
  severity: 'error',
  judge: (page) =>
    page.nodes.filter(({tag, heard}) => tag === 'table' && heard).flatMap((at) => faults(at, page)),
}

function faults(at: Node, page: Page): readonly Breach[] {
  const own = page.inside(at).filter((one) => tableOf(one, page)?.index === at.index)
  const rows = own.filter(({tag}) => tag === 'tr').map((row) => cellsOf(row, page))
  const cells = rows.flat()
  const marks = own.some(({tag}) => /^(th|caption|thead)$/.test(tag)) || at.attributes['summary']
  if (/^(presentation|none)$/.test(at.attributes['role'] ?? ''))
    return isHeaded(rows, page)
      ? [{at, variant: 'muted'}]
      : marks
        ? [{at, variant: 'layout', severity: 'warning'}]
        : []
  const [first = []] = rows
  const width = Math.max(0, ...rows.map(widthOf))
  // A header of several columns says so.
  const isHeader = first.some(
    ({attributes: {scope, id}}) => scope !== undefined || id !== undefined,
  )
  const isAlone =
    first.length === 1 &&
    width > 1 &&
    widthOf(first) === width &&
    rows.length > 2 &&
    !isHeader &&
    first.every((cell) => isLine(cell, page))
  // Where no header comes after it, it may be that of all columns.
  const isHead = first[0]?.tag === 'th' && rows.slice(1).every((row) => row.every(isPlain))
  const isHeading = first.some((cell) => page.inside(cell).some(({role}) => role === 'heading'))
  const isData = at.data === true || own.some(({tag}) => tag === 'th')
  const uneven = isData && rows.find((row) => widthOf(row) !== width)
  const isSpanned = cells.some(({attributes}) => attributes['rowspan'] !== undefined)
  const nested = page.inside(at).find(({tag}) => tag === 'table')
  return [
    ...(isAlone && !isHead && !isHeading && !own.some(({tag}) => tag === 'caption')
      ? [{at, variant: 'caption'}]
      : []),
    // Korea's guidelines (KWCAG 5.3.1) ask for what those of the W3C only advise.
    ...(isKorean(page) && isData && rows.length > 1 && !isNamed(at, page)
      ? [{at, variant: 'nameless', severity: 'warning' as const}]
      : []),
    ...(rows.length > 1 && cells.length > 3 && cells.every(({tag}) => tag === 'th')
      ? [{at, variant: 'only-headers'}]
      : []),
    ...(uneven && !isSpanned ? [{at, variant: 'uneven', severity: 'warning' as const}] : []),
    ...(isData && nested ? [{at: nested, variant: 'nested', severity: 'warning' as const}] : []),
    ...(!isData && rows.length > 0 && cells.length > 1 && isLayout(cells, page)
      ? [{at, variant: 'bare-layout', severity: 'warning' as const}]
      : []),
    ...((isPage(rows, page) && cells.some(({tag}) => tag === 'th')) ||
    (at.attributes['summary']?.trim() && isColumns(rows, page))
      ? [{at, variant: 'layout'}]
      : []),
  ]
}

/**
 * By a caption, a summary, a label, its own or that of a box that holds nothing else; a heading or a line
 * that ends so stands for one.
 */
function isNamed(table: Node, page: Page): boolean {
  const isShown = ({tag, text}: Node) => tag !== '#text' || Boolean(text?.trim())
  const above = page.above(table)
  const open = above.findIndex((one) => page.children(one).filter(isShown).length > 1)
  const boxes = [table, ...above.slice(0, open < 0 ? above.length : open)]
  const [around, box = table] = [above[open], boxes.at(-1)]
  const beside = around ? page.children(around).filter(isShown) : []
  const before = beside[beside.findIndex(({index}) => index === box.index) - 1]
  const isBelow =
    before !== undefined && [before, ...page.inside(before)].some(({role}) => role === 'heading')
  const isIntroduced = before !== undefined && /[:：]$/.test(page.words(before))
  return (
    isBelow ||
    isIntroduced ||
    around?.tag === 'figure' ||
    boxes.some(
      (one) => one.tag === 'figure' || labels.some((name) => one.attributes[name]?.trim()),
    ) ||
    page.inside(table).some((one) => one.tag === 'caption' && page.words(one) !== '')
  )
}

const labels = ['summary', 'aria-label', 'aria-labelledby', 'title', 'aria-describedby']

/** Headers over three even rows or more of short cells: data, whatever its role says (WCAG's failure F92). */
function isHeaded([first = [], ...others]: readonly (readonly Node[])[], page: Page): boolean {
  const isShort = (cell: Node) => page.words(cell).length < 60
  return (
    first.length > 1 &&
    others.length > 1 &&
    first.every((cell) => cell.tag === 'th' && page.words(cell) !== '') &&
    others.every((row) => row.length === first.length && row.every(isShort))
  )
}

function tableOf(node: Node, page: Page): Node | undefined {
  return page.above(node).find(({tag}) => tag === 'table')
}

function isPlain({tag}: Node): boolean {
  return tag === 'td'
}

/** As a caption is: no list, and no table of contents. */
function isLine(cell: Node, page: Page): boolean {
  return !page.inside(cell).some(({tag}) => /^(ul|ol|dl|table|form)$/.test(tag))
}

function widthOf(row: readonly Node[]): number {
  return row.reduce((sum, {attributes}) => sum + (Number(attributes['colspan']) || 1), 0)
}

function isLayout(cells: readonly Node[], page: Page): boolean {
  return cells.some((cell) =>
    page.inside(cell).some(({tag}) => /^(h[1-6]|p|nav|form|section|article|ul)$/.test(tag)),
  )
}

/** One row of whole paragraphs. */
function isColumns([only = [], ...others]: readonly (readonly Node[])[], page: Page): boolean {
  const isLong = (cell: Node) => cell.tag === 'td' && page.words(cell).length > 120
  return others.length === 0 && only.length > 1 && only.every((cell) => isLong(cell))
}

/** One row of whole sections: the page's columns. */
function isPage(rows: readonly (readonly Node[])[], page: Page): boolean {
  const [only = []] = rows
  const isSection = (cell: Node) =>
    page.inside(cell).some(({tag}) => /^(h[1-6])$/.test(tag)) &&
    page.inside(cell).some(({tag}) => tag === 'p')
  return rows.length === 1 && only.length > 1 && only.some(isSection)
}
