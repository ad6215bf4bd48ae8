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
  if (config.parallel !== true || original === undefined) return []
  return editions
    .map(({locale}) => locale)
    .filter((tag) => tag !== original.locale && isFree(`${original.locale}-${tag}`, config))
}

/** The folders of pages that set a translation beside its original in the publication's own language. */
export function parallelFolders(
  config: PublicationConfig,
): readonly {readonly folder: string; readonly tag: string}[] {
  if (config.parallel !== true) return []
  return config.locales
    .map(({tag}) => ({folder: `${config.source}-${tag}`, tag}))
    .filter(({folder, tag}) => tag !== config.source && isFree(folder, config))
}

/** No edition lies in this folder: `zh` and `TW` beside each other are not Chinese of Taiwan. */
function isFree(folder: string, {locales}: PublicationConfig): boolean {
  return locales.every(({tag}) => tag.toLowerCase() !== folder.toLowerCase())
}
