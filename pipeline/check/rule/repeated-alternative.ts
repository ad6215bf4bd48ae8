import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

/** A picture's alternative does not say again what stands beside it, and is no essay. */
export const repeatedAlternative: Rule = {
  id: 'rule/repeated-alternative',
  criteria: [],
  act: [],
  severity: 'warning',
  judge: (page) =>
    page.nodes.flatMap((at) => {
      const {tag, heard, name = ''} = at
      if (tag !== 'img' || !heard || bareOf(name) === '') return []
      const values = {name}
      if (name.length > 250) return [{at, variant: 'long', values}]
      const isTwice = bareOf(wordsBeside(at, page)) === bareOf(name) || isNextLink(at, page)
      return isTwice ? [{at, values}] : []
    }),
}

/** The other words of its block, link or figure. */
function wordsBeside(at: Node, page: Page): string {
  const block = page.above(at).find(({tag}) => /^(p|li|td|figure|a|button|div)$/.test(tag))
  return block
    ? page
        .inside(block)
        .map(({text, heard}) => (heard ? (text ?? '') : ''))
        .join(' ')
    : ''
}

/** The picture is a link, and its words beside it are the same link again. */
function isNextLink(at: Node, page: Page): boolean {
  const link = page.above(at).find(({role}) => role === 'link')
  const around = link && page.above(link)[0]
  if (!link || !around) return false
  return page
    .children(around)
    .some(
      (one) =>
        one.index !== link.index &&
        one.role === 'link' &&
        one.attributes['href'] === link.attributes['href'] &&
        bareOf(one.name ?? '') === bareOf(link.name ?? ''),
    )
}
