/**
 * Minutes an adult takes to read a text, at least 1: 230 words a minute of an alphabet, and 500
 * Hangul syllables or Chinese or Japanese characters; a text of both takes the sum.
 * (Brysbaert 2019, doi:10.1016/j.jml.2019.104047, gives 238 words for English non-fiction.)
 */
export function readingTime(text: string): number {
  let [words, syllables, isInWord] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0
    if (point > 0xffff) at += 1
    const kind = kinds[point] || kindOf(point)
    if (kind === syllable) syllables += 1
    if (kind === letter && !isInWord) words += 1
    isInWord = kind === letter || (kind === joining && isInWord)
  }
  return Math.max(1, Math.round(words / 230 + syllables / 500))
}

const [syllable, letter, joining, other] = [1, 2, 3, 4] as const

/** What was found out about each character; expressions are slow for what is asked of every letter. */
const kinds = new Uint8Array(0x110000)

function kindOf(point: number): number {
  const character = String.fromCodePoint(point)
  const kind = cjk.test(character)
    ? syllable
    : /[\p{L}\p{N}]/u.test(character)
      ? letter
      : /[\p{M}'’.,-]/u.test(character)
        ? joining
        : other
  kinds[point] = kind
  return kind
}

const cjk = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
