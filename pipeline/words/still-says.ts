/**
 * Where a text says what a correction took back; `undefined` where it does not. The wrong words
 * count as words of their own, not as part of longer ones or of the right ones: 200 is not said by
 * 1,200. What follows in another script may be a particle.
 */
export function stillSays(text: string, wrong: string, right: string): number | undefined {
  const rest = text.replaceAll(right, (words) => '\0'.repeat(words.length))
  for (let at = rest.indexOf(wrong); at !== -1; at = rest.indexOf(wrong, at + 1)) {
    const [before, after] = [rest.slice(0, at), rest.slice(at + wrong.length)]
    const goesOn =
      (/^[\p{L}\p{N}]/u.test(wrong) && /[\p{L}\p{N}]$|\p{N}[.,]$/u.test(before)) ||
      (/\p{N}$/u.test(wrong) && /^[.,]?\p{N}/u.test(after)) ||
      (/\p{Script=Latin}$/u.test(wrong) && /^[\p{Script=Latin}\p{N}]/u.test(after))
    if (!goesOn) return at
  }
  return undefined
}
