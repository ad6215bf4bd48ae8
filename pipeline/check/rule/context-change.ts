import type {Node} from './page.ts'
import type {Rule} from './rule.ts'

const leaves = /\blocation\b|\.submit\s*\(|window\.open|\bopen\s*\(|history\./
const drops = /\bblur\s*\(/

/** To come to a control, or to choose in it, opens nothing and sends nothing. */
export const contextChange: Rule = {
  id: 'rule/context-change',
  criteria: ['3.2.1', '3.2.2'],
  act: [],
  severity: 'error',
  judge: (page) => page.nodes.flatMap((at) => (at.seen ? faults(at) : [])),
}

function faults(at: Node) {
  const {onchange = '', onfocus = ''} = at.attributes
  const isChoice =
    at.tag === 'select' ||
    (at.tag === 'input' && /^(radio|checkbox|text|)$/.test(at.attributes['type'] ?? ''))
  return [
    ...(isChoice && leaves.test(onchange) ? [{at, variant: 'choice', criteria: ['3.2.2']}] : []),
    ...(leaves.test(onfocus) ? [{at, variant: 'focus', criteria: ['3.2.1']}] : []),
    ...(drops.test(onfocus) ? [{at, variant: 'dropped', criteria: ['3.2.1']}] : []),
  ]
}
