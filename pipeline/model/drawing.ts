import type {FontRequest} from './font.ts'
import type {Rendition} from './rendition.ts'

/** A document that our browser turns into a file of the release. */
export interface DrawRequest {
  /** Path of the file in the release. */
  readonly path: string
  /** `picture`: PNG, 1200 by 630 pixels, its text as large as fits; `print`: a tagged PDF. */
  readonly as: 'picture' | 'print'
  /** A whole HTML document, at the root of a site of its own. */
  readonly html: string
  /** Hash of the document and of all that `assets` gives. */
  readonly key: string
  /** When the document was last changed, ISO 8601: what a print says of itself instead of the clock's word. */
  readonly date?: string | undefined
  /** What it may load; asked for only where it is drawn. */
  readonly assets: () => DrawAssets
  readonly locale: string
  readonly article: string | undefined
}

export interface DrawAssets {
  readonly files: readonly Pick<Rendition, 'path' | 'mediaType' | 'content'>[]
  /** Served whole under their paths. */
  readonly fonts: readonly FontRequest[]
}
