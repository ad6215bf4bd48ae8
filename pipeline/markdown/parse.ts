import type {Nodes, Root} from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {markdownToMdast} from 'satteri'
import {unified} from 'unified'
import {boxes, gfmParts} from './syntax.ts'

/**
 * Parse an article's Markdown: CommonMark with YAML front matter (a `yaml` node), GFM tables,
 * strikethrough, footnotes and task lists, boxes (`:::tip`), and emphasis that works beside Korean
 * particles.
 * Never fails: every text is Markdown. Each node carries its place in the text.
 *
 * Sätteri parses ten times as fast and gives the same tree for what both know; what it does not
 * know (boxes, emphasis beside particles) or does otherwise (bare addresses become links, a single
 * tilde strikes out) is parsed by micromark.
 */
export function parseMarkdown(text: string): Root {
  return parseFast(text) ?? parseInFull(text)
}

/** Parse by micromark alone: what `parseMarkdown` is held against. */
export function parseInFull(text: string): Root {
  return (frontMatter.test(text) ? withFrontMatter : bare).parse(text)
}

function parseFast(text: string): Root | undefined {
  if (others.test(text) || (text.startsWith('---') && !frontMatter.test(text))) return undefined
  const tree = markdownToMdast(text, {features: {gfm: true, frontmatter: frontMatter.test(text)}})
  return isAlike(tree, text) ? tree : undefined
}

// Boxes, tasks, footnotes, tildes, and what either counts or cleans in its own way.
const others = /^[ \t>*+-]*:{2,}|\[(?:\^|[ xX]\])|[~&<\0\r\t\uFEFF]/mu

/** Whether micromark would have given the same tree. */
function isAlike(node: Nodes, text: string): boolean {
  // Marks that stayed text may be emphasis beside a particle.
  if (node.type === 'text' && /[*_]/u.test(node.value)) return false
  // A bare address has become a link.
  if (node.type === 'link') {
    const start = node.position?.start.offset
    if (start === undefined || text[start] !== '[') return false
  }
  if (node.type === 'blockquote' && !node.children.every(isSimple)) return false
  return !('children' in node) || node.children.every((child) => isAlike(child, text))
}

/** Whether what stands in a quote is words alone, or on one line: else places are counted otherwise. */
function isSimple(node: Nodes): boolean {
  if (node.type !== 'paragraph') return false
  const {start, end} = node.position ?? {}
  return start?.line === end?.line || node.children.every(({type}) => type === 'text')
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
