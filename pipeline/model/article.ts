import type {Root} from 'mdast'

/** The source: one article as its author wrote it, parsed from `articles/<slug>/article.md`. */
export interface Article {
  readonly slug: string
  /** Path from the publication's root. */
  readonly file: string
  /** The whole file as it was read; the body's positions are places in it. */
  readonly text: string
  /** The locale it was written in. */
  readonly locale: string
  /** Inline Markdown. */
  readonly headline: string
  /** Inline Markdown; the summary under the headline. */
  readonly standfirst: string | undefined
  /** Names of the authors, in order. */
  readonly byline: readonly string[]
  /** Where it was filed from: `SEOUL, South Korea`. */
  readonly dateline: string | undefined
  /** ISO 8601 date or date-time with offset, as written. */
  readonly published: string | undefined
  readonly updated: string | undefined
  /** The body, without front matter; positions are those of the file. */
  readonly body: Root
  /** Where each front-matter value stands, for findings: 1-based line and column of the value. */
  readonly places: Readonly<Record<string, {readonly line: number; readonly column: number}>>
}
