import type {Element} from 'hast'
import type {Nodes} from 'mdast'
import {fromHtml} from 'hast-util-from-html'
import {find, html} from 'property-information'
import {visit} from 'unist-util-visit'
import type {Edition} from '../model/edition.ts'
import type {Finding, Message} from '../model/finding.ts'
import {keepsAddress, lossOf} from './sanitize.ts'

/**
 * What of the article's own text readers never get to see, raw HTML before all, and notes that nothing
 * refers to: its writer is told.
 */
export function removedMarkup(edition: Edition): readonly Finding[] {
  if (edition.locale !== edition.sourceLocale) return []
  const findings: Finding[] = []
  const tell = ({check, message}: Loss, at: At, excerpt: string) => {
    findings.push({
      check,
      message,
      outcome: 'failed',
      severity: 'warning',
      place: {file: `articles/${edition.slug}/article.md`, ...at},
      locale: edition.locale,
      article: edition.slug,
      criteria: [],
      engines: [],
      excerpt,
    })
  }
  visit(edition.body, 'html', (raw) => {
    visit(fromHtml(raw.value, {fragment: true}), 'element', (element) => {
      const loss = whatIsLost(element, edition.slug)
      if (loss === undefined) return
      const start = raw.value.slice(element.position?.start.offset ?? 0)
      tell(loss, placeWithin(raw, element), /^[^>]*>?/u.exec(start)?.[0] ?? '')
    })
  })
  visit(edition.body, (node) => {
    if ((node.type !== 'link' && node.type !== 'definition') || keepsAddress(node.url)) return
    tell(lossAs('address', {href: node.url}), placeOf(node), node.url)
  })
  const called = new Set<string>()
  visit(edition.body, 'footnoteReference', ({identifier}) => void called.add(identifier))
  visit(edition.body, 'footnoteDefinition', (node) => {
    if (called.has(node.identifier)) return
    const note = `[^${node.label ?? node.identifier}]`
    tell(lossAs('note', {note}), placeOf(node), note)
  })
  return findings
}

interface Loss {
  readonly check: string
  readonly message: Message
}

type At = Pick<Finding['place'], 'line' | 'column'>

function lossAs(what: string, values: Message['values']): Loss {
  const check = 'document/removed-markup'
  return {check, message: {key: `${check}/${what}`, values}}
}

/** Of an element in raw HTML. */
function placeWithin(raw: Nodes, element: Element): At {
  const {line, column} = placeOf(raw)
  const {line: below = 1, column: along = 1} = placeOf(element)
  if (line === undefined || column === undefined) return {}
  return {line: line + below - 1, column: below === 1 ? column + along - 1 : along}
}

function placeOf({position}: Pick<Nodes, 'position'>): At {
  return position === undefined ? {} : {line: position.start.line, column: position.start.column}
}

/** What is pasted from elsewhere to show or to run something, which no page of ours does. */
const frames = new Set(['iframe', 'script', 'object', 'embed', 'video', 'audio'])

function whatIsLost(element: Element, slug: string): Loss | undefined {
  const {tagName: name, properties} = element
  // A script that stands here in full leads nowhere.
  if (frames.has(name) && (name !== 'script' || properties['src'] !== undefined)) {
    const src = properties['src'] ?? properties['data'] ?? `articles/${slug}`
    const check = 'document/removed-frame'
    return {check, message: {key: check, values: {name, src}}}
  }
  const loss = lossOf(element)
  if (loss.what !== 'attributes') return lossAs(loss.what, {name})
  if (loss.names.length === 0) return undefined
  const attributes = loss.names.map((one) => find(html, one).attribute).join(', ')
  return lossAs('attributes', {name, attributes})
}
