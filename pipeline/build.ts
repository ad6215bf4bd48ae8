import {readArticle} from './ingest/article.ts'
import {schedule} from './ingest/schedule.ts'
import type {CatalogFiles} from './model/catalog.ts'
import type {Finding} from './model/finding.ts'
import type {FontRequest} from './model/font.ts'
import {forgetful} from './model/memory.ts'
import type {Publication} from './model/publication.ts'
import type {Rendition} from './model/rendition.ts'
import {filed} from './render/brief.ts'
import {render} from './render/render.ts'
import type {Templates} from './render/template.ts'
import {assemble} from './translate/assemble.ts'
import {syncArticle} from './translate/sync.ts'

/** The files a publication consists of, unchecked. */
export interface Build {
  readonly renditions: readonly Rendition[]
  readonly fonts: readonly FontRequest[]
  readonly editions: number
  /** What reading, syncing and rendering found. */
  readonly findings: readonly Finding[]
}

/**
 * Render every edition that is due, as `publish` does before it checks: no browser, no gate, and
 * locale files stay as they are.
 *
 * @param now The moment of the build, ISO 8601 in UTC.
 */
export function build(
  {config, words, images, articles: files, catalogs: stored}: Publication,
  looks: {readonly templates: Templates; readonly styles: string},
  now: string,
): Build {
  const sources = files.map((file) => readArticle(file, config.source))
  const articles = sources.flatMap(({article}) => article ?? [])
  const {due, withdrawn} = schedule(articles, now, config.timeZone)
  const ofSlug = bySlug(stored)
  const synced = due.map((article) => {
    const targets = config.locales.map(({tag}) => tag).filter((tag) => tag !== article.locale)
    return {article, ...syncArticle(article, targets, ofSlug.get(article.slug) ?? [])}
  })
  const editions = synced.flatMap(({article, segments, catalogs}) =>
    [undefined, ...catalogs].map((catalog) => assemble(article, segments, catalog, config.policy)),
  )
  const {renditions, fonts, findings} = render(editions.map(filed), {
    config,
    words,
    images,
    withdrawn,
    memory: forgetful,
    ...looks,
  })
  return {
    renditions,
    fonts,
    editions: editions.length,
    findings: [...[...sources, ...synced].flatMap((one) => one.findings), ...findings],
  }
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
