import type {Root} from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {gfmParts} from './syntax.ts'

/**
 * Parse an article's Markdown: CommonMark with YAML front matter (a `yaml` node), GFM tables,
 * strikethrough, footnotes and task lists, and emphasis that works beside Korean particles.
 * Never fails: every text is Markdown. Each node carries its place in the text.
 */
export function parseMarkdown(text: string): Root {
  return parser.parse(text)
}

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(gfmParts)
  .use(remarkCjkFriendly)
  .freeze()
