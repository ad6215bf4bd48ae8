import {articleReader, type Reader, type Shelf, type Summary} from './article-reader.ts'
import {betweenEvents} from './between-events.ts'
import type {Scheduled} from './ingest/schedule.ts'
import {slugsOf} from './ingest/slug.ts'
import type {Article} from './model/article.ts'
import type {Filed} from './model/brief.ts'
import type {CatalogFiles} from './model/catalog.ts'
import type {Edition} from './model/edition.ts'
import type {Finding} from './model/finding.ts'
import {grouped} from './model/grouped.ts'
import type {Memory} from './model/memory.ts'
import type {Publication} from './model/publication.ts'
import {atOnce, type Steps} from './model/steps.ts'
import {withKnownAuthors} from './render/known-authors.ts'
import {sheafOf} from './render/sheaves.ts'
import {leftBehind} from './translate/own-files.ts'
import type {Synced} from './translate/sync.ts'

/** An article and its translations, on file: read and put together only where that is not known already. */
export interface FiledArticle extends Scheduled {
  readonly locale: string
  readonly editions: readonly Filed[]
  /** Locale files that are to be brought up to date. */
  readonly files: readonly CatalogFiles[]
  readonly synced: () => Synced & {readonly article: Article}
  /** All that it was made of. */
  readonly from: unknown
}

/** An article's file, read: the article, unless it cannot be one, and what was found. */
export interface Filing {
  readonly article: FiledArticle | undefined
  readonly findings: readonly Finding[]
}

/** What is done with an article while it is in memory, since it had to be put together. */
export type Meanwhile = (article: FiledArticle) => void

/**
 * Put every article of a publication on file, in its order. They are asked for by sheaves: where one
 * has changed, the few of its sheaf are looked up one by one.
 */
export function fileArticles(
  publication: Publication,
  memory: Memory,
  meanwhile: Meanwhile,
): Promise<readonly Filing[]> {
  return betweenEvents(filings(publication, memory, meanwhile))
}

/** The same at once, with nothing between. */
export function fileArticlesAtOnce(publication: Publication, memory: Memory): readonly Filing[] {
  return atOnce(filings(publication, memory, () => {}))
}

/** Stops after each sheaf. */
function* filings(
  {articles, catalogs, config}: Publication,
  memory: Memory,
  meanwhile: Meanwhile,
): Steps<readonly Filing[]> {
  const stored = grouped(catalogs, ({slug}) => slug)
  const shelf: Shelf = []
  // What was renamed goes on with what its former name had.
  const slugs = slugsOf(articles)
  const rest = leftBehind(catalogs, slugs)
  const {source, locales, policy} = config
  const settings = memory.name({source, locales, state: policy.state})
  const by = {config, settings, memory, shelf}
  const readers = articles.map((file, index) => {
    const slug = slugs[index] ?? ''
    return {slug, ...articleReader(file, [...(stored.get(slug) ?? []), ...rest], by)}
  })
  const made = new Map<Reader, Filing>()
  for (const sheaf of grouped(readers, ({slug}) => sheafOf(slug)).values()) {
    const froms = sheaf.map(({from}) => from)
    const summaries = memory.recall('articles', froms, () =>
      sheaf.map((one) => {
        const summary = one.summary()
        const {article} = filing(one, summary, memory)
        if (article !== undefined && one.isInMemory()) meanwhile(article)
        return summary
      }),
    )
    sheaf.forEach((one, index) => {
      const summary = summaries[index]
      if (summary !== undefined) made.set(one, filing(one, summary, memory))
    })
    yield
  }
  const filed = readers.flatMap((one) => made.get(one) ?? [])
  const named = withKnownAuthors(
    filed.flatMap(({article}) => article ?? []),
    source,
  )
  const byFile = new Map(named.map((article) => [article.file, article]))
  return filed.map(({article, findings}) => ({
    article: article && byFile.get(article.file),
    findings,
  }))
}

function filing({path, from, made}: Reader, summary: Summary, memory: Memory): Filing {
  const {article, briefs, names, files, findings} = summary
  if (article === undefined) return {article, findings}
  briefs.forEach((brief, index) => {
    const name = names[index]
    if (name !== undefined) memory.named(brief, name)
  })
  const editions = briefs.map((brief, index) => ({
    brief,
    from: [from, brief.locale],
    edition: () => editionAt(made().editions, index),
  }))
  const synced = () => {
    const {article: read, synced: whole} = made()
    if (read === undefined || whole === undefined) throw new Error(`${path} is no article`)
    return {article: read, ...whole}
  }
  return {findings, article: {...article, from, files, synced, editions}}
}

function editionAt(editions: readonly Edition[], index: number): Edition {
  const edition = editions[index]
  if (edition === undefined) throw new Error('an edition was lost')
  return edition
}
