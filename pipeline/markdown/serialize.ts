import type {Root} from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {boxes, gfmParts} from './syntax.ts'

/**
 * Write a tree as Markdown that `parseMarkdown` reads back as the same tree; text that looks like
 * markup is escaped. For trees that were built: where an author's own bytes must stay, cut them
 * from the source by the nodes' offsets instead. Ends with one line break; empty for no content.
 */
export function serializeMarkdown(root: Root): string {
  return serializer.stringify(root)
}

const serializer = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    // `<#@0>` is an address: the library escapes `<` only before what begins a tag or a scheme.
    unsafe: [{character: '<', after: '[^\\s<>@]+@', inConstruct: 'phrasing'}],
  })
  .use(remarkFrontmatter, ['yaml'])
  .use(gfmParts)
  .use(boxes)
  .use(remarkCjkFriendly)
  .freeze()
