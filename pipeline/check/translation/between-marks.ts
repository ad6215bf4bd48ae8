/** Characters: where nothing closes them, many marks that open would each be read up to the end. */
const longest = 1000

/** What stands between two marks, by pairs of them: `“” ()`. */
export function betweenMarks(pairs: string): RegExp {
  const each = pairs.split(' ').map((pair) => {
    const [open, close] = Array.from(pair, (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`)
    return `${open}[^${close}]{0,${longest}}${close}`
  })
  return new RegExp(each.join('|'), 'gu')
}

/** A text with blanks for what a pattern finds in it, as long as it was. */
export function blanked(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => ' '.repeat(found.length))
}
