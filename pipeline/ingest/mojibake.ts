/** A stretch of UTF-8 that was read as Windows-1252, and what it says. */
export interface Misread {
  readonly index: number
  readonly found: string
  readonly meant: string
}

/** Find text such as `â€™` for `’` and `ì„œìš¸` for `서울`: bytes of UTF-8, each shown as a character. */
export function misread(text: string): readonly Misread[] {
  if (!/[^\u0000-\u007F]/.test(text)) return []
  const bytes = Array.from(text, (character) =>
    character.length > 1 ? '\u0100\u0100' : String.fromCharCode(byteOf.get(character) ?? 0x100),
  ).join('')
  return [...bytes.matchAll(sequences)].flatMap(({0: {length}, index}) => {
    const found = text.slice(index, index + length)
    const meant = decoded(bytes.slice(index, index + length))
    return meant === undefined || !isPlausible(meant) ? [] : [{index, found, meant}]
  })
}

/** Well-formed multi-byte UTF-8 (Unicode, table 3-7), one or more characters. */
const sequences = /(?:[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3})+/g

/** Bytes 80 to 9F in Windows-1252 (Node 20 decodes them as ISO 8859-1). */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const byteOf = new Map([
  ...Array.from({length: 256}, (_, byte): [string, number] => [String.fromCharCode(byte), byte]),
  ...Array.from(upper, (character, index): [string, number] => [character, 0x80 + index]),
])

function decoded(bytes: string): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(
      Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
    )
  } catch {
    return undefined
  }
}

/**
 * One character alone is believed where it is a Latin letter or general punctuation: `fiancé’”`
 * happens to be well-formed, too.
 */
function isPlausible(meant: string): boolean {
  return /^[\u00A0-\u00FF\u2010-\u2044\u20AC\u2122]/.test(meant) || Array.from(meant).length > 1
}
