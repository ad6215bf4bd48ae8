import type {Brief} from '../model/brief.ts'
import type {Locale} from '../model/locale.ts'
import {listPath} from './addresses.ts'
import {isFallback} from './fallback.ts'
import {perPage} from './per-page.ts'
import type {Site} from './site.ts'

/** The articles of a list, newest first; of all where its path is `''`. */
export function editionsIn(path: string, tag: string, site: Site): readonly Brief[] {
  return path === '' ? site.newestOf(tag) : (site.listingsOf(tag).get(path)?.editions ?? [])
}

/**
 * The languages that tell at least one article of a list themselves. A list that shows nothing but
 * originals is, as each of them, no edition to anybody; a language's front page is always its own.
 */
export function tellers(path: string, site: Site): readonly Locale[] {
  if (path === '') return site.locales
  return site.locales.filter(({tag}) => !editionsIn(path, tag, site).every(isFallback))
}

/** Those whose list has so many pages. */
export function withPage(path: string, number: number, site: Site): readonly Locale[] {
  return tellers(path, site).filter(
    ({tag}) => (number - 1) * perPage < editionsIn(path, tag, site).length,
  )
}

/** The same page in a language that tells the list, or else the first page there. */
export function originalOf(path: string, number: number, site: Site): string | undefined {
  const [given] = withPage(path, number, site)
  if (given !== undefined) return listPath(given.tag, path, number)
  const [teller] = tellers(path, site)
  return teller && listPath(teller.tag, path, 1)
}
