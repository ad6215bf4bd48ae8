import type {Edition} from '../model/edition.ts'
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

export function addresses(config: PublicationConfig): Addresses {
  const base = new URL(config.url).pathname
  return {
    base,
    link: (path) => base + encodeURI(path),
    absolute: (path) => new URL(encodeURI(path), config.url).href,
  }
}

/** Path of a language's front page, without `index.html`. */
export function frontPath(tag: string): string {
  return `${tag}/`
}

/** Path of an edition's page, without `index.html`. */
export function articlePath({locale, slug}: Pick<Edition, 'locale' | 'slug'>): string {
  return `${locale}/${slug}/`
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
