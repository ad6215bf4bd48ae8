import type {Nodes} from 'hast'
import type {Finding} from '../../model/finding.ts'
import type {DocumentCheck, ParsedPage} from '../check.ts'
import {selectorOf, type Standing} from './element.ts'

/** What a document check has to say about one place; the page says the rest. */
export interface Defect {
  /** `document/links/dead`: the message's key. */
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  /** The element it is about; `undefined` for the page as a whole. */
  readonly at: Standing | undefined
  /** The node to point at and to quote, where that is not the element itself: its text. */
  readonly node?: Nodes
  /** Where exactly, where that is not the node's beginning. */
  readonly start?: {readonly line: number; readonly column: number} | undefined
  readonly selector?: string
  readonly excerpt?: string
  readonly expected?: string
  readonly actual?: string
  readonly url?: string
  readonly severity?: Finding['severity']
  /** Those of the check that this is about, where it is not about all of them. */
  readonly criteria?: readonly string[]
}

/** A finding of a document check: an error, with the line and column in the rendition. */
export function defect(
  {id, criteria}: Pick<DocumentCheck, 'id' | 'criteria'>,
  {rendition}: ParsedPage,
  {key, values, at, node = at?.element, selector = at && selectorOf(at), start, ...more}: Defect,
): Finding {
  const place = start ?? node?.position?.start ?? at?.element.position?.start
  const excerpt = more.excerpt ?? (node && quoted(rendition.content, node))
  return {
    check: id,
    outcome: 'failed',
    severity: 'error',
    message: {key, values},
    place: {
      file: rendition.path,
      ...(place && {line: place.line, column: place.column}),
      ...(selector && {selector}),
    },
    locale: rendition.locale,
    article: rendition.article,
    criteria,
    engines: [],
    ...more,
    ...(excerpt && {excerpt: shortened(excerpt)}),
  }
}

function quoted(content: string | Uint8Array, {position}: Nodes): string | undefined {
  if (typeof content !== 'string' || position === undefined) return undefined
  return content.slice(position.start.offset, position.end.offset)
}

/** One line of at most 120 characters; a cut never splits a character. */
function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim())
  return characters.length <= 120 ? characters.join('') : `${characters.slice(0, 119).join('')}…`
}
