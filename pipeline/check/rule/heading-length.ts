import type {Rule} from './rule.ts'

/** A heading is no paragraph. */
export const headingLength: Rule = {
  id: 'rule/heading-length',
  criteria: ['1.3.1'],
  act: [],
  of: /^heading$/,
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({role, heard}) => role === 'heading' && heard)
      .flatMap((at) => {
        const text = page.words(at)
        // A sentence behind a sentence is running text.
        const isProse = text.length > 200 && /[.!?。] \p{Lu}|다\. /u.test(text)
        // A long one of several parts may be a motto; no question is any of these.
        const isSentence = text.length > 150 && text.includes(',') && /[.!。]$/u.test(text)
        // Paragraphs come to stand in a heading that was never closed.
        const isOpen =
          text.length > 60 && page.inside(at).some(({tag}) => /^(p|ul|ol|table)$/.test(tag))
        if (isProse || isOpen) return [{at, values: {length: text.length}}]
        return isSentence || text.length > 250
          ? [{at, severity: 'warning' as const, values: {length: text.length}}]
          : []
      }),
}
