import type {Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {visit} from 'unist-util-visit'
import {hasClass} from './element.ts'

/** A body as HTML that means the same wherever it is read: every address written out. */
export function standalone(body: Root, base: string): string {
  const tree = structuredClone(body)
  visit(tree, 'element', (node, index, parent) => {
    const {properties} = node
    // The way to the same section in another language belongs to the page.
    if (hasClass(node, 'elsewhere') && parent && index !== undefined) {
      parent.children.splice(index, 1)
      return index
    }
    for (const name of ['href', 'src']) {
      const value = properties[name]
      if (typeof value === 'string') properties[name] = inFull(value, base)
    }
    const {srcSet} = properties
    if (typeof srcSet === 'string')
      properties['srcSet'] = eachAddress(srcSet, (url) => inFull(url, base))
    return undefined
  })
  return toHtml(tree)
}

/** An address written out; what is none stays as it is. */
export function inFull(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url
}

/** A `srcset` of ours with each of its addresses as `address` has it. */
export function eachAddress(srcset: string, address: (url: string) => string): string {
  const choices = srcset.split(', ').map((choice) => choice.split(' '))
  return choices.map(([url = '', ...width]) => [address(url), ...width].join(' ')).join(', ')
}
