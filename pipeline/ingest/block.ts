import type {At} from './ingest-finding.ts'

/** A block of raw text: a paragraph, a heading or a list item, on one line. */
export interface Block extends At {
  readonly text: string
  /** Index of the run of lines it stands in; blank lines separate runs. */
  readonly run: number
  /** It may not belong to the article at all. */
  readonly suspected: boolean
  /** The lines it was joined from: where each begins in `text`, and in the source. */
  readonly lines: readonly (At & {readonly offset: number})[]
}

/** The place in the source of an offset in a block's text. */
export function placeIn(block: Block, offset: number): At {
  const from = block.lines.findLast((line) => line.offset <= offset) ?? {...block, offset: 0}
  return {line: from.line, column: from.column + offset - from.offset}
}

/** A block without its first `length` characters. */
export function withoutStart(block: Block, length: number): Block {
  const text = block.text.slice(length).trimStart()
  const cut = block.text.length - text.length
  return {
    ...block,
    text,
    ...placeIn(block, cut),
    lines: block.lines.map((line) => ({
      ...placeIn(block, Math.max(line.offset, cut)),
      offset: Math.max(0, line.offset - cut),
    })),
  }
}

/** A block whose text goes on with that of the next. */
export function joined(before: Block, next: Block): Block {
  const offset = before.text.length + 1
  return {
    ...before,
    text: `${before.text} ${next.text}`,
    lines: [...before.lines, {line: next.line, column: next.column, offset}],
  }
}
