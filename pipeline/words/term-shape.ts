/** How a language bends a term: what may stand before, within and behind its form. */
export interface TermShape {
  /** Regular expression of the form, made of its words, already escaped; without what follows it. */
  readonly form: (words: readonly string[]) => string
  /** What may follow the form in the same word, without making it another word. */
  readonly ending: string
}
