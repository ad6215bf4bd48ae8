import type {TermShape} from '../term-shape.ts'

/** What a noun with a complement is followed by: `ambassadors to the United Nations`. */
const prepositions = new Set('of to for from in on at by with under against'.split(' '))

/** English: plural and possessive of the last word, plural of the noun before a preposition. */
export const en: TermShape = {
  form: (words) =>
    words
      .map((word, index) =>
        index === words.length - 1
          ? plural(word)
          : prepositions.has(words[index + 1] ?? '')
            ? plural(word)
            : word,
      )
      .join(String.raw`(?:\s+|-)`),
  ending: `(?:['’]s|['’])?`,
}

/** The word or its regular plural: deputy, deputies; sanction, sanctions; church, churches. */
function plural(word: string): string {
  if (/[^aeiou\W]y$/iu.test(word)) return `(?:${word}|${word.slice(0, -1)}ies)`
  if (/man$/iu.test(word)) return `(?:${word}s?|${word.slice(0, -2)}en)`
  return /(?:[sxz]|[cs]h)$/iu.test(word) ? `${word}(?:es)?` : `${word}s?`
}
