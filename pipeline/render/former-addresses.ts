import type {Brief} from '../model/brief.ts'
import {articlePath, parallelPath} from './addresses.ts'
import {tagsBeside, translationsBeside} from './parallel-links.ts'
import type {Site} from './site.ts'

/** An address that an edition had before, or the page that sets it beside its original. */
export interface FormerAddress {
  readonly edition: Brief
  /** Without `index.html`, as `to`. */
  readonly path: string
  /** Where it is now. */
  readonly to: string
}

/**
 * Every address that editions had before, but for those at which there is another article now, or
 * which another article had before it.
 */
export function formerAddresses(site: Site): readonly FormerAddress[] {
  const {editions} = site
  const taken = new Set(editions.map(articlePath))
  return editions.flatMap((edition) => {
    const {locale, sourceLocale} = edition
    const isBeside = translationsBeside(edition.slug, site).includes(locale)
    return edition.facts.formerly.flatMap((slug): readonly FormerAddress[] => {
      const path = articlePath({locale, slug})
      if (taken.has(path)) return []
      taken.add(path)
      const beside = (name: string) => parallelPath(sourceLocale, locale, name)
      return [
        {edition, path, to: articlePath(edition)},
        ...(isBeside ? [{edition, path: beside(slug), to: beside(edition.slug)}] : []),
      ]
    })
  })
}

/** An address at which there is nothing any more. */
export interface GoneAddress {
  /** Without `index.html`. */
  readonly path: string
  /** The language that it was in; `undefined` where there is nothing to read in it any more. */
  readonly tag: string | undefined
}

/** Every address that articles which were withdrawn may have had, in all languages of the publication. */
export function goneAddresses({withdrawn, config, locales}: Site): readonly GoneAddress[] {
  const readable = new Set(locales.map(({tag}) => tag))
  const tags = config.locales.map(({tag}) => tag)
  const at = (tag: string, path: string) => ({path, tag: readable.has(tag) ? tag : undefined})
  return withdrawn.flatMap((slug) => [
    ...tags.map((tag) => at(tag, articlePath({locale: tag, slug}))),
    ...tagsBeside(config.source, tags, config).map((tag) =>
      at(tag, parallelPath(config.source, tag, slug)),
    ),
  ])
}
