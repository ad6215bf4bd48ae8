import type {Page} from './page.ts'
import type {Breach, Rule} from './rule.ts'

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu

/**
 * Text of a script that runs from right to left says so, and no other text does: its marks stand at
 * the wrong end else.
 */
export const textDirection: Rule = {
  id: 'rule/text-direction',
  criteria: ['1.3.2'],
  act: [],
  severity: 'error',
  judge: (page) => [...unsaid(page), ...mistaken(page)],
}

function unsaid(page: Page): readonly Breach[] {
  return page.nodes
    .filter(
      ({tag, seen, look}) =>
        seen &&
        look?.direction === 'ltr' &&
        /^(p|li|h[1-6]|td|th|dd|dt|blockquote|div|figcaption)$/.test(tag),
    )
    .filter((at) => {
      const words = page.words(at)
      const letters = words.match(/\p{L}/gu) ?? []
      const turned = words.match(rightToLeft) ?? []
      return turned.length >= 12 && turned.length > letters.length * 0.7
    })
    .map((at) => ({at}))
}

function mistaken(page: Page): readonly Breach[] {
  return page.nodes.flatMap((at): readonly Breach[] => {
    const words = page.words(at)
    const isTurned = at.seen && at.attributes['dir']?.toLowerCase() === 'rtl'
    if (!isTurned || !/\p{L}{2}/u.test(words) || words.match(rightToLeft) !== null) return []
    return [{at, variant: 'left-to-right', severity: 'warning', values: {text: words}}]
  })
}
