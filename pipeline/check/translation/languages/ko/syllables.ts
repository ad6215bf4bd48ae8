/**
 * All syllables that end in a consonant, for a class of characters in a pattern.
 *
 * @param final the consonant, by its number in Unicode's composition of Hangul (1 is ㄱ, 8 ㄹ, 20 ㅆ)
 */
export function syllablesWith(final: number): string {
  return Array.from({length: 19 * 21}, (_, index) =>
    String.fromCharCode(0xac00 + 28 * index + final),
  ).join('')
}
