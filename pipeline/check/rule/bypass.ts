import {decoded} from '../../model/decoded.ts'
import {isKorean, isTabStop, type Node, type Page} from './page.ts'
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
    if (!body || weightOf(text) < 60) return []
    if (canSkip(page))
      return lacksLink(page) ? [{at: body, variant: 'link', severity: 'warning'}] : []
    const part = page.nodes.find(
      (one) => one.heard && repeated.test(one.role) && page.words(one) !== '',
    )
    const links = page.nodes.filter((one) => one.role === 'link' && one.heard)
    const first = [part, links.length >= 4 ? links[0] : undefined].filter(
      (one) => one !== undefined,
    )
    return first.some((one) => isFollowed(one, page)) ? [{at: body}] : []
  },
}

/** Whether text comes after what repeats, so that there is something to reach past it. */
function isFollowed(first: Node, page: Page): boolean {
  const own = page.nodes.filter(
    (one) =>
      one.heard &&
      one.index > first.index &&
      ![one, ...page.above(one)].some(({role}) => role === 'link' || repeated.test(role)),
  )
  return weightOf(own.map(({text = ''}) => text.trim()).join(' ')) >= 20
}

/** A syllable of Korean says as much as two letters. */
function weightOf(text: string): number {
  return text.length + (text.match(/\p{Script=Hangul}/gu)?.length ?? 0)
}

/**
 * Korea's guidelines (KWCAG 6.4.1) ask for a link in front of everything that repeats, where those of
 * the W3C are content with headings and landmarks.
 */
function lacksLink(page: Page): boolean {
  const {nodes} = page
  const stops = nodes.filter((one) => isTabStop(one) && one.heard)
  const main = nodes.find(({role}) => role === 'main')
  if (!isKorean(page) || !main) return false
  const before = stops.filter(({index}) => index < main.index)
  return (
    before.length >= 4 &&
    !before
      .slice(0, 4)
      .some(({role, attributes}) => role === 'link' && /^#./.test(attributes['href'] ?? ''))
  )
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
