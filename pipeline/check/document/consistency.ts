import {toString} from 'hast-util-to-string'
import type {DocumentCheck, ParsedPage, Site} from '../check.ts'
import {addressOf} from './address.ts'
import {defect, type Defect} from './defect.ts'
import {attribute, elementsOf, isHidden, type Standing} from './element.ts'

const about = {id: 'document/consistency', criteria: ['3.2.3', '3.2.4']}

/** A menu that pages of one language share, with where its links lead, in their order. */
interface Menu {
  /** What it is named, or the how many-th without a name it is. */
  readonly key: string
  readonly at: Standing
  readonly links: readonly Link[]
}
interface Link {
  readonly address: string
  readonly name: string
  readonly at: Standing
}

/** The same menu has the same order on all pages, and the same link the same name. */
export const consistency: DocumentCheck = {
  ...about,
  judge: (page, site) =>
    menusOn(page, site).flatMap((menu) => {
      const first = firstOf(site, page, menu.key)
      if (!first || first.page === page) return []
      return [...disorder(menu, first), ...otherNames(menu, first)].map(({criterion, ...found}) =>
        defect({...about, criteria: [criterion]}, page, found),
      )
    }),
}

type First = {readonly page: ParsedPage; readonly menu: Menu}

function disorder(menu: Menu, first: First): readonly (Defect & {readonly criterion: string})[] {
  const addresses = new Set(menu.links.map(({address}) => address))
  const before = orderOf(first.menu).filter((address) => addresses.has(address))
  const now = orderOf(menu).filter((address) => before.includes(address))
  const index = now.findIndex((address, at) => address !== before[at])
  const link = menu.links.find(({address}) => address === now[index])
  // Two that change places may stand for something else: the page before and the page after.
  if (now.length < 3 || !link) return []
  return [
    {
      key: `${about.id}/order`,
      values: {name: link.name, other: first.page.rendition.path},
      at: menu.at,
      excerpt: menu.links.map(({name}) => name).join(' · '),
      criterion: '3.2.3',
    },
  ]
}

function orderOf({links}: Menu): readonly string[] {
  return [...new Set(links.map(({address}) => address))]
}

function otherNames(menu: Menu, first: First): readonly (Defect & {readonly criterion: string})[] {
  return menu.links.flatMap((link) => {
    const same = first.menu.links.filter(({address}) => address === link.address)
    const [one] = same
    const isNamedSo = same.some(({name}) => sharesWords(name, link.name))
    // A menu that has this one link in common with the other is another menu.
    const shared = menu.links.filter(({address}) =>
      first.menu.links.some((other) => other.address === address),
    )
    if (!one || isNamedSo || shared.length < 3) return []
    return [
      {
        key: `${about.id}/name`,
        values: {name: link.name, before: one.name, other: first.page.rendition.path},
        at: link.at,
        criterion: '3.2.4',
      },
    ]
  })
}

/** “Home” and “Home (this page)” are one name. */
function sharesWords(one: string, other: string): boolean {
  const words = new Set(wordsIn(one))
  return words.size === 0 || wordsIn(other).some((word) => words.has(word))
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

const firsts = new WeakMap<Site, ReadonlyMap<string, First>>()

/** The menu as the first page of the language has it. */
function firstOf(site: Site, page: ParsedPage, key: string): First | undefined {
  const known = firsts.get(site)
  if (known) return known.get(`${languageOf(page)} ${key}`)
  const found = new Map<string, First>()
  // The shortest path is the front page's.
  const pages = site.pages.toSorted((a, b) => a.rendition.path.length - b.rendition.path.length)
  for (const one of pages) {
    for (const menu of menusOn(one, site)) {
      const name = `${languageOf(one)} ${menu.key}`
      if (!found.has(name) && menu.links.length > 2) found.set(name, {page: one, menu})
    }
  }
  firsts.set(site, found)
  return found.get(`${languageOf(page)} ${key}`)
}

function languageOf({tree}: ParsedPage): string {
  const html = elementsOf(tree).find(({element}) => element.tagName === 'html')
  return html ? (attribute(html.element, 'lang') ?? '') : ''
}

/** Menus outside the content, with their links that have words. */
function menusOn(page: ParsedPage, site: Site): readonly Menu[] {
  const all = elementsOf(page.tree)
  let unnamed = 0
  return all
    .filter((standing) => isMenu(standing) && !isHidden(standing))
    .map((at) => {
      const label = attribute(at.element, 'ariaLabel') ?? attribute(at.element, 'id')
      const key = label ?? String(unnamed++)
      const links = all
        .filter(({element, ancestors}) => element.tagName === 'a' && ancestors.includes(at.element))
        .flatMap((link) => linkOf(link, page, site))
      return {key, at, links}
    })
}

function isMenu({element, ancestors}: Standing): boolean {
  const isNav = element.tagName === 'nav' || attribute(element, 'role') === 'navigation'
  return isNav && !ancestors.some(({tagName}) => /^(main|article|aside|nav)$/.test(tagName))
}

function linkOf(at: Standing, page: ParsedPage, site: Site): readonly Link[] {
  const href = attribute(at.element, 'href')
  const name = (attribute(at.element, 'ariaLabel') ?? toString(at.element))
    .replace(/\s+/g, ' ')
    .trim()
  const base = addressOf(page.rendition, site)
  if (!href || href.startsWith('#') || name === '' || !URL.canParse(href, base)) return []
  const {origin, pathname, search} = new URL(href, base)
  return [{address: `${origin}${pathname}${search}`, name, at}]
}
