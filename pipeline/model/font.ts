/** A font file wanted in the release: one of the package's or the publication's fonts, cut down to these characters. */
export interface FontRequest {
  /** Path in the release; it carries the hash of font and characters. */
  readonly path: string
  /**
   * Module specifier of the full font file, `@fontsource/noto-serif-kr/files/noto-serif-kr-korean-400-normal.woff2`;
   * of a publication's own font the absolute path.
   */
  readonly source: string
  /** What `publication.json` calls it, and where; `undefined` for the package's. */
  readonly named?: Pick<NamedFont, 'file' | 'at'>
  /** Every character it must have a glyph for, sorted, each once. */
  readonly characters: string
}

/** What a font is for: running text and headlines, or labels and navigation. */
export const fontRoles = ['serif', 'sans'] as const
export type FontRole = (typeof fontRoles)[number]

/** A font that `publication.json` names for a language. */
export interface NamedFont {
  readonly locale: string
  readonly role: FontRole
  /** A file below the publication's `fonts/`, or a file of an installed package. */
  readonly file: string
  /** For `@font-face`: one weight, or the range of a variable font. */
  readonly weight: string
  readonly style: 'normal' | 'italic'
  /** Where it is named: `publication.json:12:9`. */
  readonly at: string
}

/** The same, found. */
export interface OwnFont extends NamedFont {
  /** Absolute. */
  readonly path: string
  readonly sha256: string
}
