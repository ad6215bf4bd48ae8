import {readArticle} from './ingest/article.ts'
import type {Scheduled} from './ingest/schedule.ts'
import {slugsOf} from './ingest/slug.ts'
import type {Article} from './model/article.ts'
import type {Filed} from './model/brief.ts'
import type {CatalogFiles} from './model/catalog.ts'
import type {Edition} from './model/edition.ts'
import type {Finding} from './model/finding.ts'
import {grouped} from './model/grouped.ts'
import type {Memory} from './model/memory.ts'
import type {Publication, PublicationConfig, TextFile} from './model/publication.ts'
import {briefOf} from './render/brief.ts'
import {assemble} from './translate/assemble.ts'
import {leftBehind} from './translate/own-files.ts'
import {syncArticle, type Synced} from './translate/sync.ts'

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

/** Put every article of a publication on file, in its order. */
export function fileArticles(
  {articles, catalogs, config}: Publication,
  memory: Memory,
  meanwhile: Meanwhile,
): readonly Filing[] {
  const stored = grouped(catalogs, ({slug}) => slug)
  const shelf: Shelf = []
  // What was renamed goes on with what its former name had.
  const slugs = slugsOf(articles)
  const rest = leftBehind(catalogs, slugs)
  return articles.map((file, index) =>
    fileArticle(file, [...(stored.get(slugs[index] ?? '') ?? []), ...rest], {
      config,
      memory,
      shelf,
      meanwhile,
    }),
  )
}

/** What lets go of the articles that are in memory, the last one asked for at the end. */
type Shelf = (() => void)[]

/** Both editions of an article are often asked for in turn, and articles one after the other. */
const held = 4

/** @param stored the article's own locale files, and those of no article */
function fileArticle(
  file: TextFile,
  stored: readonly CatalogFiles[],
  by: {
    readonly config: PublicationConfig
    readonly memory: Memory
    readonly shelf: Shelf
    readonly meanwhile: Meanwhile
  },
): Filing {
  const {config, memory, shelf} = by
  const {source, locales, policy} = config
  const {state} = policy
  const from = {file, stored, source, locales, state}
  let whole: ReturnType<typeof make> | undefined
  const made = () => {
    if (whole !== undefined) return whole
    whole = make(file, stored, config)
    shelf.push(() => (whole = undefined))
    if (shelf.length > held) shelf.shift()?.()
    return whole
  }
  const {article, briefs, names, ...known} = memory.recall('article', from, () => {
    const {article: read, synced, editions, findings} = made()
    const own = editions.map(briefOf)
    return {
      findings,
      article: read && scheduled(read),
      files: synced?.files ?? [],
      briefs: own,
      names: own.map((brief) => memory.name(brief)),
    }
  })
  if (article === undefined) return {article, findings: known.findings}
  briefs.forEach((brief, index) => {
    const name = names[index]
    if (name !== undefined) memory.named(brief, name)
  })
  const editions = briefs.map((brief, index) => ({
    brief,
    from: [from, brief.locale],
    edition: () => editionAt(made().editions, index),
  }))
  const filed = {
    ...article,
    from,
    files: known.files,
    synced: () => {
      const {article: read, synced} = made()
      if (read === undefined || synced === undefined) throw new Error(`${file.path} is no article`)
      return {article: read, ...synced}
    },
    editions,
  }
  if (whole !== undefined) by.meanwhile(filed)
  return {findings: known.findings, article: filed}
}

function make(asked: TextFile, kept: readonly CatalogFiles[], config: PublicationConfig) {
  // Each is read from the disk once, and let go.
  const file = {path: asked.path, text: asked.text}
  const stored = kept.map(({slug, locale, texts, units}) => ({slug, locale, texts, units}))
  const {article, findings} = readArticle(file, config.source)
  if (article === undefined) return {article, findings, editions: [], synced: undefined}
  const targets = config.locales.map(({tag}) => tag).filter((tag) => tag !== article.locale)
  const synced = syncArticle(article, targets, stored)
  return {
    article,
    synced,
    findings: [...findings, ...synced.findings],
    editions: [undefined, ...synced.catalogs].map((catalog) =>
      assemble(article, synced.segments, catalog, config.policy),
    ),
  }
}

function scheduled({slug, file, locale, published, facts, places}: Article) {
  return {slug, file, locale, published, facts, places}
}

function editionAt(editions: readonly Edition[], index: number): Edition {
  const edition = editions[index]
  if (edition === undefined) throw new Error('an edition was lost')
  return edition
}
