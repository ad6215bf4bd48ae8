import {readArticle} from './ingest/article.ts'
import type {Finding} from './model/finding.ts'
import type {FontRequest} from './model/font.ts'
import type {Publication} from './model/publication.ts'
import type {Rendition} from './model/rendition.ts'
import {render} from './render/render.ts'
import type {Templates} from './render/template.ts'
import {assemble} from './translate/assemble.ts'
import {locate} from './translate/locate.ts'
import {syncArticle} from './translate/sync.ts'
import {readTermbase} from './translate/termbase.ts'

/** The working copy as readers would see it. */
export interface Preview {
  readonly renditions: readonly Rendition[]
  readonly fonts: readonly FontRequest[]
  /** What reading, syncing and rendering found; nothing has been checked. */
  readonly findings: readonly Finding[]
}

/**
 * Render the working copy: every edition of every article that is not withdrawn, drafts and those
 * whose time has not come among them. No gate, no browser, nothing written.
 */
export function preview(
  publication: Publication,
  looks: {readonly templates: Templates; readonly styles: string},
): Preview {
  const {config, words, images, catalogs, terms} = publication
  const sources = publication.articles.map((file) => readArticle(file, config.source))
  const articles = sources.flatMap(({article}) => article ?? [])
  const synced = articles.map((article) => {
    const targets = config.locales.map(({tag}) => tag).filter((tag) => tag !== article.locale)
    return {article, ...syncArticle(article, targets, catalogs)}
  })
  const editions = synced
    .filter(({article}) => article.facts.status !== 'withdrawn')
    .flatMap(({article, segments, catalogs: own}) =>
      [undefined, ...own].map((catalog) => assemble(article, segments, catalog, config.policy)),
    )
  const withdrawn = articles.filter(({facts}) => facts.status === 'withdrawn')
  const pages = render(editions, {
    config,
    words,
    images,
    withdrawn: withdrawn.map(({slug}) => slug),
    ...looks,
  })
  const found = [readTermbase(terms), ...sources, ...synced, pages].flatMap(
    ({findings}) => findings,
  )
  return {...pages, findings: locate(found, catalogs, synced)}
}
