import {readArticle} from './ingest/article.ts'
import {frontMatterFinding} from './ingest/front-matter.ts'
import type {Scheduled} from './ingest/schedule.ts'
import {slugOf} from './ingest/slug.ts'
import type {Article} from './model/article.ts'
import type {Brief} from './model/brief.ts'
import type {CatalogFiles} from './model/catalog.ts'
import type {Edition} from './model/edition.ts'
import type {Finding} from './model/finding.ts'
import type {Memory} from './model/memory.ts'
import type {ArticleFile, PublicationConfig} from './model/publication.ts'
import {briefOf} from './render/brief.ts'
import {assemble} from './translate/assemble.ts'
import {syncArticle} from './translate/sync.ts'
import {wordlessHeadline} from './translate/wordless.ts'

/** An article's files, which are read only where that is not known already. */
export interface Reader {
  readonly path: string
  /** All that is made of them. */
  readonly from: unknown
  readonly made: () => ReturnType<typeof make>
  readonly isInMemory: () => boolean
  readonly summary: () => Summary
}

/** What is kept of an article for all that need not have its text. */
export interface Summary {
  readonly findings: readonly Finding[]
  readonly article: (Scheduled & Pick<Article, 'locale'>) | undefined
  readonly files: readonly CatalogFiles[]
  readonly briefs: readonly Brief[]
  readonly names: readonly string[]
}

/** What lets go of the articles that are in memory, the last one asked for at the end. */
export type Shelf = (() => void)[]

/**
 * Read an article when somebody asks for it.
 *
 * @param stored the article's own locale files, and those of no article
 */
export function articleReader(
  file: ArticleFile,
  stored: readonly CatalogFiles[],
  by: ReadBy,
): Reader {
  const {config, settings, memory, shelf} = by
  const from = [file, stored, settings]
  let whole: ReturnType<typeof make> | undefined
  const made = () => {
    if (whole !== undefined) return whole
    whole = make(file, stored, config)
    shelf.push(() => (whole = undefined))
    if (shelf.length > held) shelf.shift()?.()
    return whole
  }
  const summary = () =>
    memory.recall('article', from, () => {
      const {article, synced, editions, findings} = made()
      const briefs = editions.map(briefOf)
      return {
        findings,
        article: article && scheduled(article),
        files: synced?.files ?? [],
        briefs,
        names: briefs.map((brief) => memory.name(brief)),
      }
    })
  return {path: file.path, from, made, isInMemory: () => whole !== undefined, summary}
}

interface ReadBy {
  readonly config: PublicationConfig
  /** Names all of the configuration that an article depends on. */
  readonly settings: string
  readonly memory: Memory
  readonly shelf: Shelf
}

/** Both editions of an article are often asked for in turn, and articles one after the other. */
const held = 4

function make(asked: ArticleFile, kept: readonly CatalogFiles[], config: PublicationConfig) {
  // Each is read from the disk once, and let go.
  const file = {path: asked.path, text: asked.text, fault: asked.fault, other: asked.other}
  const stored = kept.map(({slug, locale, texts, units}) => ({slug, locale, texts, units}))
  const {article, findings} = readArticle(file, config.source)
  if (article === undefined) return {article, findings, editions: [], synced: undefined}
  const tags = config.locales.map(({tag}) => tag)
  if (!tags.includes(article.locale) && article.facts.status !== 'withdrawn') {
    const found = [...findings, foreign(article, tags)]
    return {article: undefined, findings: found, editions: [], synced: undefined}
  }
  const targets = tags.filter((tag) => tag !== article.locale)
  const synced = syncArticle(article, targets, stored)
  const wordless = synced.catalogs.flatMap((catalog) => wordlessHeadline(catalog) ?? [])
  const told = synced.catalogs.filter(({locale}) => wordless.every((one) => one.locale !== locale))
  const editions = [undefined, ...told].map((catalog) =>
    assemble(article, synced.segments, catalog, config.policy),
  )
  const authors = authorsIn(config.source, editions) ?? article.facts.authors
  return {
    article,
    synced,
    findings: [...findings, ...synced.findings, ...wordless],
    editions: editions.map((one) => ({...one, facts: {...one.facts, authors}})),
  }
}

/** Its pages would lead to lists, and to words of the site, that there are none of. */
function foreign({locale, file, places}: Article, tags: readonly string[]): Finding {
  const values = {value: locale, known: tags.join(', ')}
  const place = places['locale'] ?? {line: 1, column: 1}
  return frontMatterFinding('locale-unknown', values, file, place, 'error')
}

/** Who writes in several languages has one page: by the name in the publication's own, once a byline has it. */
function authorsIn(source: string, editions: readonly Edition[]): readonly string[] | undefined {
  const byline = editions.find(({locale}) => locale === source)?.byline
  return byline?.every(({locale}) => locale === source) === true
    ? byline.map(({text}) => slugOf(text))
    : undefined
}

function scheduled(article: Article) {
  const {slug, file, locale, published, updated, facts, corrections, places} = article
  return {slug, file, locale, published, updated, facts, corrections, places}
}
