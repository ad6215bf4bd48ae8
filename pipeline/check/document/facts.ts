import {toString} from 'hast-util-to-string'
import type {ParsedPage} from '../check.ts'
import {attribute, elementsOf, isHidden, type Standing} from './element.ts'
import {helpOn, type Help} from './help.ts'
import {linkOf, type MenuLink} from './menu-link.ts'

/** What other pages ask of a page: plain, and kept when its tree is not. */
export interface Facts {
  /** The text of its title element. */
  readonly title?: string | undefined
  /** What a fragment can lead to: ids, and the names that places have on old pages. */
  readonly ids: readonly string[]
  /** The language it says it is in, or `''`. */
  readonly language: string
  /** The words of its main heading; empty where there is none. */
  readonly heading: string
  /** The address that it says its words are to be found at. */
  readonly canonical?: string | undefined
  /** It leads on to another page by itself. */
  readonly leadsOn: boolean
  /** Two pages of which this is the same have the same words. */
  readonly likeness: string
  /** Addresses of its other languages. */
  readonly alternates: readonly string[]
  readonly menus: readonly Pick<Menu, 'name' | 'links'>[]
  /** Ways to get help around its content, in reading order. */
  readonly help: readonly Help[]
}

/** A menu that pages of one language share, with where its links lead, in their order. */
export interface Menu<At = unknown> {
  /** What it is named, or the how many-th without a name it is. */
  readonly name: string
  readonly at: At
  readonly links: readonly MenuLink[]
}

export function readFacts(page: ParsedPage, url: string): Facts {
  const all = elementsOf(page.tree)
  const title = titleIn(all)
  const heading = headingIn(all)
  const canonical = all.find(({element}) => attribute(element, 'rel') === 'canonical')
  return {
    title: title && textOfTitle(title),
    ids: [
      ...new Set(
        all.flatMap(({element}) => {
          const names = ['id', ...(element.tagName === 'a' ? ['name'] : [])]
          return names.flatMap((name) => attribute(element, name) ?? [])
        }),
      ),
    ],
    language: languageOf(page),
    heading: heading ? textOfTitle(heading) : '',
    canonical: canonical && attribute(canonical.element, 'href'),
    leadsOn: all.some(({element}) => attribute(element, 'httpEquiv')?.toLowerCase() === 'refresh'),
    likeness: likenessOf(all),
    alternates: alternatesIn(page).map(({href}) => href),
    help: helpOn(page, url).map(({address, name, where}) => ({address, name, where})),
    menus: menusOn(page, url).map(({name, links}) => ({
      name,
      links: links.map((link) => ({address: link.address, name: link.name})),
    })),
  }
}

/** The language that a page says it is in, or `''`. */
export function languageOf({tree}: ParsedPage): string {
  const html = elementsOf(tree).find(({element}) => element.tagName === 'html')
  return html ? (attribute(html.element, 'lang') ?? '') : ''
}

/** The page's title element; a drawing's is not one. */
export function titleIn(all: readonly Standing[]): Standing | undefined {
  return all.find(
    ({element, ancestors}) =>
      element.tagName === 'title' && ancestors.every((node) => node.tagName !== 'svg'),
  )
}

/** The first heading of level 1 of the content, or else of the page: above it stands the site's name. */
export function headingIn(all: readonly Standing[]): Standing | undefined {
  const headings = all.filter((one) => one.element.tagName === 'h1' && !isHidden(one))
  const inContent = headings.find(({ancestors}) =>
    ancestors.some(({tagName}) => tagName === 'main'),
  )
  return inContent ?? headings[0]
}

/** How long the words of its content are, and some from their middle. */
function likenessOf(all: readonly Standing[]): string {
  const content =
    all.find(({element}) => element.tagName === 'main') ??
    all.find(({element}) => element.tagName === 'body')
  const text = content ? toString(content.element).replace(/\s+/g, ' ') : ''
  const middle = Math.floor(text.length / 2)
  return `${text.length} ${text.slice(Math.max(0, middle - 100), middle + 100)}`
}

export function textOfTitle({element}: Standing): string {
  return toString(element).replace(/\s+/g, ' ').trim()
}

export interface Alternate {
  readonly hreflang: string
  readonly href: string
  readonly at: Standing
}

/** The page's other languages, as its head names them. */
export function alternatesIn({tree}: ParsedPage): readonly Alternate[] {
  return headLinks(tree, 'alternate').flatMap((at) => {
    const hreflang = attribute(at.element, 'hrefLang')
    const isFeed = attribute(at.element, 'type') !== undefined
    if (hreflang === undefined || isFeed) return []
    return [{hreflang, href: attribute(at.element, 'href') ?? '', at}]
  })
}

export function headLinks(tree: ParsedPage['tree'], rel: string): readonly Standing[] {
  return elementsOf(tree).filter(
    ({element}) =>
      element.tagName === 'link' && (attribute(element, 'rel') ?? '').split(' ').includes(rel),
  )
}

interface StandingMenu extends Menu<Standing> {
  readonly links: readonly (MenuLink & {readonly at: Standing})[]
}

/** Menus outside the content, with their links that have words. */
export function menusOn(page: ParsedPage, url: string): readonly StandingMenu[] {
  const all = elementsOf(page.tree)
  let unnamed = 0
  return all
    .filter((standing) => isMenu(standing) && !isHidden(standing))
    .map((at) => {
      const label = attribute(at.element, 'ariaLabel') ?? attribute(at.element, 'id')
      const name = label ?? String(unnamed++)
      const links = all
        .filter(({element, ancestors}) => element.tagName === 'a' && ancestors.includes(at.element))
        .flatMap((link) => linkOf(link, page, url))
      return {name, at, links}
    })
}

function isMenu({element, ancestors}: Standing): boolean {
  const isNav = element.tagName === 'nav' || attribute(element, 'role') === 'navigation'
  return isNav && !ancestors.some(({tagName}) => /^(main|article|aside|nav)$/.test(tagName))
}
