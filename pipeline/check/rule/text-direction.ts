import type {Rule} from './rule.ts'

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu

/** Text of a script that runs from right to left says so: its marks stand at the wrong end else. */
export const textDirection: Rule = {
  id: 'rule/text-direction',
  criteria: ['1.3.2'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes
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
      .map((at) => ({at})),
}
