import type {PhrasingContent} from 'mdast'
import type {gfmTable} from 'micromark-extension-gfm-table'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkParse from 'remark-parse'
import {unified, type Processor} from 'unified'
import {gfmParts} from './syntax.ts'

/**
 * Parse the text of one block: links, emphasis, code and the like, but nothing that begins a block,
 * so that a headline such as `1. FC Köln` or `# of dead rises` stays as it is. A blank line, which a
 * block's text cannot have, counts as a line break.
 *
 * @param labels Identifiers of the link and footnote definitions that the whole article has (as in
 *   mdast: `source`, and `^1` for a footnote); a reference to any other label is plain text.
 */
export function parseInline(text: string, labels: readonly string[]): readonly PhrasingContent[] {
  const root = unified()
    .use(remarkParse)
    .use(gfmParts)
    .use(remarkCjkFriendly)
    .use(inlineOnly, labels)
    .parse(text)
  return root.children.flatMap((block, index) =>
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
