import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'

/** Text of some length is set so that it can be read. No criterion of A or AA asks for it. */
export const textStyle: Rule = {
  id: 'rule/text-style',
  criteria: [],
  act: [],
  severity: 'warning',
  judge: (page) =>
    page.nodes
      .filter(({seen, look}) => seen && look)
      .flatMap((at) => {
        const own = ownWords(at, page)
        const variants = [
          ...(isCapitals(at, own) ? ['capitals'] : []),
          ...(at.look?.justified && own.length > 120 ? ['justified'] : []),
          ...((at.look?.size ?? 16) < 9 && own.length > 40 ? ['small'] : []),
          ...(at.look?.italic && own.length > 150 ? ['italic'] : []),
          ...(isUnderlined(at, page) ? ['underlined'] : []),
        ]
        return variants.map((variant) => ({at, variant}))
      }),
}

function ownWords(node: Node, page: Page): string {
  return page
    .children(node)
    .map(({text}) => text ?? '')
    .join('')
    .trim()
}

function isCapitals({look, tag}: Node, own: string): boolean {
  const letters = own.match(/\p{L}/gu) ?? []
  const cased = letters.filter((letter) => letter.toLowerCase() !== letter.toUpperCase())
  if (/^(code|kbd|samp|pre|abbr)$/.test(tag) || own.split(/\s+/).length < 6 || cased.length < 30) {
    return false
  }
  return look?.capitals === true || cased.every((letter) => letter === letter.toUpperCase())
}

/** A line under words is taken for a link. */
function isUnderlined(at: Node, page: Page): boolean {
  if (at.tag !== 'u' && !at.look?.underlined) return false
  return (
    !at.focusable &&
    ![at, ...page.above(at)].some(({tag}) => /^(a|ins|abbr|button|summary|label)$/.test(tag))
  )
}
