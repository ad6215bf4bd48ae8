import type {Article} from '../model/article.ts'
import type {CatalogFiles} from '../model/catalog.ts'
import type {Finding} from '../model/finding.ts'

/**
 * An article's own locale files. One that was renamed and has none yet goes on with those of the
 * last of its former names that has any.
 */
export function ownFiles(
  {slug, facts}: Article,
  stored: readonly CatalogFiles[],
): readonly CatalogFiles[] {
  const of = (name: string) => stored.filter((files) => files.slug === name)
  return [slug, ...facts.formerly.toReversed()].map(of).find((files) => files.length > 0) ?? []
}

/** Locale files that no article has: it was renamed or deleted, and its translations lie unused. */
export function leftBehind(
  stored: readonly CatalogFiles[],
  slugs: readonly string[],
): readonly CatalogFiles[] {
  const known = new Set(slugs)
  return stored.filter(({slug}) => !known.has(slug))
}

/** Says of them that they are there, so that nobody takes a translation for lost. */
export function leftBehindFindings(left: readonly CatalogFiles[]): readonly Finding[] {
  return left.map(({slug, locale}) => ({
    check: 'translation/left-behind',
    outcome: 'failed',
    severity: 'warning',
    message: {key: 'translation/left-behind', values: {slug}},
    place: {file: `locales/${locale}/${slug}.json`},
    locale: undefined,
    article: undefined,
    criteria: [],
    engines: [],
  }))
}
