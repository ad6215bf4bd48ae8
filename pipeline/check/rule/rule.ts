import type {Severity} from '../../model/finding.ts'
import type {Node, Page} from './page.ts'

/** What a rule found at one element. */
export interface Breach {
  readonly at: Node | undefined
  /** After `rule/<id>/`, where a rule has several things to say. */
  readonly variant?: string
  readonly values?: Readonly<Record<string, string | number>>
  readonly severity?: Severity
  /** Where they are not those of the rule. */
  readonly criteria?: readonly string[]
  readonly act?: readonly string[]
  /** A person has to look. */
  readonly doubtful?: boolean
}

/** One rule from the standards, judged on the page as the browser shows it. Pure. */
export interface Rule {
  /** `rule/link-text`. */
  readonly id: string
  readonly criteria: readonly string[]
  /** Rules of https://www.w3.org/WAI/standards-guidelines/act/rules/ that it answers to. */
  readonly act: readonly string[]
  readonly severity: Severity
  /** Tags and roles of what it is about, where a page without any is none of its business. */
  readonly of?: RegExp
  /** About the page as a whole, and not about the document in a frame. */
  readonly ofPage?: true
  judge(page: Page): readonly Breach[]
}
