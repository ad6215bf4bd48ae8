import type {Brief} from '../model/brief.ts'
import type {Locale} from '../model/locale.ts'
import type {PublicationConfig} from '../model/publication.ts'
import type {LanguageLink} from './view.ts'

/** Where everything lies: paths in the release, links inside the site, and absolute addresses. */
export interface Addresses {
  /** The site's path on its host, with a slash at both ends. */
  readonly base: string
  /** Link to a path of the release, without its `index.html`. */
  readonly link: (path: string) => string
  readonly absolute: (path: string) => string
}

/** The addresses of a publication’s files, by its own URL. */
export function addresses(config: PublicationConfig): Addresses {
  const base = new URL(config.url).pathname
  const folder = new URL('.', config.url).href
  return {
    base,
    link: (path) => base + encodeURI(path),
    absolute: (path) =>
      plain.test(path) ? folder + path : new URL(encodeURI(path), config.url).href,
  }
}

/** Paths in which there is nothing to be escaped or resolved. */
const plain = /^\w[\w/-]*(?:\.\w+)*$/

/** Path of a language's front page, without `index.html`. */
export function frontPath(tag: string): string {
  return `${tag}/`
}

/** Path of what a language's readers are told of its accessibility, without `index.html`. */
export function statementPath(tag: string): string {
  return `${tag}/accessibility/`
}

/** Path of the page that shows every component in one language, without `index.html`. */
export function showcasePath(tag: string): string {
  return `${tag}/showcase/`
}

/** Path of an edition's page, without `index.html`. */
export function articlePath({locale, slug}: Pick<Brief, 'locale' | 'slug'>): string {
  return `${locale}/${slug}/`
}

/** Path of the page that sets a translation beside its original, without `index.html`. */
export function parallelPath(source: string, translation: string, slug: string): string {
  return `${source}-${translation}/${slug}/`
}

/** Path of a language's search page, and of the index beside it. */
export function searchPath(tag: string): string {
  return `${tag}/search/`
}

/** Path of a page of a list, without `index.html`; the first has no number. */
export function listPath(tag: string, list: string, number: number): string {
  return `${tag}/${list === '' ? '' : `${list}/`}${number === 1 ? '' : `page/${number}/`}`
}

/** Paths of the feeds of a list; of all articles where the list is `''`. */
export function feedPaths(
  tag: string,
  list: string,
): {readonly atom: string; readonly rss: string; readonly json: string} {
  const folder = listPath(tag, list, 1)
  return {atom: `${folder}feed.atom`, rss: `${folder}feed.rss`, json: `${folder}feed.json`}
}

/** A link to what `path` names in each of the languages. */
export function languageLinks(
  locales: readonly Locale[],
  current: string | undefined,
  to: Addresses,
  path: (tag: string) => string,
): readonly LanguageLink[] {
  return locales.map(({tag, direction, autonym}) => ({
    tag,
    direction,
    autonym,
    href: to.link(path(tag)),
    current: tag === current,
  }))
}
