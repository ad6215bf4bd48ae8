import type {Nodes, PhrasingContent, Root} from 'mdast'
import type {gfmTable} from 'micromark-extension-gfm-table'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkParse from 'remark-parse'
import {unified, type Processor} from 'unified'
import {labelsOf} from './labels.ts'
import {parseLineFast, parseLinesFast} from './parse-fast.ts'
import {gfmParts, inlineMdx} from './syntax.ts'

/**
 * Parse the text of one block: links, emphasis, code and the like, but nothing that begins a block,
 * so that a headline such as `1. FC Köln` or `# of dead rises` stays as it is. A blank line, which a
 * block's text cannot have, counts as a line break.
 *
 * @param labels Identifiers of the link and footnote definitions that the whole article has (as in
 *   mdast: `source`, and `^1` for a footnote); a reference to any other label is plain text.
 */
export function parseInline(text: string, labels: readonly string[]): readonly PhrasingContent[] {
  return parseQuickly(text) ?? parseInlineInFull(text, labels)
}

/** Parse by micromark alone: what `parseInline` is held against. */
export function parseInlineInFull(
  text: string,
  labels: readonly string[],
): readonly PhrasingContent[] {
  return blocksJoined(markdown().use(inlineOnly, labels).parse(text))
}

/** Reads the text of one block. */
export type InlineParser = (text: string) => readonly PhrasingContent[]

/**
 * How the text of the blocks of this article is parsed: with the labels it has, and as MDX where it
 * has JSX or expressions. What is not well-formed MDX is read as Markdown.
 */
export function inlineParserFor(body: Root): InlineParser {
  // Made when a text first needs it: most articles have none that does.
  let made: Processors | undefined
  const full = () => (made ??= processors(labelsOf(body)))
  if (!hasMdx(body)) return (text) => parseQuickly(text) ?? blocksJoined(full().plain.parse(text))
  return (text) => {
    try {
      return blocksJoined(full().withMdx.parse(text))
    } catch {
      return blocksJoined(full().plain.parse(text))
    }
  }
}

type Processors = ReturnType<typeof processors>

function processors(labels: readonly string[]) {
  return {
    plain: markdown().use(inlineOnly, labels).freeze(),
    withMdx: markdown().use(inlineMdx).use(inlineOnly, labels).freeze(),
  }
}

/**
 * Parse many blocks' texts at one go, as `inlineParserFor` parses each of them; what is not among
 * those it gives has to be parsed by itself. The nodes are without places.
 */
export function parseTogether(
  texts: readonly string[],
  body: Root,
): ReadonlyMap<string, readonly PhrasingContent[]> {
  const marked = texts.filter((text) => !isWords(text))
  return marked.length === 0 || hasMdx(body) ? new Map() : parseLinesFast(marked)
}

function parseQuickly(text: string): readonly PhrasingContent[] | undefined {
  return isWords(text) ? [words(text)] : parseLineFast(text)
}

/** Whether there is nothing in a text that could be markup: most texts, which need no parser. */
export function isWords(text: string): boolean {
  return text !== '' && !mark.test(text)
}

const mark = /[\\`*_[\]<>&~\0\r\n\t]|^[ \uFEFF]| $/u

function words(text: string): PhrasingContent {
  const end = {line: 1, column: text.length + 1, offset: text.length}
  return {type: 'text', value: text, position: {start: {line: 1, column: 1, offset: 0}, end}}
}

/** Whether a tree has anything of MDX in it. */
export function hasMdx(node: Nodes): boolean {
  return node.type.startsWith('mdx') || ('children' in node && node.children.some(hasMdx))
}

function markdown() {
  return unified().use(remarkParse).use(gfmParts).use(remarkCjkFriendly)
}

function blocksJoined({children}: Root): readonly PhrasingContent[] {
  return children.flatMap((block, index) =>
    block.type !== 'paragraph'
      ? []
      : index === 0
        ? block.children
        : [{type: 'text', value: '\n'}, ...block.children],
  )
}

type MicromarkExtension = ReturnType<typeof gfmTable>
type Constructs = NonNullable<NonNullable<MicromarkExtension['text']>[string]>
type Construct = Exclude<Constructs, readonly unknown[] | unknown[]>

const [exclamationMark, leftSquareBracket] = [33, 91]

const blocks = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'gfmFootnoteDefinition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'table',
  'thematicBreak',
]

function inlineOnly(this: Processor, labels: readonly string[]): void {
  const data = this.data()
  const known = knownLabels(labels)
  const extension: MicromarkExtension = {
    disable: {null: blocks},
    text: {[exclamationMark]: known, [leftSquareBracket]: known},
  }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), extension]
}

/**
 * Micromark takes `[x]` for a reference only when it has met the definition of `x`. The definitions
 * stand elsewhere in the article: this construct makes them known at the first `[` or `!`, and consumes nothing.
 */
function knownLabels(labels: readonly string[]): Construct {
  const names = labels.map((label) => label.toUpperCase())
  return {
    name: 'knownLabels',
    tokenize(_effects, _ok, nok) {
      return (code) => {
        this.parser.defined = names.filter((name) => !name.startsWith('^'))
        this.parser.gfmFootnotes = names.flatMap((name) =>
          name.startsWith('^') ? [name.slice(1)] : [],
        )
        return nok(code)
      }
    },
  }
}
