import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'
import {otherLanguage} from './languages.ts'
import {wordsIn} from './page-language.ts'

const passages = /^(p|li|blockquote|q|td|dd|h[1-6]|figcaption)$/

/** A part that says it is in a language is in it; a passage in another language says so. */
export const partLanguage: Rule = {
  id: 'rule/part-language',
  criteria: ['3.1.2'],
  act: ['off6ek'],
  severity: 'error',
  judge(page) {
    const marked = page.nodes.flatMap((at) => {
      const said = at.attributes['lang']
      if (at.tag === 'html' || at.tag === '#text' || !said) return []
      const found = otherLanguage(wordsIn(at, page), said)
      return found === undefined ? [] : [{at, values: {said, found}}]
    })
    const unmarked = page.nodes
      .filter((at) => passages.test(at.tag) && at.attributes['lang'] === undefined)
      .filter((at) => !page.inside(at).some(({tag}) => /^(p|li|ul|ol|dl|table)$/.test(tag)))
      .map((at) => ({at, text: wordsIn(at, page), said: saidOf(at, page)}))
    const whole = page.root?.attributes['lang'] ?? ''
    const main = page.root && otherLanguage(wordsIn(page.root, page), whole)
    // A page that is in another language as a whole is another rule's, unless a part is not.
    const isWhole =
      main === undefined ||
      unmarked.some(({text}) => otherLanguage(text, main) === whole.split('-')[0])
    return [
      ...marked,
      ...unmarked.flatMap(({at, text, said}) => {
        const found = isWhole && isSentence(text) ? otherLanguage(text, said) : undefined
        return found === undefined ? [] : [{at, variant: 'unmarked', values: {said, found}}]
      }),
    ]
  },
}

function saidOf(node: Node, page: Page): string {
  const above = page.above(node).find(({attributes}) => attributes['lang'] !== undefined)
  return above?.attributes['lang'] ?? ''
}

/** Long, or words enough that are neither names nor code. */
function isSentence(text: string): boolean {
  if (text.length >= 60) return true
  const plain = text.match(/(?<![\p{L}\p{N}_])\p{Ll}[\p{Ll}'’-]*(?![\p{L}\p{N}_])/gu) ?? []
  const letters = text.match(/(?!\p{Script=Latin})\p{L}/gu) ?? []
  return !/[_{}=<>/\\]|::/.test(text) && (plain.length >= 5 || letters.length >= 20)
}
