import type {Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toXast} from 'hast-util-to-xast'
import {visit} from 'unist-util-visit'
import {toXml} from 'xast-util-to-xml'

/**
 * A whole HTML document as XHTML: well-formed whatever stands in it, with each language said in
 * XML's way too.
 */
export function xhtmlOf(html: string): string {
  const tree = fromHtml(html)
  visit(tree, 'element', ({properties}) => {
    const {lang} = properties
    if (typeof lang === 'string') properties['xmlLang'] = lang
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlOf(tree)}`
}

function xmlOf(tree: Nodes): string {
  return toXml(toXast(tree), {closeEmptyElements: true})
    .replaceAll(']]>', ']]&gt;')
    .replaceAll(forbidden, '\u{fffd}')
}

/** What XML 1.0 has no way to write (2.2). */
// eslint-disable-next-line no-control-regex
const forbidden = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/g
