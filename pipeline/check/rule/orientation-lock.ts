import type {Node, Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

/** A page can be used upright and across: no style turns it by a right angle in one of the two. */
export const orientationLock: Rule = {
  id: 'rule/orientation-lock',
  criteria: ['1.3.4'],
  act: ['b33eff'],
  severity: 'error',
  judge: (page) => [...turned(page), ...told(page)],
}

function turned(page: Page): readonly Breach[] {
  return (
    page.tree.turned
      .map(({node, orientation}) => ({at: page.nodes[node], values: {orientation}}))
      // A sign without words, or a line of many, may turn.
      .filter(({at}) => at?.seen && holdsMost(at, page))
  )
}

const asks =
  /\b(turn|rotate|flip|hold) (your|the) (phone|device|tablet|screen|mobile)\b|\b(only|best) (works|viewed|available|supported) in (portrait|landscape)\b|(기기|휴대폰|휴대전화|스마트폰|화면|단말기)(을|를)? ?(세로|가로|돌려|회전|똑바로)/i

/** All that the main content shows is to turn the device. */
function told(page: Page): readonly Breach[] {
  const main = page.nodes.find(({tag, role}) => tag === 'main' || role === 'main') ?? page.body
  if (!main) return []
  const shown = page
    .inside(main)
    .filter(({tag, seen, text}) => tag === '#text' && seen && text?.trim())
  const text = shown
    .map((one) => one.text ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  const isHidden = page
    .inside(main)
    .some(({tag, seen, text: own}) => tag === '#text' && !seen && (own ?? '').trim().length > 20)
  const at = page.above(shown.find((one) => asks.test(one.text ?? '')) ?? main)[0]
  return text.length < 120 && asks.test(text) && isHidden
    ? [{at, variant: 'told', values: {text}}]
    : []
}

/** Whether at least half of the page's words stand in it. */
function holdsMost(node: Node, page: Page): boolean {
  const {body} = page
  const own = page.words(node).length
  return own > 0 && own * 2 >= (body ? page.words(body).length : 0)
}
