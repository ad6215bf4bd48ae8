import type {Rule} from './rule.ts'

/** A page can be used upright and across: no style turns it by a right angle in one of the two. */
export const orientationLock: Rule = {
  id: 'rule/orientation-lock',
  criteria: ['1.3.4'],
  act: ['b33eff'],
  severity: 'error',
  judge: (page) =>
    page.tree.turned
      .map(({node, orientation}) => ({at: page.nodes[node], values: {orientation}}))
      .filter(({at}) => at?.seen),
}
