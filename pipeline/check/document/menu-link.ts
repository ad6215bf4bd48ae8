import {toString} from 'hast-util-to-string'
import type {ParsedPage} from '../check.ts'
import {addressOf} from './address.ts'
import {attribute, type Standing} from './element.ts'

/** Where a link leads, and its name; nothing where it has none, or stays on its page. */
export function linkOf(
  at: Standing,
  page: ParsedPage,
  url: string,
): readonly (MenuLink & {readonly at: Standing})[] {
  const href = attribute(at.element, 'href')
  const name = (attribute(at.element, 'ariaLabel') ?? toString(at.element))
    .replace(/\s+/g, ' ')
    .trim()
  const base = addressOf(page.rendition, {url})
  if (!href || href.startsWith('#') || name === '' || !URL.canParse(href, base)) return []
  const {origin, pathname, search} = new URL(href, base)
  return [{address: `${origin}${pathname}${search}`, name, at}]
}

export interface MenuLink {
  readonly address: string
  readonly name: string
}
