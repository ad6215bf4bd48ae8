import {readArticle} from '../ingest/article.ts'
import {slugsOf} from '../ingest/slug.ts'
import type {Article} from '../model/article.ts'
import type {Catalog, CatalogFiles} from '../model/catalog.ts'
import {PipelineError} from '../model/error.ts'
import type {Finding} from '../model/finding.ts'
import type {Publication} from '../model/publication.ts'
import type {Segment} from '../model/segment.ts'
import {syncArticle} from '../translate/sync.ts'

/** A catalog that a verb works on, in step with its article. */
export interface ChosenCatalog {
  readonly article: Article
  readonly segments: readonly Segment[]
  readonly catalog: Catalog
  /** The source's own locale files, where they have to be written along. */
  readonly sourceFiles: readonly CatalogFiles[]
}

/** The catalogs of a publication in step with its articles, and those that are meant. */
export interface SyncedCatalogs {
  readonly chosen: readonly ChosenCatalog[]
  readonly all: readonly Catalog[]
  /** Errors of the chosen articles' files; those files must be left alone, and are not chosen. */
  readonly findings: readonly Finding[]
}

/**
 * Bring all catalogs up to date in memory, and choose: of one article or all, in one target
 * language or all.
 *
 * @throws PipelineError `usage` where there is no such article, or no such target
 */
export function syncedCatalogs(
  {config, articles, catalogs}: Publication,
  slug: string | undefined,
  locale: string | undefined,
): SyncedCatalogs {
  const tags = config.locales.map(({tag}) => tag)
  const tag = locale === undefined ? undefined : tagNamed(locale, tags)
  const slugs = slugsOf(articles)
  if (slug !== undefined && !slugs.includes(slug)) {
    throw new PipelineError(
      'usage',
      `There is no article "${slug}".`,
      `The articles are: ${slugs.join(', ') || 'none yet'}.`,
    )
  }
  const read = articles.map((file) => readArticle(file, config.source))
  const synced = read.flatMap(({article}) => {
    if (article === undefined) return []
    const targets = tags.filter((one) => one !== article.locale)
    return {article, ...syncArticle(article, targets, catalogs)}
  })
  const meant = synced.filter(({article}) => slug === undefined || article.slug === slug)
  const findings = [...read, ...meant].flatMap((one) =>
    one.findings.filter(
      (finding) =>
        finding.severity === 'error' &&
        (slug === undefined || finding.article === slug) &&
        (tag === undefined || finding.locale === undefined || finding.locale === tag),
    ),
  )
  const isBroken = (article: Article, locales: readonly string[]) =>
    findings.some(
      (finding) => finding.article === article.slug && locales.includes(finding.locale ?? ''),
    )
  return {
    all: synced.flatMap((one) => one.catalogs),
    findings,
    chosen: meant.flatMap(({article, segments, catalogs: own, files}) =>
      own
        .filter((catalog) => tag === undefined || catalog.locale === tag)
        .filter((catalog) => !isBroken(article, [article.locale, catalog.locale]))
        .map((catalog) => ({
          article,
          segments,
          catalog,
          sourceFiles: files.filter((one) => one.locale === article.locale),
        })),
    ),
  }
}

function tagNamed(locale: string, tags: readonly string[]): string {
  const found = tags.find((tag) => tag.toLowerCase() === locale.toLowerCase())
  if (found !== undefined) return found
  throw new PipelineError(
    'usage',
    `"${locale}" is not a language of this publication.`,
    `Its languages are: ${tags.join(', ')}.`,
  )
}
