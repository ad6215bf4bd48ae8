import type {Element} from 'hast'
import type {Nodes} from 'mdast'
import {fromHtml} from 'hast-util-from-html'
import {find, html} from 'property-information'
import {visit} from 'unist-util-visit'
import type {Edition} from '../model/edition.ts'
import type {Finding, Message} from '../model/finding.ts'
import {keepsAddress, lossOf} from './sanitize.ts'

/** What of the article's own text, raw HTML before all, readers never get to see: its writer is told. */
export function removedMarkup(edition: Edition): readonly Finding[] {
  if (edition.locale !== edition.sourceLocale) return []
  const findings: Finding[] = []
  visit(edition.body, 'html', ({value, position}) => {
    visit(fromHtml(value, {fragment: true}), 'element', (element) => {
      const loss = whatIsLost(element, edition.slug)
      if (loss === undefined) return
      const {line = 1, column = 1, offset = 0} = element.position?.start ?? {}
      const start = position?.start
      findings.push({
        ...loss,
        outcome: 'failed',
        severity: 'warning',
        place: {
          file: `articles/${edition.slug}/article.md`,
          ...(start && {
            line: start.line + line - 1,
            column: line === 1 ? start.column + column - 1 : column,
          }),
        },
        locale: edition.locale,
        article: edition.slug,
        criteria: [],
        engines: [],
        excerpt: /^[^>]*>?/u.exec(value.slice(offset))?.[0] ?? '',
      })
    })
  })
  visit(edition.body, (node) => {
    if ((node.type !== 'link' && node.type !== 'definition') || keepsAddress(node.url)) return
    const check = 'document/removed-markup'
    findings.push({
      check,
      message: {key: `${check}/address`, values: {href: node.url}},
      outcome: 'failed',
      severity: 'warning',
      place: {file: `articles/${edition.slug}/article.md`, ...placeOf(node)},
      locale: edition.locale,
      article: edition.slug,
      criteria: [],
      engines: [],
      excerpt: node.url,
    })
  })
  const called = new Set<string>()
  visit(edition.body, 'footnoteReference', ({identifier}) => void called.add(identifier))
  visit(edition.body, 'footnoteDefinition', (node) => {
    if (called.has(node.identifier)) return
    const check = 'document/removed-markup'
    const note = `[^${node.label ?? node.identifier}]`
    findings.push({
      check,
      message: {key: `${check}/note`, values: {note}},
      outcome: 'failed',
      severity: 'warning',
      place: {file: `articles/${edition.slug}/article.md`, ...placeOf(node)},
      locale: edition.locale,
      article: edition.slug,
      criteria: [],
      engines: [],
      excerpt: note,
    })
  })
  return findings
}

function placeOf({position}: Nodes): Pick<Finding['place'], 'line' | 'column'> {
  return position === undefined ? {} : {line: position.start.line, column: position.start.column}
}

/** What is pasted from elsewhere to show or to run something, which no page of ours does. */
const frames = new Set(['iframe', 'script', 'object', 'embed', 'video', 'audio'])

function whatIsLost(
  element: Element,
  slug: string,
): {readonly check: string; readonly message: Message} | undefined {
  const {tagName: name, properties} = element
  if (frames.has(name)) {
    const src = properties['src'] ?? properties['data'] ?? `articles/${slug}`
    const check = 'document/removed-frame'
    return {check, message: {key: check, values: {name, src}}}
  }
  const check = 'document/removed-markup'
  const loss = lossOf(element)
  if (loss.what !== 'attributes') {
    return {check, message: {key: `${check}/${loss.what}`, values: {name}}}
  }
  if (loss.names.length === 0) return undefined
  const attributes = loss.names.map((one) => find(html, one).attribute).join(', ')
  return {check, message: {key: `${check}/attributes`, values: {name, attributes}}}
}
