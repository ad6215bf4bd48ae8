import type {Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {visit} from 'unist-util-visit'
import {plainText} from '../markdown/plain.ts'
import type {Brief} from '../model/brief.ts'
import {articlePath} from './addresses.ts'
import {element, text as words} from './element.ts'
import type {Site} from './site.ts'

/** The body as HTML that means the same wherever it is read: every address written out. */
export function fullText(body: Root, edition: Brief, site: Site): string {
  const {to} = site
  const tree = structuredClone(body)
  const base = to.absolute(articlePath(edition))
  visit(tree, 'element', (node, index, parent) => {
    const {properties} = node
    // The way to the same section in another language belongs to the page.
    if (className(properties['className']).includes('elsewhere') && parent && index !== undefined) {
      parent.children.splice(index, 1)
      return index
    }
    for (const name of ['href', 'src']) {
      const value = properties[name]
      if (typeof value === 'string' && URL.canParse(value, base)) {
        properties[name] = new URL(value, base).href
      }
    }
    return undefined
  })
  const {say} = site.narratorOf(edition.locale)
  const corrections = edition.corrections.map(({wrong, right}) =>
    element('p', {}, [
      element('strong', {}, [words(say('correction.title'))]),
      words(': '),
      words(say('correction.text', {wrong: plainText(wrong.text), right: plainText(right.text)})),
    ]),
  )
  return toHtml({...tree, children: [...corrections, ...tree.children]})
}

function className(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
