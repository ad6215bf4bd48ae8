/** The beginning of a text that nobody reads to its end: pages may have ids as long as a book. */
export function shortened(text: string, most = MOST): string {
  if (text.length <= most) return text
  // No half of a character that takes two code units.
  return `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`
}

const MOST = 500
