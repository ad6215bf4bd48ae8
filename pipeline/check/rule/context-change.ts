import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

const leaves = /\blocation\b|\.submit\s*\(|window\.open|\bopen\s*\(|history\./
const drops = /\bblur\s*\(/

/** A window opened by what a script does when the page is there, and by nothing in between. */
const opensAtOnce =
  /(?:\bonload\s*=|['"`](?:load|DOMContentLoaded)['"`]\s*,)\s*(?:async\s*)?(?:function\b[^{;]*\{|\(?\w*\)?\s*=>\s*\{?)\s*(?:window\.)?open\s*\(/

/** To come to a page or a control, or to choose in it, opens nothing and sends nothing. */
export const contextChange: Rule = {
  id: 'rule/context-change',
  criteria: ['3.2.1', '3.2.2'],
  act: [],
  severity: 'error',
  judge: (page) => [...popUps(page), ...page.nodes.flatMap((at) => (at.seen ? faults(at) : []))],
}

/** WCAG's failure F52. */
function popUps(page: Page): readonly Breach[] {
  const body = page.nodes.find(({tag}) => tag === 'body')
  const isOpened =
    /^\s*(?:window\.)?open\s*\(/.test(body?.attributes['onload'] ?? '') ||
    page.tree.scripts.some((text) => opensAtOnce.test(text))
  return isOpened ? [{at: body, variant: 'load', criteria: ['3.2.1']}] : []
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
