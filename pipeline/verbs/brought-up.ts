import {readArticle} from '../ingest/article.ts'
import {slugsOf} from '../ingest/slug.ts'
import type {Catalog} from '../model/catalog.ts'
import {PipelineError} from '../model/error.ts'
import type {Publication} from '../model/publication.ts'
import {syncArticle, type Synced} from '../translate/sync.ts'

/** A publication's translations as a sync would bring them up to date, article by article. */
export function broughtUp({config, articles, catalogs}: Publication): readonly Synced[] {
  return articles.flatMap((file) => {
    const {article} = readArticle(file, config.source)
    if (article === undefined) return []
    const targets = config.locales.map(({tag}) => tag).filter((tag) => tag !== article.locale)
    return [syncArticle(article, targets, catalogs)]
  })
}

/**
 * Whether a catalog is among those named by the words of a verb; all are where none is.
 *
 * @throws PipelineError `usage` where there is no such article or language
 */
export function named(
  {config, articles}: Publication,
  slugs: readonly string[],
  locale: string | undefined,
): (catalog: Catalog) => boolean {
  const known = slugsOf(articles)
  const strange = slugs.find((slug) => !known.includes(slug))
  if (strange !== undefined)
    throw new PipelineError(
      'usage',
      `There is no article "${strange}".`,
      `The articles are: ${known.join(', ') || 'none yet'}.`,
    )
  const tags = config.locales.map(({tag}) => tag)
  if (locale !== undefined && !tags.includes(locale))
    throw new PipelineError(
      'usage',
      `This publication has no language "${locale}".`,
      `Its languages are: ${tags.join(', ')}.`,
    )
  return (catalog) =>
    (slugs.length === 0 || slugs.includes(catalog.slug)) &&
    (locale ?? catalog.locale) === catalog.locale
}
