import type {Nodes, Root, RootContent} from 'mdast'
import remarkSmartypants from 'remark-smartypants'
import {unified} from 'unified'
import type {Speaker} from '../words/speaker.ts'

/** Sets straight quotation marks as its language prints them, in a copy: for display only. */
export type SetQuotes = (tree: Root) => Root

/**
 * The way a language sets quotation marks; code stays as it is. A language without `quote.*`
 * words of its own keeps what was typed.
 */
export function quoteSetter(speaker: Speaker): SetQuotes {
  const own = (key: string) => speaker.languageOf('site', key) === speaker.locale
  if (!['quote.open', 'quote.close', 'quote.openInner', 'quote.closeInner'].every(own)) {
    return (tree) => tree
  }
  const mark = (key: string) => speaker.say('site', key)
  const processor = unified()
    .use(remarkSmartypants, {
      quotes: true,
      dashes: false,
      ellipses: false,
      backticks: false,
      openingQuotes: {double: mark('quote.open'), single: mark('quote.openInner')},
      closingQuotes: {double: mark('quote.close'), single: mark('quote.closeInner')},
    })
    .freeze()
  // It parses text into sentences and words, which is slow: only blocks with a straight mark need it.
  const set = (block: RootContent): RootContent[] => {
    if (!hasStraightMark(block)) return [block]
    const copy: Root = {type: 'root', children: [structuredClone(block)]}
    processor.runSync(copy)
    return copy.children
  }
  return (tree) => ({...tree, children: tree.children.flatMap(set)})
}

function hasStraightMark(node: Nodes): boolean {
  if ('value' in node) return /["']/.test(node.value)
  if ('alt' in node) return /["']/.test(node.alt ?? '')
  return 'children' in node && node.children.some(hasStraightMark)
}
