import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {isWords, parseInline} from './inline.ts'

/**
 * The words of a stretch of inline Markdown, without its markup, on one line: for titles, feeds and
 * excerpts. An image gives its alternative text; raw HTML is left out.
 */
export function plainText(inlineMarkdown: string): string {
  if (isWords(inlineMarkdown)) return inlineMarkdown.replace(/\s+/g, ' ').trim()
  return parseInline(inlineMarkdown, []).map(words).join('').replace(/\s+/g, ' ').trim()
}

function words(node: PhrasingContent): string {
  if (node.type === 'break') return ' '
  if ('children' in node) return node.children.map(words).join('')
  return toString(node, {includeHtml: false})
}
