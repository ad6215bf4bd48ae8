/** What kind of block a segment is the text of. */
export type SegmentKind =
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'dateline'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'cell'
  | 'caption'
  | 'alt'
  | 'title'
  | 'footnote'
  | 'correction'

/** One translatable stretch of an article: a block's inline Markdown as written (DESIGN: a partition). */
export interface Segment {
  /** Stable key: it stays with the segment through rewording and moves. */
  readonly key: string
  readonly kind: SegmentKind
  /** Inline Markdown, as it stands in the source, lines joined as the author broke them. */
  readonly text: string
  /** Structural address in the article's tree, for putting translations back: `body/3/children/0`. */
  readonly path: string
  /** Words of the blocks it stands in (`quote`, `list`, `table`…), outermost first. */
  readonly container: string
  /** 1-based place in the article's file. */
  readonly line: number
  readonly column: number
}
