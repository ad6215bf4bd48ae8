import type {PhrasingContent} from 'mdast'
import {parseInline} from './inline.ts'

/**
 * What a translation has to carry over as it is: the targets of links and pictures, code, notes,
 * HTML, and placeholders of any kind; sorted, each as often as it is there, with what it is.
 *
 * @param labels What references may refer to, as `parseInline` asks for it.
 */
export function marksOf(inlineMarkdown: string, labels: readonly string[]): readonly string[] {
  return parseInline(inlineMarkdown, labels).flatMap(marks).toSorted()
}

/** Signs of emphasis or links that stand in the text as they are: markup that came apart. */
export function strayMarkup(inlineMarkdown: string, labels: readonly string[]): readonly string[] {
  return parseInline(inlineMarkdown, labels).flatMap(stray)
}

/** Placeholders of i18next, template literals and printf, and explicit ids of headings. */
export const placeholder =
  /\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{#[\w-]+\}|(?<![\d\p{L}])%(?:\d+\$)?[sd](?![\p{L}])/gu

function marks(node: PhrasingContent): readonly string[] {
  if (node.type === 'text') return [...node.value.matchAll(placeholder)].map(([found]) => found)
  if (node.type === 'inlineCode') return [`\`${node.value}\``]
  if (node.type === 'html') return [node.value]
  if (node.type === 'footnoteReference') return [`[^${node.identifier}]`]
  if (node.type === 'image') return [`![](${node.url})`]
  if (node.type === 'imageReference') return [`![][${node.identifier}]`]
  if (!('children' in node)) return []
  const inner = node.children.flatMap(marks)
  if (node.type === 'link') return [`[](${node.url})`, ...inner]
  if (node.type === 'linkReference') return [`[][${node.identifier}]`, ...inner]
  return inner
}

function stray(node: PhrasingContent): readonly string[] {
  if (node.type === 'text')
    return [...node.value.matchAll(/\*\*|~~|\]\(|\]\[/gu)].map(([found]) => found)
  return 'children' in node ? node.children.flatMap(stray) : []
}
