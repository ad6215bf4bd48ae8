import type {Article} from '../model/article.ts'
import type {Catalog, CatalogFiles} from '../model/catalog.ts'
import type {Finding} from '../model/finding.ts'
import type {Segment} from '../model/segment.ts'
import {ownFiles} from './own-files.ts'
import {settledSource, settledTarget} from './settled.ts'
import {syncSource} from './source.ts'
import {syncTarget} from './target.ts'

/** An article's segments and translations, brought up to date with one another. */
export interface Synced {
  readonly segments: readonly Segment[]
  /** One for each target, in the order asked for. */
  readonly catalogs: readonly Catalog[]
  /** The files to be written: only those that differ from what is stored. */
  readonly files: readonly CatalogFiles[]
  readonly findings: readonly Finding[]
  /** Targets whose files have faults and must be left as they are; all, where the source's have. */
  readonly broken: readonly string[]
}

/**
 * Bring an article's locale files up to date with the article. Segments keep their keys through
 * rewording, moves, splits and merges; a translation whose source has changed is kept and marked
 * stale; one whose segment is gone is retired with its source, and comes back with it. Nothing is
 * ever dropped. A renamed article takes the translations along that it had under its former name.
 * A file with a fault is left as it is, and the fault is an error that holds its edition.
 *
 * @param stored The locale files as they are; other articles' may be among them.
 */
export function syncArticle(
  article: Article,
  targets: readonly string[],
  stored: readonly CatalogFiles[],
): Synced {
  const {slug, locale} = article
  const own = ownFiles(article, stored)
  const find = (tag: string) => own.find((files) => files.locale === tag)
  const others = own.filter((files) => files.locale !== locale)
  const settled = settledSource(article, find(locale))
  const source = settled ?? syncSource(article, find(locale), others)
  const translations = targets.map(
    (tag) =>
      (settled && settledTarget(settled.segments, article, tag, find(tag))) ??
      syncTarget(source, article, tag, find(tag)),
  )
  const written = source.broken
    ? []
    : [source, ...translations.filter(({broken}) => !broken)].map(({files}) =>
        files.slug === slug ? files : {...files, slug},
      )
  return {
    segments: source.segments,
    catalogs: translations.map(({catalog}) => catalog),
    files: written.filter((files) => {
      const before = find(files.locale)
      const isSame = files.texts === before?.texts && files.units === before?.units
      return before?.slug !== slug || !isSame
    }),
    findings: [...source.findings, ...translations.flatMap(({findings}) => findings)],
    broken: translations
      .filter(({broken}) => broken || source.broken)
      .map(({catalog}) => catalog.locale),
  }
}
