import type {Rule} from './rule.ts'

/** Mathematics' own bold, italic and script letters, and letters in circles and squares. */
const lookalike = /[\u{1D400}-\u{1D7CB}\u24B6-\u24E9\u{1F130}-\u{1F189}]/gu

/**
 * Words are written in letters: signs of mathematics that look like bold or slanted ones are read one by
 * one, or not at all (WCAG's failure F71). A sign or two may be one.
 */
export const drawnLetters: Rule = {
  id: 'rule/drawn-letters',
  criteria: ['1.1.1'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({tag, seen}) => seen && tag !== '#text')
      .filter((at) => !page.above(at).some((one) => isApart(one)) && !isApart(at))
      .filter((at) => {
        const own = page.children(at).map(({text, heard}) => (heard ? (text ?? '') : ''))
        return (own.join('').match(lookalike) ?? []).length >= 6
      })
      .map((at) => ({at})),
}

/** A formula, or a picture with a text of its own. */
function isApart({tag, role}: {readonly tag: string; readonly role: string}): boolean {
  return /^(math|code|pre|svg)$/.test(tag) || role === 'img' || role === 'math'
}
