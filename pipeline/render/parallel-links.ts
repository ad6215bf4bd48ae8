import type {Brief} from '../model/brief.ts'
import type {PublicationConfig} from '../model/publication.ts'
import {parallelPath} from './addresses.ts'
import type {Site} from './site.ts'
import type {ParallelLink} from './view.ts'

/**
 * The ways from an edition to the pages that set it beside another: from a translation to the one
 * with its original, from the original to one for each translation. None where either edition is
 * not given, or the publication has no such pages.
 *
 * @param current the path of the page the links stand on
 */
export function parallelLinks(
  {slug, locale, sourceLocale}: Brief,
  current: string,
  site: Site,
): readonly ParallelLink[] {
  return translationsBeside(slug, site)
    .filter((one) => locale === sourceLocale || locale === one)
    .map((translation) => {
      const path = parallelPath(sourceLocale, translation, slug)
      const other = locale === sourceLocale ? translation : sourceLocale
      return {
        href: site.to.link(path),
        language: site.narratorOf(locale).language(other),
        current: path === current,
      }
    })
}

/** The languages of the translations that have a page beside their original. */
export function translationsBeside(slug: string, site: Site): readonly string[] {
  return site.config.parallel === true ? parallelTags(site.editionsOf(slug), site.config) : []
}

/** The same, told from an article's editions. */
export function parallelTags(
  editions: readonly Brief[],
  config: PublicationConfig,
): readonly string[] {
  const original = editions.find(({locale, sourceLocale}) => locale === sourceLocale)
  const tags = editions.map(({locale}) => locale)
  return original === undefined ? [] : tagsBeside(original.locale, tags, config)
}

/** Those languages whose translations have a page beside an original in the source's. */
export function tagsBeside(
  source: string,
  tags: readonly string[],
  config: PublicationConfig,
): readonly string[] {
  if (config.parallel !== true) return []
  return tags.filter((tag) => tag !== source && isFree(`${source}-${tag}`, config))
}

/** No edition lies in this folder: `zh` and `TW` beside each other are not Chinese of Taiwan. */
function isFree(folder: string, {locales}: PublicationConfig): boolean {
  return locales.every(({tag}) => tag.toLowerCase() !== folder.toLowerCase())
}
