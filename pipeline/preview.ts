import {readArticle} from './ingest/article.ts'
import type {CatalogFiles} from './model/catalog.ts'
import type {Finding} from './model/finding.ts'
import type {FontRequest} from './model/font.ts'
import type {ImageRequest} from './model/image.ts'
import type {Publication, PublicationConfig, TextFile} from './model/publication.ts'
import type {Rendition} from './model/rendition.ts'
import {forgetful} from './model/memory.ts'
import {filed} from './render/brief.ts'
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
  readonly images: readonly ImageRequest[]
  /** What reading, syncing and rendering found; nothing has been checked. */
  readonly findings: readonly Finding[]
}

/** Renders the working copy. */
export type Previewer = (
  publication: Publication,
  looks: {readonly templates: Templates; readonly styles: string},
) => Preview

/**
 * Make what renders the working copy: every edition of every article that is not withdrawn, drafts
 * and those whose time has not come among them. No gate, no browser, nothing written. Editions of
 * an article that has not changed since the last time are taken from then.
 */
export function previewer(): Previewer {
  let known: ReadonlyMap<string, Prepared> = new Map()
  return (publication, looks) => {
    const {config, words, images, catalogs, terms} = publication
    const stored = bySlug(catalogs)
    const entries = publication.articles.map((file) => {
      const own = stored.get(file.path.split('/')[1] ?? '') ?? []
      const key = JSON.stringify([file, own, config])
      return [key, known.get(key) ?? prepare(file, own, config)] as const
    })
    known = new Map(entries)
    const prepared = [...known.values()]
    const pages = render(prepared.flatMap(({editions}) => editions).map(filed), {
      config,
      words,
      images,
      withdrawn: prepared.flatMap(({withdrawn}) => withdrawn ?? []),
      memory: forgetful,
      ...looks,
    })
    const found = [readTermbase(terms), ...prepared, pages].flatMap(({findings}) => findings)
    const synced = prepared.flatMap((one) => one.synced ?? [])
    return {...pages, findings: locate(found, catalogs, synced)}
  }
}

type Prepared = ReturnType<typeof prepare>

/** What depends on one article and its locale files alone. */
function prepare(file: TextFile, stored: readonly CatalogFiles[], config: PublicationConfig) {
  const {article, findings} = readArticle(file, config.source)
  if (article === undefined) {
    return {findings, editions: [], withdrawn: undefined, synced: undefined}
  }
  const targets = config.locales.map(({tag}) => tag).filter((tag) => tag !== article.locale)
  const synced = {article, ...syncArticle(article, targets, stored)}
  const isWithdrawn = article.facts.status === 'withdrawn'
  return {
    findings: [...findings, ...synced.findings],
    editions: isWithdrawn
      ? []
      : [undefined, ...synced.catalogs].map((catalog) =>
          assemble(article, synced.segments, catalog, config.policy),
        ),
    withdrawn: isWithdrawn ? article.slug : undefined,
    synced,
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
