import {directiveFromMarkdown, directiveToMarkdown} from 'mdast-util-directive'
import {gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote'
import {
  gfmStrikethroughFromMarkdown,
  gfmStrikethroughToMarkdown,
} from 'mdast-util-gfm-strikethrough'
import {gfmTableFromMarkdown, gfmTableToMarkdown} from 'mdast-util-gfm-table'
import {gfmTaskListItemFromMarkdown, gfmTaskListItemToMarkdown} from 'mdast-util-gfm-task-list-item'
import {mdxFromMarkdown} from 'mdast-util-mdx'
import {directive} from 'micromark-extension-directive'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import {mdxjs} from 'micromark-extension-mdxjs'
import type {Processor} from 'unified'

/**
 * GFM by parts, as a unified plugin: tables, strikethrough, footnotes, task lists.
 * Literal autolinks are left out: they cost 70 % more time and turn bare words into links.
 * A single tilde is not strikethrough: Korean writes ranges as `3~5일`.
 */
export function gfmParts(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    gfmTable(),
    gfmStrikethrough({singleTilde: false}),
    gfmFootnote(),
    gfmTaskListItem(),
  ]
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ]
  data.toMarkdownExtensions = [
    ...(data.toMarkdownExtensions ?? []),
    gfmTableToMarkdown({tablePipeAlign: false}),
    gfmStrikethroughToMarkdown(),
    gfmFootnoteToMarkdown(),
    gfmTaskListItemToMarkdown(),
  ]
}

/**
 * Boxes as documentation has them, as a unified plugin: `:::tip[Title]` to `:::`. Of directives only
 * this one: the others make markup of any colon before a letter, and prose is full of those.
 */
export function boxes(this: Processor): void {
  const data = this.data()
  const colon = 58
  const [container] = [directive().flow?.[colon] ?? []].flat()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    ...(container === undefined ? [] : [{flow: {[colon]: container}}]),
  ]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()]
  const {unsafe, ...toMarkdown} = directiveToMarkdown()
  data.toMarkdownExtensions = [
    ...(data.toMarkdownExtensions ?? []),
    {
      ...toMarkdown,
      unsafe: (unsafe ?? []).filter(({inConstruct}) => String(inConstruct) !== 'phrasing'),
    },
  ]
}

/** MDX as a unified plugin: JSX, expressions, imports and exports; read, never executed. */
export function mdx(this: Processor): void {
  addMdx(this, mdxjs())
}

/** What MDX adds to the text of one block. */
export function inlineMdx(this: Processor): void {
  const {text = {}, disable = {}} = mdxjs()
  addMdx(this, {text, disable})
}

function addMdx(processor: Processor, extension: ReturnType<typeof mdxjs>): void {
  const data = processor.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), extension]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mdxFromMarkdown()]
}
