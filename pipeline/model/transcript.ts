/** What a screen reader says of a page, as a text file beside the report. */
export interface Transcript {
  /** By the report’s folder. */
  readonly file: string
  /** The language of the page, where it is known. */
  readonly lang: string | undefined
  /** The text as it was and as it is, where there was another. */
  readonly changed: {readonly before: string; readonly now: string} | undefined
}
