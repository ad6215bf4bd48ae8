import type {Root} from 'mdast'

/** What an article is filed under, and how it may be shown: the same in every language. */
export interface ArticleFacts {
  /** Id of its section, `world`; its name in each language is in `locales/<tag>/topics.json`. */
  readonly section: string | undefined
  /** Ids of what it is about, named like sections. */
  readonly tags: readonly string[]
  /** Ids of its authors, in the byline's order: `jane-doe`. */
  readonly authors: readonly string[]
  /** Slugs it had before; they still lead to it. */
  readonly formerly: readonly string[]
  /** A draft is translated and not published; a withdrawn article's address says that it is gone. */
  readonly status: 'published' | 'draft' | 'withdrawn'
  /** ISO 8601 date or date-time with offset before which nobody may read it. */
  readonly embargo: string | undefined
}

/** An article that is filed under nothing. */
export const noFacts: ArticleFacts = {
  section: undefined,
  tags: [],
  authors: [],
  formerly: [],
  status: 'published',
  embargo: undefined,
}

/** What an article said wrongly once, and what is right. */
export interface Correction {
  /** The day it was made, ISO 8601. */
  readonly date: string
  /** The words as they stood, inline Markdown; they stand in the article no more. */
  readonly wrong: string
  readonly right: string
}

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
  readonly facts: ArticleFacts
  /** In the order they are written. */
  readonly corrections: readonly Correction[]
  /** The body, without front matter; positions are those of the file. */
  readonly body: Root
  /** Where each front-matter value stands, for findings: 1-based line and column of the value. */
  readonly places: Readonly<Record<string, {readonly line: number; readonly column: number}>>
}
