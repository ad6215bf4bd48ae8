import {distance} from 'fastest-levenshtein'

// The rules for word boundaries hardly differ by language; Korean, Japanese and Chinese are told by script.
const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/** A text's words in lower case, in order. */
export function wordsOf(text: string): readonly string[] {
  return [...segmenter.segment(text.toLowerCase())].flatMap(({segment, isWordLike}) =>
    isWordLike === true ? [segment] : [],
  )
}

/**
 * How alike two texts are, by their words: 0 for nothing in common, 1 for the same words (the Dice
 * coefficient over words with their number). Of a few words each, spelling counts too.
 */
export function similarity(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return 0
  const shared = (2 * common(a, b)) / (a.length + b.length)
  return a.length > 6 || b.length > 6
    ? shared
    : Math.max(shared, spelling(a.join(' '), b.join(' ')))
}

function common(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  return b.filter((word) => {
    const count = counts.get(word) ?? 0
    counts.set(word, count - 1)
    return count > 0
  }).length
}

function spelling(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1)
}
