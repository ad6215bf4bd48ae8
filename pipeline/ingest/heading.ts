/** What a bare line is: a heading or a paragraph, for certain or perhaps. */
export type BareLine = 'heading' | 'heading-perhaps' | 'paragraph-perhaps' | 'paragraph'

/**
 * Judge a line that nothing marks, by its length, its end, its capitals and the length of the text
 * that follows (0 where none does).
 */
export function bareLine(text: string, following: number): BareLine {
  const korean = /[가-힣]/.test(text)
  const short = text.length <= (korean ? 40 : 80) && text.split(/\s+/).length <= 12
  if (!short || /[.…。:;,]["”’')\]]*$/.test(text)) return 'paragraph'
  // A result (`Leeds 1-1 Hull`), a signature (`– Kim`) or what a web page left.
  if (/\s\d{1,3}\s?[-–:]\s?\d{1,3}(?:\s|$)|^[–—]\s|<\/?\w+>/.test(text)) return 'paragraph-perhaps'
  if (/^["“].*["”]$/.test(text)) return following > 0 && !korean ? 'paragraph-perhaps' : 'paragraph'
  if (following === 0) return 'paragraph-perhaps'
  if (/[!?]["”’')\]]*$/.test(text))
    return text.endsWith('?') ? 'heading-perhaps' : 'paragraph-perhaps'
  if (/["”’')\]]$/.test(text)) return 'heading-perhaps'
  if (korean && text.endsWith('다')) return 'heading-perhaps'
  if (following < text.length * 1.5) return 'heading-perhaps'
  return korean || isTitled(text) ? 'heading' : 'heading-perhaps'
}

const small =
  /^(?:a|an|and|as|at|but|by|for|from|in|into|is|it|its|not|of|on|or|out|over|per|the|to|up|via|vs\.?|with|de|la|le|von|van)$/

/** Capitals at the beginning of every word but the small ones. */
function isTitled(text: string): boolean {
  return text
    .split(/[\s–—-]+/)
    .every(
      (word, index) =>
        /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word) ||
        !/\p{L}/u.test(word) ||
        (index > 0 && small.test(word)),
    )
}
