import {isAllBold, type Node, type Page} from './page.ts'

const holds = /^(img|svg|ul|ol|dl|table|button|input|select|textarea|h[1-6]|p|form|figure|video)$/
const number = /^[^\p{L}\d]{0,3}\d[\d.,:/ ]*\s?(%|\p{L}{0,3}|[^\p{L}\d]{1,2})$/u

/** Rows of boxes that are a table to eyes alone: three or more of as many short cells, three at least; the first alone bold, and numbers in one column. */
export function isBoxTable(node: Node, page: Page): boolean {
  if (!/^(div|section|article|main|form)$/.test(node.tag) || !isSilent(node)) return false
  const rows = partsOf(node, page)
  if (rows.length < 3 || !rows.every(isBox)) return false
  const [head = [], ...others] = rows.map((row) => partsOf(row, page))
  return (
    head.length > 2 &&
    others.every((cells) => cells.length === head.length) &&
    [...head, ...others.flat()].every((cell) => isCell(cell, page)) &&
    head.every((cell) => isAllBold(cell, page) && !number.test(page.words(cell))) &&
    others.every((cells) => !cells.every((cell) => isAllBold(cell, page))) &&
    head.some((_, column) => others.every((cells) => isNumber(cells[column], page)))
  )
}

/** What is seen in it, in the table's own flow. */
function partsOf(node: Node, page: Page): readonly Node[] {
  return page
    .children(node)
    .filter(({tag, text, seen}) => (tag === '#text' ? Boolean(text?.trim()) : seen))
}

function isBox(node: Node): boolean {
  return /^(div|section|article)$/.test(node.tag) && isSilent(node)
}

/** It has no role that says what it is. */
function isSilent({attributes}: Node): boolean {
  return attributes['role'] === undefined
}

function isCell(cell: Node, page: Page): boolean {
  const words = page.words(cell)
  return (
    /^(div|span|strong|b)$/.test(cell.tag) &&
    isSilent(cell) &&
    words !== '' &&
    words.length < 60 &&
    !page.inside(cell).some(({tag, attributes}) => holds.test(tag) || attributes['role'])
  )
}

function isNumber(cell: Node | undefined, page: Page): boolean {
  return cell !== undefined && number.test(page.words(cell))
}
