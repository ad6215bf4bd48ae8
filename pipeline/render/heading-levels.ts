import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import {idPrefix} from './sanitize.ts'

/** The headline is the page's only `h1`: the highest heading of the body becomes an `h2`. */
export function setHeadingLevels(tree: Root): void {
  const headings: Element[] = []
  visit(tree, 'element', (node) => {
    if (/^h[1-6]$/.test(node.tagName)) headings.push(node)
  })
  const level = (node: Element) => Number(node.tagName[1])
  const shift = 2 - Math.min(...headings.filter((node) => !isNoteLabel(node)).map(level), 6)
  for (const node of headings) {
    const now = isNoteLabel(node) ? 2 : Math.min(6, level(node) + shift)
    node.tagName = `h${now}`
  }
}

function isNoteLabel(node: Element): boolean {
  return node.properties['id'] === `${idPrefix}footnote-label`
}
