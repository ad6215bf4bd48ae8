import type {Article} from '../../model/article.ts'
import type {Catalog, State} from '../../model/catalog.ts'
import type {Finding} from '../../model/finding.ts'
import type {Segment, SegmentKind} from '../../model/segment.ts'
import {documentImporter} from './document.ts'

/** Reads one format of existing translations. Pure: what it finds it returns, and nothing is lost. */
export interface Importer {
  /** Endings of file names, with the dot. */
  readonly endings: readonly string[]
  /** Whether earlier revisions of the source help it. */
  readonly wantsHistory: boolean
  read(incoming: IncomingTranslation, into: Into): Imported
}

/** A file of existing translations, as it arrived. */
export interface IncomingTranslation {
  /** Its name as the person gave it, for findings. */
  readonly name: string
  readonly text: string
  /** The locale it is translated into. */
  readonly locale: string
  /** The same file read as an article, for documents. */
  readonly asArticle: () => Article
}

/** The article that is imported into, as it is today. */
export interface Into {
  readonly article: Article
  readonly segments: readonly Segment[]
  readonly catalog: Catalog
  /** Earlier revisions of the source, newest first; empty unless the importer wants them. */
  readonly history: readonly Article[]
}

/** What a file of translations holds for an article. */
export interface Imported {
  /** How it was matched: for the report. */
  readonly method: 'structure' | 'history' | 'likeness' | 'keys'
  readonly offers: readonly Offer[]
  readonly extras: readonly Extra[]
  readonly findings: readonly Finding[]
}

/** A translation for one unit. */
export interface Offer {
  readonly key: string
  readonly target: string
  readonly state: State
  /** From 0 to 1: how sure it is that the text belongs to the unit. */
  readonly confidence: number
  /** The source text it was made from; not today's where the source has changed since. */
  readonly source: string
  /** Kept on the unit: why it is a draft, or what a translator remarked. */
  readonly note: string | undefined
  /** 1-based place in the file. */
  readonly line: number | undefined
  readonly column: number | undefined
}

/** A text without a unit that it could belong to. */
export interface Extra {
  readonly kind: SegmentKind
  readonly target: string
  /** Its source, where the file knows it; else empty. */
  readonly source: string
  readonly note: string
  readonly line: number | undefined
  readonly column: number | undefined
}

/** Every format that can be imported, one file each. */
const importers: readonly Importer[] = [documentImporter]

/** The endings of file names that can be imported. */
export const importableEndings: readonly string[] = importers.flatMap(({endings}) => endings)

/** The importer for a file by the ending of its name; `undefined` where it has none that is known. */
export function importerFor(name: string): Importer | undefined {
  const lower = name.toLowerCase()
  return importers.find(({endings}) => endings.some((ending) => lower.endsWith(ending)))
}
