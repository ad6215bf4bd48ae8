import type {Rank, Term} from '../model/term.ts'
import type {TermShape} from './term-shape.ts'
import {any} from './term-shapes/any.ts'
import {en} from './term-shapes/en.ts'
import {ko} from './term-shapes/ko.ts'

/** A form of a term that was found in a text. */
export interface TermMatch {
  readonly term: Term
  /** The form as the termbase has it. */
  readonly form: string
  readonly rank: Rank
  /** Where the form stands in the text, in UTF-16 code units, without particle or plural ending. */
  readonly index: number
  readonly length: number
  /** It is a word of its own; `false` inside a longer word (북한 in 북한군, Seoul in Seoulite). */
  readonly whole: boolean
  /** The original in brackets behind it: `Scarlett Johansson` of 스칼릿 조핸슨(Scarlett Johansson). */
  readonly gloss: string | undefined
}

/** How each language bends its terms, by language; adding one is adding a file and a line. */
const shapes: Readonly<Record<string, TermShape>> = {en, ko}

/**
 * Finds the forms a language has for terms: inflected, with particles, in any spelling of spaces
 * that the language allows. A capital in a form must be a capital in the text, a small letter may
 * be one: `Seoul` finds `SEOUL`, `polish` finds `Polish`, `Polish` does not find `polish`. Of
 * overlapping forms the longest counts, then the better one.
 *
 * Give it prose that was read from the parsed text, so that no markup stands between the words and
 * code is no word. Made once for a language, asked for every text. Matches come in order.
 */
export function termFinder(
  terms: readonly Term[],
  locale: string,
): (prose: string) => readonly TermMatch[] {
  const {language} = new Intl.Locale(locale)
  const shape = shapes[language] ?? any
  const forms = terms.flatMap((term) => {
    const own = term.forms[locale] ?? term.forms[language]
    if (own === undefined) return []
    return ranks.flatMap((rank) => own[rank].map((form) => compile(term, form, rank, shape)))
  })
  return (prose) => {
    const small = prose.toLowerCase()
    return longest(forms.flatMap((form) => (small.includes(form.start) ? form.find(prose) : [])))
  }
}

const ranks: readonly Rank[] = ['preferred', 'allowed', 'forbidden']

interface Form {
  /** What every text with the form has, in small letters: a quick first look. */
  readonly start: string
  readonly find: (prose: string) => readonly TermMatch[]
}

function compile(term: Term, form: string, rank: Rank, {form: made, ending}: TermShape): Form {
  const words = form.trim().split(/\s+/u)
  const pattern = new RegExp(
    `(?<before>[\\p{L}\\p{N}])?(?<form>${made(words.map(escaped))})` +
      `(?:(?<whole>${ending}(?![\\p{L}\\p{N}]))|)(?=(?<gloss>\\s?[(（][^()（）]{1,80}[)）])?)`,
    'giu',
  )
  return {
    start: beginning(words[0] ?? ''),
    find: (prose) =>
      [...prose.matchAll(pattern)].flatMap(({index, groups = {}}) => {
        const {before = '', form: found = '', whole, gloss} = groups
        if (!capitalsStand(form, found)) return []
        return {
          term,
          form,
          rank,
          index: index + before.length,
          length: found.length,
          whole: before === '' && whole !== undefined,
          gloss: gloss?.replace(/^\s?.|.$/gu, '').trim(),
        }
      }),
  }
}

/** What a word begins with in every form it can take: deput- of deputy. */
function beginning(word: string): string {
  const [letters = ''] = /^[\p{L}\p{N}]*/u.exec(word.toLowerCase()) ?? []
  return letters.replace(/(?:y|man)$/u, '')
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`).replace(/['’]/gu, "['’]")
}

/** Whether each capital of the form is a capital in the text, word by word: endings may come between. */
function capitalsStand(form: string, found: string): boolean {
  const split = (text: string) => text.trim().split(/[\s-]+/u)
  const [words, there] = [split(form), split(found)]
  const pairs =
    words.length === there.length
      ? words.map((word, index) => [word, there[index] ?? ''] as const)
      : [[words.join(''), there.join('')] as const]
  return pairs.every(([word, own]) => {
    const letters = Array.from(own)
    return Array.from(word).every(
      (letter, index) => letter === letter.toLowerCase() || letter === letters[index],
    )
  })
}

function longest(matches: readonly TermMatch[]): readonly TermMatch[] {
  const best = matches.toSorted(
    (a, b) => b.length - a.length || ranks.indexOf(a.rank) - ranks.indexOf(b.rank),
  )
  const kept: TermMatch[] = []
  for (const match of best) {
    // Two terms may share a form; one place is one form's of each.
    const covers = (one: TermMatch) =>
      one.index < match.index + match.length &&
      match.index < one.index + one.length &&
      (one.term === match.term || one.length > match.length)
    if (!kept.some(covers)) kept.push(match)
  }
  return kept.toSorted((a, b) => a.index - b.index)
}
