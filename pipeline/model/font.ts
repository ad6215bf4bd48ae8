/** A font file wanted in the release: one of the package's fonts, cut down to these characters. */
export interface FontRequest {
  /** Path in the release; it carries the hash of font and characters. */
  readonly path: string
  /** Module specifier of the full font file: `@fontsource/noto-serif-kr/files/noto-serif-kr-korean-400-normal.woff2`. */
  readonly source: string
  /** Every character it must have a glyph for, sorted, each once. */
  readonly characters: string
}
