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

/** A way to write addresses. */
export type Address = (url: string) => string

/** A stretch of a body's HTML that is written otherwise where the body stands alone. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly alone: (address: Address) => string
}

/** A body's HTML as it is written where it stands alone: all but these stretches, in their order, stays as it is. */
export function standingAlone(
  html: string,
  stretches: readonly Stretch[],
  address: Address,
): string {
  let [written, at] = ['', 0]
  for (const {from, to, alone} of stretches) {
    written += html.slice(at, from) + alone(address)
    at = to
  }
  return written + html.slice(at)
}

/** An address written out; what is none stays as it is. */
export function inFull(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : url
}

/** A `srcset` of ours with each of its addresses as `address` has it. */
export function eachAddress(srcset: string, address: Address): string {
  const choices = srcset.split(', ').map((choice) => choice.split(' '))
  return choices.map(([url = '', ...width]) => [address(url), ...width].join(' ')).join(', ')
}
