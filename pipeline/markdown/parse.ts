import type {Root} from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parseFast} from './parse-fast.ts'
import {boxes, gfmParts} from './syntax.ts'

/**
 * Parse an article's Markdown: CommonMark with YAML front matter (a `yaml` node), GFM tables,
 * strikethrough, footnotes and task lists, boxes (`:::tip`), and emphasis that works beside Korean
 * particles.
 * Never fails: every text is Markdown. Each node carries its place in the text.
 */
export function parseMarkdown(text: string): Root {
  const hasFrontMatter = frontMatter.test(text)
  if (text.startsWith('---') && !hasFrontMatter) return parseInFull(text)
  return parseFast(text, hasFrontMatter) ?? parseInFull(text)
}

/** Parse by micromark alone: what `parseMarkdown` is held against. */
export function parseInFull(text: string): Root {
  return (frontMatter.test(text) ? withFrontMatter : bare).parse(text)
}

// A `---` that nothing closes is a rule. Tried as front matter it would cost the article its
// lists and quotes: micromark reads what follows the failed attempt without containers.
const frontMatter = /^\uFEFF?---[ \t]*(?:\r\n?|\n)(?:[^]*?(?:\r\n?|\n))?---[ \t]*(?:[\r\n]|$)/u

const bare = unified().use(remarkParse).use(gfmParts).use(boxes).use(remarkCjkFriendly).freeze()
const withFrontMatter = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(gfmParts)
  .use(boxes)
  .use(remarkCjkFriendly)
  .freeze()
