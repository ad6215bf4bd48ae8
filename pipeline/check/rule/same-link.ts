import {surroundingsOf, type Node, type Page} from './page.ts'
import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

/** Links of one name lead to one place, where not even their sentence or the heading before tells them apart. */
export const sameLink: Rule = {
  id: 'rule/same-link',
  criteria: ['2.4.4'],
  act: ['fd3a94', 'b20e66'],
  of: /^link$/,
  severity: 'error',
  judge(page) {
    const groups = new Map<string, Node[]>()
    const around = readAround(page)
    let heading = ''
    for (const node of page.nodes) {
      if (node.role === 'heading' && node.heard) heading = node.name ?? ''
      if (node.role !== 'link' || !node.heard || !node.name || !page.address(node)) continue
      if (isItsOwn(node, page)) continue
      const {title = ''} = node.attributes
      const own = [
        node.name.toLowerCase(),
        bareOf(heading),
        bareOf(page.described(node, 'aria-describedby')),
        title === node.name ? '' : bareOf(title),
      ]
      const key = [...own, around(node)].join('\n')
      const group = groups.get(key)
      if (group) group.push(node)
      else groups.set(key, [node])
    }
    return [...groups.values()].flatMap((group) => {
      const [first, ...rest] = group
      return rest
        .filter((node) => first && !isSamePlace(first, node, page))
        .slice(0, 1)
        .map((at) => ({
          at,
          values: {
            name: at.name ?? '',
            other: first?.attributes['href'] ?? '',
            address: at.attributes['href'] ?? '',
          },
        }))
    })
  },
}

/** A number for what stands around a link: one for the same words, and asked once of all in one element. */
function readAround(page: Page): (node: Node) => number {
  const places = new Map<number, number>()
  const texts = new Map<string, number>()
  return (node) => {
    const known = places.get(node.parent)
    if (known !== undefined) return known
    const blocks = surroundingsOf(node, page).map((one) => page.words(one))
    const text = [...blocks, sentenceOf(node, page), landmarkOf(node, page)].map(bareOf).join('\n')
    const number = texts.get(text) ?? texts.size
    texts.set(text, number)
    places.set(node.parent, number)
    return number
  }
}

/** A heading that is a link to itself, so that people can copy its address; and a link to nowhere. */
function isItsOwn(node: Node, page: Page): boolean {
  const {href = ''} = node.attributes
  const ids = [node, ...page.above(node)].map(({attributes}) => attributes['id'])
  return href === '#' || ids.some((id) => id !== undefined && href === `#${id}`)
}

/** The text that runs before and after a link in its own block. */
function sentenceOf(node: Node, page: Page): string {
  const [above] = page.above(node)
  const beside = above === undefined ? [] : page.children(above)
  return beside.flatMap(({text}) => text ?? []).join(' ')
}

/** A language link in "Language of this page" is not the one in "Editions". */
function landmarkOf(node: Node, page: Page): string {
  return page
    .above(node)
    .map((one) => one.attributes['aria-label'] ?? page.described(one, 'aria-labelledby'))
    .join(' ')
}

function isSamePlace(one: Node, other: Node, page: Page): boolean {
  const [a, b] = [page.address(one), page.address(other)].map((url) => placeOf(url))
  if (a === undefined || b === undefined || a === b || isPartOf(a, b) || isPartOf(b, a)) return true
  return page.tree.alike.some((pair) => {
    const found = new Set(pair.split('\n').map((url) => placeOf(new URL(url))))
    return found.has(a) && found.has(b)
  })
}

/** A place within the page that the other link leads to. */
function isPartOf(place: string, whole: string): boolean {
  return place.startsWith(`${whole}#`)
}

/** `index.html` and a slash at the end make no difference, nor does the protocol. */
function placeOf(url: URL | undefined): string | undefined {
  if (url === undefined) return undefined
  const path = url.pathname.replace(/(^|\/)index\.\w+$/, '$1').replace(/\/$/, '')
  return `${url.host}${path}${url.search}${url.hash}`
}
