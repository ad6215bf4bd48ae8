import type {Catalog} from '../../model/catalog.ts'

/** One translation that a person has made or gone over, with the texts that stood beside its source. */
export interface MemoryEntry {
  readonly source: string
  readonly target: string
  /** The article it is from. */
  readonly article: string
  readonly key: string
  /** Source texts of the segments before and after; empty at the ends, and of what is retired. */
  readonly before: string
  readonly after: string
}

/**
 * What catalogs of one target language remember: every unit that is more than a draft, and every
 * retired one. A stale translation is remembered under the source it was made from.
 */
export function memoryEntries(catalogs: readonly Catalog[]): readonly MemoryEntry[] {
  return catalogs.flatMap(({slug: article, units, retired}) => [
    ...units.flatMap(({key, source, previousSource, target, state}, index) =>
      target === undefined || state === 'draft'
        ? []
        : [
            {
              source: previousSource ?? source,
              target,
              article,
              key,
              before: units[index - 1]?.source ?? '',
              after: units[index + 1]?.source ?? '',
            },
          ],
    ),
    ...retired
      .filter(({source, target, state}) => source !== '' && target !== '' && state !== 'draft')
      .map(({key, source, target}) => ({source, target, article, key, before: '', after: ''})),
  ])
}
