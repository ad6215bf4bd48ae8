import type {Root} from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parseMarkdown} from './parse.ts'
import {boxes, gfmParts, mdx} from './syntax.ts'

/** A document that was read. */
export interface ReadDocument {
  readonly root: Root
  /** Why it could not be read as MDX; it was read as Markdown instead. */
  readonly fault: Fault | undefined
}

interface Fault {
  readonly reason: string
  readonly line: number
  readonly column: number
}

/** Whether a file is MDX, by the ending of its name. */
export function isMdx(file: string): boolean {
  return file.toLowerCase().endsWith('.mdx')
}

/**
 * Parse an article by the ending of its file's name: MDX for `.mdx`, Markdown for every other,
 * and for what is called MDX and is not well-formed (other tools' dialects). JSX, expressions, imports and exports are nodes of the tree; nothing of
 * them is ever executed.
 */
export function parseDocument(text: string, file: string): ReadDocument {
  if (!isMdx(file)) return {root: parseMarkdown(text), fault: undefined}
  try {
    return {root: mdxParser.parse(text), fault: undefined}
  } catch (error) {
    return {root: parseMarkdown(text), fault: faultOf(error)}
  }
}

const mdxParser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(gfmParts)
  .use(boxes)
  .use(remarkCjkFriendly)
  .use(mdx)
  .freeze()

/** The parser throws a message with its place; JavaScript nested too deep throws without one. */
function faultOf(error: unknown): Fault {
  const start = {line: 1, column: 1}
  if (typeof error !== 'object' || error === null) return {reason: String(error), ...start}
  const reason = 'reason' in error ? String(error.reason) : 'it is nested too deep'
  const [line, column] = ['line', 'column'].map((name) => Number(Reflect.get(error, name)) || 1)
  return {reason: reason.replace(/[.\s]+$/u, ''), line: line ?? 1, column: column ?? 1}
}
