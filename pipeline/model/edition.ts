import type {Root} from 'mdast'
import type {ArticleFacts, Correction} from './article.ts'
import type {Unit} from './catalog.ts'

/** A stretch of inline Markdown with the language it is really in. */
export interface Wording {
  readonly text: string
  /** BCP 47 tag of the text itself: the source's where the translation is missing. */
  readonly locale: string
}

/** How an edition's translation stands, for the gate, the status table and the notice on the page. */
export interface Progress {
  readonly units: number
  /** Units with a translation that policy accepts. */
  readonly translated: number
  readonly reviewed: number
  readonly drafts: number
  readonly untranslated: number
  readonly stale: number
  /** Words of the source in units that have no translation. */
  readonly wordsLeft: number
  /** Words of the edition's text: spaces separate them in English, eojeol in Korean (`Intl.Segmenter`). */
  readonly words: number
}

/** An article in one language. */
export interface Edition {
  readonly slug: string
  readonly locale: string
  /** The locale the article was written in. */
  readonly sourceLocale: string
  readonly headline: Wording
  readonly standfirst: Wording | undefined
  readonly byline: readonly Wording[]
  readonly dateline: Wording | undefined
  readonly published: string | undefined
  readonly updated: string | undefined
  readonly facts: ArticleFacts
  readonly corrections: readonly {
    readonly date: string
    readonly wrong: Wording
    readonly right: Wording
    /** As the article's own language has it. */
    readonly source: Correction
  }[]
  /**
   * The body in this language. A block left in the source language carries
   * `data.hProperties.lang`; ids of headings and blocks are the same in every edition.
   */
  readonly body: Root
  readonly progress: Progress
  /** Empty for the source edition. */
  readonly units: readonly Unit[]
}
