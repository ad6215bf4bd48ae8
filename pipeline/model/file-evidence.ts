/** What was seen of a file that is no page, or why nothing was. */
export interface FileEvidence {
  readonly path: string
  readonly seen: EpubSeen | PdfSeen | undefined
  /** Why it could not be looked at. */
  readonly failure: string | undefined
}

/** What checkers of EPUBs say of one. */
export type EpubSeen = {
  readonly kind: 'epub'
  readonly messages: readonly EpubMessage[]
  /** Checkers that are not installed, and so were not asked. */
  readonly absent?: readonly string[]
}

export type EpubMessage = {
  /** By whose rules: EPUBCheck's for the format, Ace's for accessibility. */
  readonly by: 'EPUBCheck' | 'Ace'
  /** The rule: `RSC-005`, `metadata-accessmode`. */
  readonly id: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly file: string
  readonly line: number | undefined
  /** Of WCAG, as far as the checker names them. */
  readonly criteria: readonly string[]
}

/** What a reader of a PDF is given. */
export type PdfSeen = {
  readonly kind: 'pdf'
  readonly language: string | undefined
  readonly title: string | undefined
  readonly isTagged: boolean
  /** Titles of the outline, in order. */
  readonly outline: readonly string[]
  readonly headings: readonly {readonly level: number; readonly text: string}[]
  /** The alternative text of each picture, empty where it has none. */
  readonly figures: readonly string[]
  /** All text in the order of the tags. */
  readonly text: string
}
