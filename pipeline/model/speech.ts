/**
 * One thing that a screen reader says of a page, in order. (A type: an interface, which could be
 * added to, is no `Json`.)
 */
export type Utterance = {
  /** ARIA role in lower case (`heading`, `link`, `navigation`); `text` for running text. */
  readonly role: string
  /** The accessible name, or the text itself; empty where there is none. */
  readonly name: string
  /** How many spoken things it stands in. */
  readonly depth: number
  /** Of a heading. */
  readonly level: number | null
  /** How many items a list has, or rows a table. */
  readonly count: number | null
  /**
   * `checked`, `collapsed`, `disabled`, `expanded`, `invalid`, `pressed`, `required`, `selected`,
   * `unchecked`, `unpressed`.
   */
  readonly states: readonly string[]
}
