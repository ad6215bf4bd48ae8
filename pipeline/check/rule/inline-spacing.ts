import type {Rule} from './rule.ts'

/** What WCAG lets readers set, in parts of the letters' size. */
const needed: Readonly<Record<string, number>> = {
  'letter-spacing': 0.12,
  'word-spacing': 0.16,
  'line-height': 1.5,
}

/** Readers can space the text: no style attribute insists on less than they may need. */
export const inlineSpacing: Rule = {
  id: 'rule/inline-spacing',
  criteria: ['1.4.12'],
  act: ['24afc2', '9e45ec', '78fd32'],
  severity: 'error',
  judge: (page) =>
    page.tree.spaced
      .filter(({property, least}) => least < (needed[property] ?? 0) - 0.001)
      .map(({node, property}) => ({at: page.nodes[node], values: {property}})),
}
