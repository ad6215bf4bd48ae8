import {cellsOf, type Node, type Page} from './page.ts'
import type {Rule} from './rule.ts'

/**
 * What a cell of a table shows, it says. Known where a column's cells hold nothing but signs without
 * a name, and the signs recur: a tick here and none there. Where every row has one of its own, it
 * shows what the row says.
 */
export const pictureCell: Rule = {
  id: 'rule/picture-cell',
  criteria: ['1.1.1'],
  act: [],
  of: /^table$/,
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({tag, role, heard}) => tag === 'table' && role === 'table' && heard)
      .flatMap((table) => mute(table, page))
      .map((at) => ({at})),
}

/** The first sign in the columns of such. */
function mute(table: Node, page: Page): readonly Node[] {
  const rows = page
    .inside(table)
    .filter(({tag}) => tag === 'tr')
    .map((row) => cellsOf(row, page))
  const [head = [], ...body] = rows
  if (body.length < 2 || rows.some((row) => row.length !== head.length)) return []
  const cells = head.flatMap((own, index) => {
    const column = body.flatMap((row) => row[index] ?? [])
    const isHeaded = own.tag === 'th' && page.words(own) !== ''
    const isMute = column.every((cell) => cell.seen && wordsOf(cell, page) === '')
    return isHeaded && isMute ? column : []
  })
  const kinds = new Set(cells.map(({painted = ''}) => painted))
  const recurs = cells.length >= 3 && kinds.size > 1 && kinds.size < cells.length
  return recurs ? cells.filter(({painted}) => painted).slice(0, 1) : []
}

/** What is heard in it, names of drawings and words of labels among it. */
function wordsOf(cell: Node, page: Page): string {
  const names = [cell, ...page.inside(cell)].map(({heard, name, attributes, styled}) =>
    heard
      ? `${name ?? ''}${attributes['aria-label'] ?? ''}${attributes['title'] ?? ''}${styled ?? ''}`
      : '',
  )
  return [page.words(cell), ...names].join('').trim()
}
