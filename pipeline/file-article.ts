import {readArticle} from './ingest/article.ts'
import type {Scheduled} from './ingest/schedule.ts'
import type {Article} from './model/article.ts'
import type {Filed} from './model/brief.ts'
import type {CatalogFiles} from './model/catalog.ts'
import type {Edition} from './model/edition.ts'
import type {Finding} from './model/finding.ts'
import type {Memory} from './model/memory.ts'
import type {Publication, PublicationConfig, TextFile} from './model/publication.ts'
import {briefOf} from './render/brief.ts'
import {assemble} from './translate/assemble.ts'
import {syncArticle, type Synced} from './translate/sync.ts'

/** An article and its translations, on file: read and put together only where that is not known already. */
export interface FiledArticle extends Scheduled {
  readonly locale: string
  readonly editions: readonly Filed[]
  /** Locale files that are to be brought up to date. */
  readonly files: readonly CatalogFiles[]
  readonly synced: () => Synced & {readonly article: Article}
}

/** An article's file, read: the article, unless it cannot be one, and what was found. */
export interface Filing {
  readonly article: FiledArticle | undefined
  readonly findings: readonly Finding[]
}

/** How much source text may be held in memory as trees, in UTF-16 units: each takes some forty bytes. */
const held = 8_000_000

/** Put every article of a publication on file, in its order. */
export function fileArticles(
  {articles, catalogs, config}: Publication,
  memory: Memory,
): readonly Filing[] {
  const stored = bySlug(catalogs)
  const room = {left: held}
  const nothing: readonly CatalogFiles[] = []
  return articles.map((file) =>
    fileArticle(file, stored.get(file.path.split('/')[1] ?? '') ?? nothing, config, memory, room),
  )
}

/** @param stored the article's own locale files */
function fileArticle(
  file: TextFile,
  stored: readonly CatalogFiles[],
  config: PublicationConfig,
  memory: Memory,
  room: {left: number},
): Filing {
  const {source, locales, policy} = config
  const {state} = policy
  const from = {file, stored, source, locales, state}
  let whole: ReturnType<typeof make> | undefined
  const made = () => (whole ??= make(file, stored, config))
  const {article, briefs, ...known} = memory.recall('article', from, () => {
    const {article: read, synced, editions, findings} = made()
    return {
      findings,
      article: read && scheduled(read),
      files: synced?.files ?? [],
      briefs: editions.map(briefOf),
    }
  })
  if (article === undefined) return {article, findings: known.findings}
  // What was read is held until its pages are made, as far as there is room for it.
  const size = whole === undefined ? 0 : file.text.length
  if (size > room.left) whole = undefined
  else room.left -= size
  const asked = new Set<number>()
  return {
    findings: known.findings,
    article: {
      ...article,
      files: known.files,
      synced: () => {
        const {article: read, synced} = made()
        if (read === undefined || synced === undefined)
          throw new Error(`${file.path} is no article`)
        return {article: read, ...synced}
      },
      editions: briefs.map((brief, index) => ({
        brief,
        from: [from, brief.locale],
        edition() {
          const {editions} = made()
          asked.add(index)
          if (asked.size === editions.length) {
            whole = undefined
            room.left += size
          }
          return editionAt(editions, index)
        },
      })),
    },
  }
}

function make(file: TextFile, stored: readonly CatalogFiles[], config: PublicationConfig) {
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

function bySlug(files: readonly CatalogFiles[]): ReadonlyMap<string, readonly CatalogFiles[]> {
  const groups = new Map<string, CatalogFiles[]>()
  for (const file of files) {
    const group = groups.get(file.slug)
    if (group === undefined) groups.set(file.slug, [file])
    else group.push(file)
  }
  return groups
}
