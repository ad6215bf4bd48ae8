import {decoded} from '../../model/decoded.ts'
import {isTabStop, type Node, type Page} from './page.ts'
import type {Rule} from './rule.ts'

const repeated = /^(navigation|banner|complementary|contentinfo|search)$/

/** What every page begins with can be skipped: by a heading, a landmark, a link, or folded away. */
export const bypass: Rule = {
  id: 'rule/bypass',
  criteria: ['2.4.1'],
  act: ['cf77f2'],
  severity: 'error',
  ofPage: true,
  judge(page) {
    const {body} = page
    const text = body ? page.words(body) : ''
    if (!body || text.length < 60 || canSkip(page)) return []
    const isRepeated = page.nodes.some(
      (one) => one.heard && repeated.test(one.role) && page.words(one) !== '',
    )
    const links = page.nodes.filter((one) => one.role === 'link' && one.heard)
    return isRepeated || links.length >= 4 ? [{at: body}] : []
  },
}

/** The heading of what repeats leads to nothing else. */
function isOfMenu({name = ''}: Node): boolean {
  return /^((main|site|page) )?(menu|navigation)$|^(주 ?)?메뉴$|^내비게이션$/i.test(name.trim())
}

function canSkip(page: Page): boolean {
  return page.nodes.some((one) => {
    if (!one.heard) return false
    if (one.role === 'main') return true
    const isAside = page.above(one).some(({role}) => repeated.test(role))
    if (one.role === 'heading') return !isAside && !isOfMenu(one)
    // What can be folded, or a link to a place in the page.
    if (one.tag === 'summary' || one.attributes['aria-expanded'] !== undefined) return true
    if (one.role === 'button' && /hide|collapse|close|skip|숨기|접기|닫기/i.test(one.name ?? ''))
      return true
    const href = one.attributes['href'] ?? ''
    return (
      one.role === 'link' &&
      isTabStop(one) &&
      /^#./.test(href) &&
      page.byId(decoded(href.slice(1))) !== undefined
    )
  })
}
