import type {Node} from './page.ts'
import type {Rule} from './rule.ts'

const bullet = /^\s*(?:[-–*•·∙▪■□●○◦※►▶➤➔→☞★☆✓✔☑✅✗✘]|\(?\d{1,2}[.)]|[①-⑳])\s*\p{L}/u

/** What looks like a list is one: lines that begin with a dash or a dot only look so. */
export const fakeList: Rule = {
  id: 'rule/fake-list',
  criteria: ['1.3.1'],
  act: [],
  severity: 'error',
  judge(page) {
    const broken = page.nodes.filter((node) => {
      const children = page.children(node)
      const lines = children.filter(
        ({text, seen}) => text !== undefined && seen && bullet.test(text),
      )
      return lines.length >= 3 && children.some(({tag}) => tag === 'br') && node.tag !== 'pre'
    })
    const rows = page.nodes.filter((node) =>
      runs(
        page.children(node).filter((one) => one.tag !== '#text' || one.text?.trim()),
        (one) => page.words(one),
      ),
    )
    return [...new Set([...broken, ...rows])].map((at) => ({at}))
  },
}

/** Three paragraphs in a row that begin so. */
function runs(nodes: readonly Node[], words: (node: Node) => string): boolean {
  let count = 0
  for (const node of nodes) {
    count = /^(p|div|span)$/.test(node.tag) && node.seen && bullet.test(words(node)) ? count + 1 : 0
    if (count >= 3) return true
  }
  return false
}
