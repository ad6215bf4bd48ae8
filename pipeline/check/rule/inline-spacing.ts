import type {Rule} from './rule.ts'

/** What WCAG lets readers set, in parts of the letters' size, and the ACT rule about it. */
const needed: ReadonlyMap<string, readonly [share: number, act: string]> = new Map([
  ['letter-spacing', [0.12, '24afc2']],
  ['word-spacing', [0.16, '9e45ec']],
  ['line-height', [1.5, '78fd32']],
])

/** Readers can space the text: no style attribute insists on less than they may need. */
export const inlineSpacing: Rule = {
  id: 'rule/inline-spacing',
  criteria: ['1.4.12'],
  act: ['24afc2', '9e45ec', '78fd32'],
  severity: 'error',
  judge: (page) =>
    page.tree.spaced.flatMap(({node, property, least}) => {
      const [share, act] = needed.get(property) ?? [0, '']
      return least < share - 0.001 ? [{at: page.nodes[node], values: {property}, act: [act]}] : []
    }),
}
