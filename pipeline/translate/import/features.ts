import type {Item} from './items.ts'

/** What an item and its translation have in common, whatever the language. */
export interface Features {
  readonly tag: string
  readonly kind: string
  readonly container: string
  readonly text: string
  /** Characters that are not space, markup and addresses left out. */
  readonly length: number
  readonly code: ReadonlySet<string>
  readonly addresses: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  /** Words in Latin letters. */
  readonly latin: ReadonlySet<string>
  /** Words as the lexicon knows them, lower case. */
  readonly words: ReadonlySet<string>
}

/** Gather an item's features. */
export function featuresOf({tag, container, text, segment}: Item): Features {
  const kind = tag.replace(/ .*/u, '')
  const addresses = all(text, /(?:https?:\/\/|\]\(|(?:href|src)=["'{])([^\s)"'}>]+)/gu)
  const code = segment === undefined ? new Set<string>() : all(text, /`+([^`]+)`+/gu)
  const prose = text
    .replace(/\]\([^)]*\)|https?:\/\/\S+/gu, ' ')
    .replace(/<[^>]*>|\[\[[^\]]*\]\]|\{[^}]*\}/gu, ' ')
  const plain = prose.replace(/`+[^`]+`+/gu, ' ')
  return {
    tag,
    kind,
    container,
    text,
    length: prose.replace(/[\s*_`[\]#|\\]/gu, '').length,
    code,
    addresses: new Set([...addresses].map(bare)),
    numbers: all(plain, /(\d+(?:[.,]\d+)*)/gu),
    latin: new Set([...all(plain, /([A-Za-z][A-Za-z\d.+#-]*[A-Za-z\d+#]|[A-Z])/gu)].map(lower)),
    words: wordsIn(plain),
  }
}

function all(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, found = '']) => found))
}

/** An address without what a translation changes in it: the scheme, and the language of the page. */
function bare(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/(^|\/)(?:en|ko|en-us|ko-kr)(?=\/)/giu, '$1')
    .replace(/[/.,;:]+$/u, '')
    .toLowerCase()
}

function lower(word: string): string {
  return word.toLowerCase()
}

/**
 * Words as a lexicon wants them: English without its commonest endings; of a Korean word the
 * beginning, since what follows are particles and endings.
 */
function wordsIn(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\d]+/gu)) {
    if (/^[\p{Script=Hangul}]/u.test(word)) {
      words.add(word.slice(0, 2))
      if (word.length > 2) words.add(word.slice(0, 3))
    } else if (word.length > 2) words.add(word.replace(/(?:ing|ed|es|s|ly)$/u, ''))
  }
  return words
}
