/**
 * One thing that a screen reader says of a page, in order. (A type: an interface, which could be
 * added to, is no `Json`.)
 */
export type Utterance = {
  /** ARIA role in lower case (`heading`, `link`, `navigation`); `text` for running text. */
  readonly role: string
  /**
   * The accessible name, or the text itself; of a list item its marker, of a row its number. Empty
   * where there is none, and where what stands in it says it.
   */
  readonly name: string
  /** How many spoken things it stands in. */
  readonly depth: number
  /** Of a heading, or of an item or a row of a tree. */
  readonly level: number | null
  /** How many items a list, a menu or a set of tabs has, terms a list of descriptions, or rows a table. */
  readonly count: number | null
  /**
   * `autocomplete`, `busy`, `checked`, `collapsed`, `current` (a page; `current-one`, `current-date`, `-location`, `-step`,
   * `-time`), `disabled`, `expanded`, `half-pressed`, `invalid`, `mixed`, `multiline`, `multiselectable`, `off`, `on`, `popup` (`popup-dialog`, `popup-grid`,
   * `popup-listbox`, `popup-tree`), `pressed`, `protected`, `readonly`, `required`, `selected`, `sorted-ascending`, `sorted-descending`, `sorted-other`, `unchecked`,
   * `unpressed`.
   */
  readonly states: readonly string[]
  /** How many columns a table has. */
  readonly columns?: number
  /** The headers of a cell, the column's first. */
  readonly headers?: readonly string[]
  /** What a field holds, or a slider stands at. */
  readonly value?: string
  /** What describes it beside its name. */
  readonly description?: string
  /** The page's own word for the role (`aria-roledescription`). */
  readonly called?: string
  /** Its language (BCP 47), where it is not the page's; of the page itself, where it names one. */
  readonly lang?: string
}
