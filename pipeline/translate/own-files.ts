import type {Article} from '../model/article.ts'
import type {CatalogFiles} from '../model/catalog.ts'
import type {Finding} from '../model/finding.ts'
import {readTexts} from './texts.ts'

/**
 * An article's own locale files. One that was renamed goes on with those of the last of its former
 * names that has any, for as long as nothing is translated in its own.
 */
export function ownFiles(
  {slug, locale, facts}: Article,
  stored: readonly CatalogFiles[],
): readonly CatalogFiles[] {
  const of = (name: string) => stored.filter((files) => files.slug === name)
  const own = of(slug)
  if (facts.formerly.length === 0 || !own.every((files) => isBlank(files, locale))) return own
  const former = facts.formerly
    .filter((name) => name !== slug)
    .toReversed()
    .map(of)
  return former.find((files) => files.length > 0) ?? own
}

/** Whether a locale file is as the first sync makes it: no text is there yet that anybody wrote. */
function isBlank({locale, texts, units}: CatalogFiles, source: string): boolean {
  if (locale === source) return true
  const {entries, faults} = readTexts(texts)
  const isEmpty = faults.length === 0 && [...entries.values()].every(({text}) => text === '')
  return isEmpty && (units === undefined || units.includes('"retired": {}'))
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
