import type {Brief} from '../model/brief.ts'
import {articlePath} from './addresses.ts'
import type {Site} from './site.ts'

/** An address that an edition had before. */
export interface FormerAddress {
  readonly edition: Brief
  /** Without `index.html`. */
  readonly path: string
}

/**
 * Every address that editions had before, but for those at which there is another article now, or
 * which another article had before it.
 */
export function formerAddresses({editions}: Pick<Site, 'editions'>): readonly FormerAddress[] {
  const taken = new Set(editions.map(articlePath))
  return editions.flatMap((edition) =>
    edition.facts.formerly.flatMap((slug) => {
      const path = articlePath({locale: edition.locale, slug})
      if (taken.has(path)) return []
      taken.add(path)
      return [{edition, path}]
    }),
  )
}
