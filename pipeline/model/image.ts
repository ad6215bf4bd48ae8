import type {BinaryFile} from './publication.ts'

export type ImageFormat = 'avif' | 'webp' | 'jpeg' | 'png' | 'gif' | 'svg'

/** An image file wanted in the release: one of an article's own, in this format and this wide. */
export interface ImageRequest {
  /** Path in the release; it carries the hash of the source and of the way it is made. */
  readonly path: string
  readonly source: BinaryFile
  readonly format: ImageFormat
  /** Pixels, never more than the source has; `undefined` where that cannot be told beforehand. */
  readonly width: number | undefined
}
