import type {State, Unit} from '../../model/catalog.ts'
import type {InlineParser} from '../../markdown/inline.ts'
import type {Piece} from '../../markdown/pieces.ts'
import {po} from './po.ts'
import {tmx} from './tmx.ts'
import {xliff12} from './xliff12.ts'
import {xliff21} from './xliff21.ts'

/** A format in which translations travel to a translator's tool and back. */
export interface ExchangeFormat {
  readonly name: string
  /** Endings of file names, with the dot; the first is what an export gets. */
  readonly endings: readonly string[]
  /** What it holds: an article's units, or pairs of texts for a translation memory. */
  readonly holds: 'units' | 'memory'
  /** Whether it can tell a reviewed translation from one that is not. */
  readonly knowsReviewed: boolean
  /** Whether a file is of this format, for formats that share an ending. */
  readonly recognises: (text: string) => boolean
  readonly write: (articles: readonly ExchangeArticle[]) => string
  readonly read: (text: string) => ReadExchange
}

/** One article's translation, as it is exported. */
export interface ExchangeArticle {
  readonly slug: string
  readonly sourceLocale: string
  readonly locale: string
  /** How its texts are parsed. */
  readonly parse: InlineParser
  readonly units: readonly Unit[]
}

/** A file that came back. */
export interface ReadExchange {
  readonly articles: readonly ReadArticle[]
  /** What keeps it from being read; nothing of it is taken then. */
  readonly fault: ExchangeFault | undefined
}

export interface ExchangeFault {
  readonly variant: 'syntax' | 'deep' | 'doctype' | 'shape'
  readonly line: number
  readonly column: number
}

export interface ReadArticle {
  /** `undefined` where the file does not say, as in a memory. */
  readonly slug: string | undefined
  readonly locale: string | undefined
  readonly units: readonly ReadUnit[]
}

/** A text as a format holds it: Markdown, or pieces to be written as Markdown. */
export type Written = string | readonly Piece[]

/** What the formats say of a translation's state; a draft and a stale one both want attention. */
export type Standing = 'untranslated' | 'attention' | 'translated' | 'reviewed'

export interface ReadUnit {
  /** `undefined` in a memory. */
  readonly key: string | undefined
  readonly source: Written
  readonly target: Written | undefined
  /** `undefined` where the file does not say. */
  readonly standing: Standing | undefined
  readonly note: string | undefined
  /** What the unit was at export; `undefined` where a tool dropped it, or did not have it. */
  readonly base: Base | undefined
  readonly line: number
  readonly column: number
}

/** A unit at export: fingerprints of its texts, and its state. */
export interface Base {
  readonly source: string
  readonly target: string
  readonly note: string
  readonly state: State
  readonly stale: boolean
}

/** Every exchange format, one file each. */
export const formats: readonly ExchangeFormat[] = [po, xliff12, xliff21, tmx]

/** The format of a file, by its name and what it begins with. */
export function formatOf(name: string, text: string): ExchangeFormat | undefined {
  const lower = name.toLowerCase()
  const near = formats.filter(({endings}) => endings.some((ending) => lower.endsWith(ending)))
  return near.find(({recognises}) => recognises(text)) ?? near[0]
}
