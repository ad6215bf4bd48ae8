import type {Severity} from '../../../model/finding.ts'
import type {Contrary} from '../opposites.ts'

/**
 * What the translation checks know of one language: one file a language. What a language has no
 * rule for is left out, and the check that asks for it has nothing to say. Everything here is given
 * prose, as readers see it: code and pictures are one U+FFFC each.
 */
export interface Language {
  /** The quantities that a text gives, by value. */
  readonly quantities?: (prose: string) => Quantities
  /** The words that say what has an opposite. */
  readonly contraries?: Contraries
  /** How it names countries, besides CLDR's names. */
  readonly countries?: CountryWords
  /** The names of its people in a text of Latin letters. */
  readonly romanNames?: (prose: string) => readonly RomanName[]
  /** What it calls places, people and organisations that newspapers write of. */
  readonly known?: KnownNames
  /** Words that say whose words these are, so that they need no quotation marks. */
  readonly reporting?: RegExp
  /** Two figures that belong together, the first the winner’s or the one in favour, and who lost nevertheless. */
  readonly tally?: Tally
  /** What joins two things of a kind, the first of which stays the first. */
  readonly joins?: RegExp
  /** How it honours people, which is out of place on a level. */
  readonly honours?: {readonly on: string; readonly words: RegExp}
  /** How it denies. */
  readonly negation?: Sense
  /** Words that a sentence has and a name or a title has not. */
  readonly sentence?: RegExp
  /** Words that a text shows to be nouns, by what else follows them there. */
  readonly nouns?: (prose: string) => ReadonlySet<string>
  /** Particles and the like that do not fit their word; `nouns` are those of the whole text. */
  readonly misfits?: (prose: string, nouns: ReadonlySet<string>) => readonly Misfit[]
  /** Particles whose form depends on the sound before them. */
  readonly alternating?: readonly string[]
  /** Spaces where what belongs together is torn apart. */
  readonly gaps?: (prose: string) => readonly Gap[]
  /** Characters that are a fault in this language. */
  readonly suspects?: readonly Suspect[]
  /** Marks that are opened and closed: quotation marks and brackets. */
  readonly pairs?: readonly (readonly [open: string, close: string])[]
  /** A text's end in the middle of a word, which is certain. */
  readonly cutWord?: RegExp
  /** The speech level of each sentence that shows one. */
  readonly levels?: (prose: string) => readonly Level[]
  /** A word that stands twice by mistake; words that are rightly repeated are not given. */
  readonly doubled?: (prose: string) => readonly Doubled[]
  /**
   * How long a text may be that was translated from another language, by that language: the
   * measured shares of characters, spaces left out, in the order of the source's length.
   */
  readonly lengths?: Readonly<Record<string, readonly LengthBound[]>>
}

/** Countries by their codes of two letters, ISO 3166. */
export interface CountryWords {
  /** Other names, and who and what comes from there; empty for what is no country. */
  readonly names: Readonly<Record<string, string>>
  /** What a text may mean without its name: by its capital, a part of it, a sign. */
  readonly hinted: (prose: string) => ReadonlySet<string>
}

/** By kind, and by a name that all languages share: what a language calls it, as a pattern. */
export interface KnownNames {
  readonly place: Readonly<Record<string, string>>
  readonly person: Readonly<Record<string, string>>
  readonly organisation: Readonly<Record<string, string>>
}

/** The figures of a score or a vote, each way to write them with two groups. */
export interface Tally {
  readonly patterns: readonly RegExp[]
  /** Of a text where the first figure may be the other side’s. */
  readonly lost: RegExp
}

/** For each of what has an opposite, the words for it: those that mean nothing else, or these and what may. */
export type Contraries = Readonly<Partial<Record<Contrary, RegExp | Sense>>>

/** A person's name in Latin letters. */
export interface RomanName {
  readonly name: string
  /** As the language may write it. */
  readonly own: RegExp
  /** Somebody else's name that may stand for it: of another family, or with another given name. */
  readonly other: RegExp
}

/** Words that say a thing for certain, and those that may. */
export interface Sense {
  readonly certain: RegExp
  readonly possible: RegExp
}

/** A number with what it counts. */
export interface Quantity {
  readonly value: number
  /** What it can be (`money:usd`, `percent`, `age`, `month`, `unit:km`, `killed`); empty if nothing tells. */
  readonly kinds: readonly string[]
  readonly index: number
  readonly written: string
}

/** The quantities of a text: those in figures, which must be in the other text, and those in words, which may. */
export interface Quantities {
  readonly figures: readonly Quantity[]
  readonly spelled: readonly Quantity[]
  /** Of those in words, the ones that say how many of a thing there are. */
  readonly counted: readonly Quantity[]
  /** Of those in words, the ones that say which of a row it is: the third, 세 번째. */
  readonly ordered: readonly Quantity[]
}

/** A particle in the wrong form. */
export interface Misfit {
  readonly index: number
  /** The word it follows, and the particle as written and as it should be. */
  readonly word: string
  readonly particle: string
  readonly right: string
  /** Within the language's own letters it is certain; after figures and foreign letters it rests on a reading. */
  readonly sure: boolean
}

/** A space that should not be there. */
export interface Gap {
  readonly index: number
  readonly length: number
  /** What should stand at its word. */
  readonly particle: string
}

/** A character that nobody means to write. */
export interface Suspect {
  readonly variant: string
  readonly severity: Severity
  readonly pattern: RegExp
  /** What to write instead, where that is certain. */
  readonly instead?: (character: string) => string
}

/** A sentence and the level it is spoken on. */
export interface Level {
  readonly level: string
  readonly index: number
  readonly length: number
}

/** A word that stands twice. */
export interface Doubled {
  readonly index: number
  readonly length: number
  readonly word: string
  /** Where the second stands, with the space before it. */
  readonly second: {readonly index: number; readonly length: number}
}

/** Bounds for source texts up to a length. */
export interface LengthBound {
  readonly upTo: number
  readonly least: number
  readonly most: number
}
