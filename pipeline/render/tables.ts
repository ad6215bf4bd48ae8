import type {Element, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {SKIP, visit} from 'unist-util-visit'
import {element} from './element.ts'
import {languageMark} from '../model/direction.ts'
import type {Surroundings} from './surroundings.ts'

/** A wide table scrolls by itself, also by keyboard, and so it needs a name; columns need a scope. */
export function nameTables(tree: Root, around: Surroundings): void {
  let number = 0
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || index === undefined || parent === undefined) return
    number += 1
    const caption = node.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === 'caption',
    )
    const name = caption === undefined ? '' : toString(caption).trim()
    // Where its name alone is in another language, the table says that it is not.
    const mark = name === '' ? around.markOf('table.label') : {}
    if (mark.lang !== undefined)
      Object.assign(node.properties, languageMark(around.locale, mark.lang))
    const scroller = element(
      'div',
      {
        className: ['scroller'],
        role: 'region',
        tabIndex: 0,
        ariaLabel: name || around.tableName(number),
        ...mark,
      },
      [node],
    )
    parent.children.splice(index, 1, scroller)
    visit(node, 'element', (inner) => {
      if (inner.tagName === 'th') inner.properties['scope'] ??= 'col'
      alignCell(inner)
    })
    return [SKIP, index + 1]
  })
}

function alignCell(node: Element): void {
  const {align} = node.properties
  delete node.properties['align']
  if (align === 'right' || align === 'center') node.properties['className'] = [`is-${align}`]
}
