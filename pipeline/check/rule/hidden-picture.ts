import {fileOf} from './alternative-text.ts'
import {drawnWords} from './drawn-words.ts'
import type {Node, Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

/** Smaller pictures are icons and lines. */
const least = 24

/**
 * A picture that is kept from screen readers says nothing that stands nowhere else. Certain where
 * its own words, or the alternative that its author wrote, are not on the page; or where it is a
 * house's logo and the house is not named. What other pictures show, a person has to see.
 */
export const hiddenPicture: Rule = {
  id: 'rule/hidden-picture',
  criteria: ['1.1.1'],
  act: ['e88epe'],
  severity: 'error',
  judge(page) {
    const {body} = page
    const told = bareOf(
      `${body ? page.words(body) : ''} ${page.nodes.map(({heard, name}) => (heard && name) || '').join(' ')}`,
    )
    return page.nodes.flatMap((at) => {
      const lost = isKept(at, page) ? lostWith(at, page) : ''
      const words = bareOf(lost).split(' ').filter(Boolean)
      const missing = words.filter((word) => !told.includes(word))
      // A label or two of a chart whose text stands beside it are no loss.
      return missing.length * 2 > words.length ? [{at, values: {text: lost.trim()}}] : []
    })
  },
}

/** Seen, and not told: hidden, or marked as decoration; not the picture of something with a name. */
function isKept(node: Node, page: Page): boolean {
  const {tag, seen, heard, role, size = 0} = node
  if (!/^(img|svg|canvas)$/.test(tag) || !seen || size < least) return false
  const isDecoration = /^(none|presentation)$/.test(role)
  const isInNamed = page
    .above(node)
    .some(({name, role: above}) => Boolean(name) && /^(button|link|img|image)$/.test(above))
  const isEmpty = tag === 'canvas' && !node.name && page.words(node) === ''
  return (!heard || isDecoration || isEmpty) && !isInNamed
}

/** What a picture says by itself: words drawn in it, its alternative, the house of a logo. */
function lostWith(node: Node, page: Page): string {
  const {tag, attributes} = node
  const drawn = page
    .inside(node)
    .map(({tag: inner, text = ''}) => (inner === '#text' ? text : ''))
    .join(' ')
  if (tag === 'svg') return /\p{L}{3,}|\d.*\s.*\d\d/u.test(drawn) ? drawn : ''
  if (tag === 'canvas') {
    const {words} = drawnWords(node, page)
    return /\p{L}{3,}/u.test(words) ? words : ''
  }
  const alternative = attributes['alt']?.trim() ?? ''
  if (alternative !== '') return alternative
  const file = fileOf(attributes['src'] ?? '').replace(/\.\w+$/, '')
  const [, house = ''] = /^([a-z0-9]{2,})[-_]logo$/i.exec(file) ?? []
  return /^(site|main|header|footer|company|brand|white|black|dark|light|small|large|our)$/i.test(
    house,
  )
    ? ''
    : house
}
