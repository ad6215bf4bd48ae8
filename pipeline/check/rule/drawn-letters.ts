import type {Rule} from './rule.ts'

/** Mathematics' own bold, italic and script letters, and letters in circles and squares. */
const sign = '[\\u{1D400}-\\u{1D7CB}\\u24B6-\\u24E9\\u{1F130}-\\u{1F189}]'
/** A long word of them, or two that are no names of variables. */
const words = new RegExp(`${sign}{6,}|${sign}{3,}\\s+${sign}{3,}`, 'u')

/**
 * Words are written in letters: signs of mathematics that look like bold or slanted ones are read one by
 * one, or not at all (WCAG's failure F71). One for itself may be a variable, or the mark of an item.
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
        return words.test(own.join(''))
      })
      .map((at) => ({at})),
}

/** A formula, or a picture with a text of its own. */
function isApart({tag, role}: {readonly tag: string; readonly role: string}): boolean {
  return /^(math|code|pre|svg)$/.test(tag) || role === 'img' || role === 'math'
}
