/**
 * Where a text says what a correction took back; `undefined` where it does not. The wrong words
 * count as words of their own, not as part of longer ones or of the right ones: 200 is not said by
 * 1,200. What follows in another script may be a particle. Ends of lines, and straight or curly
 * marks, are not what a correction is about, unless it is about nothing else.
 */
export function stillSays(text: string, wrong: string, right: string): number | undefined {
  return placeOf(folded(text), folded(wrong), folded(right))
}

/** Whether a text holds the words at all: if not, no part of it says them. */
export function holdsWords(text: string, words: string): boolean {
  return folded(text).includes(folded(words))
}

function placeOf(text: string, wrong: string, right: string): number | undefined {
  const rest = right.includes(wrong)
    ? text.replaceAll(right, (words) => '\0'.repeat(words.length))
    : text
  for (let at = rest.indexOf(wrong); at !== -1; at = rest.indexOf(wrong, at + 1)) {
    const end = at + wrong.length
    const [before, after] = [rest.slice(Math.max(0, at - near), at), rest.slice(end, end + near)]
    const goesOn =
      (/^[\p{L}\p{N}]/u.test(wrong) && /[\p{L}\p{N}]$|\p{N}[.,]$/u.test(before)) ||
      (/\p{N}$/u.test(wrong) && /^[.,]?\p{N}/u.test(after)) ||
      (/\p{Script=Latin}$/u.test(wrong) && /^[\p{Script=Latin}\p{N}]/u.test(after))
    if (!goesOn) return at
  }
  return undefined
}

/** Characters around the words that decide whether those go on: a mark and a digit at most. */
const near = 4

/** As long as it was: places in it are places in the text. */
function folded(text: string): string {
  return text.replaceAll(/\s/gu, ' ').replaceAll(/[‘’]/gu, "'").replaceAll(/[“”]/gu, '"')
}
