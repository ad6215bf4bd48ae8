import {isTabStop} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

const plain = /^(p|span|div|li|td|strong|em|b|i|h[1-6]|dt|dd)$/

/** A sign that says nothing but that there is help. */
const isMark = /^[?？!iⓘℹ❓❔]\uFE0F?$/iu

/** A tooltip says more than the words it belongs to, and not to the pointer alone. */
export const titleAttribute: Rule = {
  id: 'rule/title-attribute',
  criteria: [],
  act: [],
  severity: 'warning',
  judge: (page) =>
    page.nodes.flatMap((at) => {
      const title = bareOf(at.attributes['title'] ?? '')
      if (title === '' || !at.seen) return []
      const words = bareOf(page.words(at))
      const values = {text: at.attributes['title'] ?? ''}
      if (title === words && words !== '') return [{at, variant: 'same', values}]
      const isShown = words.includes(title) || at.focusable || page.above(at).some(isTabStop)
      if (!plain.test(at.tag) || isShown) return []
      return isMark.test(page.words(at)) && title.includes(' ')
        ? [{at, variant: 'pointer', severity: 'error', criteria: ['2.1.1'], values}]
        : [{at, variant: 'pointer', values}]
    }),
}
