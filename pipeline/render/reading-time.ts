/**
 * Minutes an adult takes to read a text, at least 1: 230 words a minute of an alphabet, and 500
 * Hangul syllables or Chinese or Japanese characters; a text of both takes the sum.
 * (Brysbaert 2019, doi:10.1016/j.jml.2019.104047, gives 238 words for English non-fiction.)
 */
export function readingTime(text: string): number {
  const syllables = text.match(cjk)?.length ?? 0
  const words = text.replace(cjk, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu)?.length ?? 0
  return Math.max(1, Math.round(words / 230 + syllables / 500))
}

const cjk = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
