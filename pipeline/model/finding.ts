import type {Declaration} from './declaration.ts'
import type {Area, Change} from './layout.ts'

/** How much a finding weighs (pa11y's scale). Errors block; the rest advises unless policy says more. */
export type Severity = 'error' | 'warning' | 'notice'

/** The outcome of one check at one place (EARL, https://www.w3.org/TR/EARL10-Schema/#OutcomeValue). */
export type Outcome = 'passed' | 'failed' | 'cantTell' | 'inapplicable'

/**
 * A sentence for people, by key: `locales/<tag>/findings.json` holds its words in each language,
 * with `{{name}}` where a value goes. `<key>.advice` holds what to do about it. The values `parts` and
 * `sourceParts` name parts of pages by role, size and name (`heading 2 “Troops” · list 3`): whoever says
 * them puts the roles in words.
 */
export interface Message {
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
}

/** A stretch of a unit's text as it is written, in UTF-16 code units; the end is left out. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A correction that is certain: what to write in place of a stretch of the unit's text. */
export interface Fix extends Stretch {
  readonly text: string
}

/** Where a finding points. */
export interface Place {
  /** Path from the publication's root (a source) or from the release's root (a rendition), with `/`. */
  readonly file: string
  /** 1-based. */
  readonly line?: number
  /** 1-based, in UTF-16 code units. */
  readonly column?: number
  /** Key of the translation unit. */
  readonly unit?: string
  /** Where in the unit's text. */
  readonly within?: Stretch
  /** Id of the unit's element that the element on the page stands in or holds, where it is none itself. */
  readonly near?: string | undefined
  /** Id of the unit's element in front of it, where it stands in none. */
  readonly behind?: string | undefined
  /** CSS selector of the element on the page. */
  readonly selector?: string
  /** What people edit to change it: the article, the locale file or the template. */
  readonly source?:
    {readonly file: string; readonly line?: number; readonly column?: number} | undefined
  /** Name of the view the page was seen in, for example `phone-dark`. */
  readonly view?: string
}

/** A picture that belongs to a finding, kept in the evidence store under the hash of its bytes. */
export interface Picture {
  /** `element` is what the finding is about, framed. */
  readonly label: 'approved' | 'current' | 'difference' | 'element'
  /** SHA-256 of the PNG's bytes, in hex. */
  readonly sha256: string
  readonly width: number
  readonly height: number
  /** The view it shows, where a finding has pictures of several. */
  readonly view?: string
  /** What masks left blank in it, and was not compared; left out where there is nothing. */
  readonly masked?: readonly Area[]
}

/** A page that a finding with one cause on several was found on. */
export interface FoundOn {
  readonly file: string
  readonly locale: string | undefined
  readonly article: string | undefined
  readonly views: readonly string[]
  /** Each says which view it shows. */
  readonly pictures: readonly Picture[]
}

/** One thing that a stage or a check found wrong with the content. Never thrown; gathered. */
export interface Finding {
  /** Permanent id of the check: `document/language-of-parts`, `axe/color-contrast`. */
  readonly check: string
  /** `cantTell` where the check could not run or needs a person. */
  readonly outcome: 'failed' | 'cantTell'
  readonly severity: Severity
  readonly message: Message
  readonly place: Place
  /** The edition it counts against; `undefined` for what all editions share. */
  readonly locale: string | undefined
  /** Slug of the article it counts against; `undefined` for pages of the whole publication. */
  readonly article: string | undefined
  /** WCAG 2.2 success criteria by number: `1.4.3`. */
  readonly criteria: readonly string[]
  /** Rules of the W3C's ACT collection that it answers to, by id: `23a2a8`. */
  readonly act?: readonly string[]
  /** Engines that saw it, where engines did: `axe`, `htmlcs`; `galley` where a rule of ours did too. */
  readonly engines: readonly string[]
  /** The words or the markup it is about, shortened. */
  readonly excerpt?: string
  readonly expected?: string
  readonly actual?: string
  /** What `galley check --fix` does about it. */
  readonly fix?: Fix
  /** A page that explains the rule. */
  readonly url?: string
  readonly pictures?: readonly Picture[]
  /** What in the style sheets gives the element the look that is wrong. */
  readonly declared?: readonly Declaration[]
  /** What explains that a page looks otherwise than approved. */
  readonly changes?: readonly Change[]
  /** Every page it was found on, the first being `place`; it counts against the editions of all. */
  readonly pages?: readonly FoundOn[]
}
