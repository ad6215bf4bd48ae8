import type {Addresses} from './addresses.ts'
import {safeJson} from './linked-data.ts'
import type {SafeJson} from './view.ts'

/** A page on the way from the front page to another. */
export interface Crumb {
  readonly name: string
  /** In the release, without `index.html`. */
  readonly path: string
}

/** The way to a page, as schema.org's BreadcrumbList (https://schema.org/BreadcrumbList). */
export function breadcrumbs(trail: readonly Crumb[], to: Addresses): SafeJson | undefined {
  if (trail.length < 2) return undefined
  return safeJson({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({name, path}, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: to.absolute(path),
    })),
  })
}
