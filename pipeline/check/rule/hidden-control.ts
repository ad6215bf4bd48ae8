import {isTabStop, type Node} from './page.ts'
import type {Rule} from './rule.ts'

/** What is hidden from screen readers cannot have the focus. */
export const hiddenControl: Rule = {
  id: 'rule/hidden-control',
  criteria: ['4.1.2'],
  act: ['6cfa84'],
  severity: 'error',
  judge: (page) =>
    page.nodes
      .filter(({attributes}) => attributes['aria-hidden'] === 'true')
      .filter((at) => !page.above(at).some(({attributes}) => attributes['aria-hidden'] === 'true'))
      .filter((at) => [at, ...page.inside(at)].some((one) => isStop(one)))
      .map((at) => ({at})),
}

/**
 * One that passes the focus on at once is a guard, and no place to be in. Of a dot that nobody sees,
 * `browser/focus-obscured` says where the focus does come to rest in it.
 */
function isStop(node: Node): boolean {
  const {tag, attributes, dot, shows} = node
  if (/\bfocus\(/.test(attributes['onfocus'] ?? '')) return false
  if (dot) return false
  if (tag === 'iframe') return (shows?.stops ?? 0) > 0 && !(Number(attributes['tabindex']) < 0)
  return isTabStop(node)
}
