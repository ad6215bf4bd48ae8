import type {Rule} from './rule.ts'

const spaced = /(?:^|\s)((?:\p{Script=Latin}[ \u00a0]){4,}\p{Script=Latin})(?=$|[\s.,!?])/u

/** A word is not pulled apart with spaces: it is read letter by letter then, and never found. */
export const spacedLetters: Rule = {
  id: 'rule/spaced-letters',
  criteria: ['1.3.2'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes.flatMap((at) => {
      if (at.tag !== '#text' || !at.heard) return []
      const [, text] = spaced.exec(at.text ?? '') ?? []
      const above = page.above(at)
      if (text === undefined || isAlphabet(text)) return []
      if (above.some(({tag}) => /^(pre|code|kbd|samp|math|svg|textarea)$/.test(tag))) return []
      return [{at: above[0], values: {text}}]
    }),
}

/** A row of choices, of vitamins, of grades. */
function isAlphabet(text: string): boolean {
  const letters = text.toLowerCase().split(/\s/)
  return letters.every((letter, index) => index === 0 || letter >= (letters[index - 1] ?? ''))
}
