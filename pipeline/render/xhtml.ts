import {fromHtml} from 'hast-util-from-html'
import {toXast} from 'hast-util-to-xast'
import {visit} from 'unist-util-visit'
import {writeXml} from './write-xml.ts'

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
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(toXast(tree))}`
}
