import type {Rule} from './rule.ts'
import {otherLanguage} from './languages.ts'
import {wordsIn} from './page-language.ts'

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
    const whole = page.root?.attributes['lang'] ?? ''
    const isWhole = page.root && otherLanguage(wordsIn(page.root, page), whole) === undefined
    const unmarked = page.nodes.flatMap((at) => {
      if (!isWhole || !/^(p|li|blockquote|q|td|dd|h[1-6]|figcaption)$/.test(at.tag)) return []
      if (at.attributes['lang'] !== undefined) return []
      const above = page.above(at).find(({attributes}) => attributes['lang'] !== undefined)
      const said = above?.attributes['lang'] ?? ''
      const text = wordsIn(at, page)
      if (text.length < 60 || page.inside(at).some(({tag}) => /^(p|li|ul|ol|dl|table)$/.test(tag)))
        return []
      const found = otherLanguage(text, said)
      return found === undefined ? [] : [{at, variant: 'unmarked', values: {said, found}}]
    })
    return [...marked, ...unmarked]
  },
}
