import {decoded} from '../../model/decoded.ts'
import type {Rendition} from '../../model/rendition.ts'
import type {Site} from '../check.ts'

/** Where a link leads, seen from the release. */
export type Target =
  | {
      readonly to: 'inside'
      readonly path: string
      readonly fragment: string
      /** The fragment as it is written, which browsers look for first. */
      readonly written: string
    }
  /** On the publication's host, but outside the folder it is published in. */
  | {readonly to: 'beside'}
  | {readonly to: 'elsewhere'; readonly scheme: string}
  | {readonly to: 'nowhere'}

/** The absolute address readers see a page at: a folder's `index.html` goes without its name. */
export function addressOf({path}: Pick<Rendition, 'path'>, {url}: Pick<Site, 'url'>): string {
  // `localhost:8080/a` would be an address of its own.
  return new URL(`./${path.replace(/(^|\/)index\.html$/, '$1')}`, url).href
}

/** Resolves a link as a browser would on that page, and finds the file of the release it means. */
export function targetOf(
  href: string,
  from: Pick<Rendition, 'path'>,
  site: Pick<Site, 'url'>,
): Target {
  const root = new URL(site.url)
  const base = addressOf(from, site)
  if (!URL.canParse(href, base)) return {to: 'nowhere'}
  const url = new URL(href, base)
  if (url.origin !== root.origin) return {to: 'elsewhere', scheme: url.protocol}
  if (!url.pathname.startsWith(root.pathname)) return {to: 'beside'}
  const path = decoded(url.pathname.slice(root.pathname.length))
  const written = url.hash.slice(1).replace(/:~:.*$/, '')
  return {
    to: 'inside',
    path: path === '' || path.endsWith('/') ? `${path}index.html` : path,
    fragment: decoded(written),
    written,
  }
}
