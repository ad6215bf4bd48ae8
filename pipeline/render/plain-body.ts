import type {Nodes, Root} from 'mdast'
import {embedIn} from '../markdown/embed.ts'

/**
 * Whether a body holds nothing but what Markdown itself says: no HTML, no MDX, no boxes, tasks, notes
 * or references, and no address that cleaning would change. Such a body has one way to be written,
 * which needs no cleaning (`write-plain.ts`), and loses nothing by it: what a text, an address or an id
 * may be is decided here.
 */
export function isPlain(body: Root): boolean {
  return body.children.every(isPlainNode)
}

/** The nodes a plain body may have. */
const types: ReadonlySet<string> = new Set([
  'blockquote',
  'break',
  'delete',
  'emphasis',
  'heading',
  'image',
  'inlineCode',
  'link',
  'list',
  'listItem',
  'paragraph',
  'strong',
  'table',
  'tableCell',
  'tableRow',
  'text',
  'thematicBreak',
])

function isPlainNode(node: Nodes, index: number, siblings: readonly Nodes[]): boolean {
  if (!types.has(node.type)) return false
  if (node.data !== undefined && !(named.has(node.type) && isNamed(node.data.hProperties)))
    return false
  if (node.type === 'paragraph' && embedIn(node) !== undefined) return false
  if (node.type === 'link' && !isSafeLink(node.url)) return false
  if (node.type === 'image' && !(isWritten(node.url) && typeof node.alt === 'string')) return false
  if (node.type === 'listItem' && typeof node.checked === 'boolean') return false
  if (node.type === 'break' && !beginsWithWord(siblings[index + 1])) return false
  return !('children' in node) || node.children.every(isPlainNode)
}

/** The nodes that get a segment's key for their id. */
const named: ReadonlySet<string> = new Set([
  'heading',
  'image',
  'listItem',
  'paragraph',
  'tableCell',
])

function isNamed(properties: Readonly<Record<string, unknown>> | undefined): boolean {
  return (
    properties !== undefined &&
    Object.entries(properties).every(
      ([name, value]) =>
        (name === 'id' || name === 'lang' || name === 'dir') &&
        typeof value === 'string' &&
        /^[\w-]+$/u.test(value),
    )
  )
}

/** Blanks after a line break are not shown. */
function beginsWithWord(next: Nodes | undefined): boolean {
  return next === undefined || (next.type === 'text' && !/^[ \t]/u.test(next.value))
}

/** An address in which nothing has to be escaped. */
function isWritten(url: string): boolean {
  return /^(?:[!#$&-;=?-Z_a-z~]|%[\da-z]{2})+$/iu.test(url) && !/[[\\\]^`{|}]/u.test(url)
}

/** http, https, mailto, tel, and what is inside the site; not what points into the page itself. */
function isSafeLink(url: string): boolean {
  return isWritten(url) && /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|[\w.-][^:]*$)/u.test(url)
}
