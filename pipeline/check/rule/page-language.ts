import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'
import {otherLanguage} from './languages.ts'

const wordless = /^(code|kbd|pre|samp|var|math|svg|script|style|textarea|option)$/

/** The page is in the language it says it is in: that of most of its words. */
export const pageLanguage: Rule = {
  id: 'rule/page-language',
  criteria: ['3.1.1'],
  act: ['ucwvc8'],
  severity: 'error',
  ofPage: true,
  judge(page) {
    const {root} = page
    const said = root?.attributes['lang'] ?? root?.attributes['xml:lang'] ?? ''
    if (!root || said === '') return []
    const text = wordsIn(root, page)
    const found = otherLanguage(text, said)
    return found === undefined ? [] : [{at: root, values: {said, found}}]
  },
}

/** The words that are in the language of this element, alternatives and the title among them. */
export function wordsIn(node: Node, page: Page): string {
  const isForeign = (one: Node) =>
    one.index !== node.index &&
    (one.attributes['lang'] !== undefined ||
      one.attributes['translate'] === 'no' ||
      wordless.test(one.tag))
  const gather = (one: Node): string => {
    if (isForeign(one)) return ''
    const own =
      one.tag === '#text' && one.heard
        ? (one.text ?? '')
        : one.tag === 'img'
          ? (one.name ?? '')
          : ''
    return [own, ...page.children(one).map((child) => gather(child))].join(' ')
  }
  const title = node.tag === 'html' ? page.tree.title : ''
  return `${title}. ${gather(node)}`.replace(/\s+/g, ' ').trim()
}
