import type {Node, Page} from './page.ts'
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
      // A sign without words, or a line of many, may turn.
      .filter(({at}) => at?.seen && holdsMost(at, page)),
}

/** Whether at least half of the page's words stand in it. */
function holdsMost(node: Node, page: Page): boolean {
  const {body} = page
  const own = page.words(node).length
  return own > 0 && own * 2 >= (body ? page.words(body).length : 0)
}
