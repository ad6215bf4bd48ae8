import {visit} from 'unist-util-visit'
import type {Edition} from '../model/edition.ts'
import type {Locale} from '../model/locale.ts'
import {articlePath, languageLinks, type Addresses} from './addresses.ts'
import type {Notice} from './view.ts'

/** What the reader of a translation should know: it is behind its original, or not whole. */
export function notices(
  edition: Edition,
  given: readonly Locale[],
  to: Addresses,
): readonly Notice[] {
  const {slug, sourceLocale, progress} = edition
  if (edition.locale === sourceLocale) return []
  const [original] = languageLinks(
    given.filter(({tag}) => tag === sourceLocale),
    undefined,
    to,
    (locale) => articlePath({locale, slug}),
  )
  const names = new Intl.DisplayNames(edition.locale, {type: 'language'})
  const language = names.of(sourceLocale) ?? sourceLocale
  const kinds: Notice['kind'][] = []
  if (progress.stale > 0) kinds.push('stale')
  if (progress.untranslated > 0 || showsSource(edition)) kinds.push('partial')
  return kinds.map((kind) => ({kind, language, original}))
}

/** Whether any unit stands in the language it was written in. */
function showsSource(edition: Edition): boolean {
  const {headline, standfirst, dateline, byline, locale, sourceLocale} = edition
  let found = [headline, standfirst, dateline, ...byline].some(
    (wording) => wording !== undefined && wording.locale !== locale,
  )
  visit(edition.body, (node) => {
    if (!('data' in node)) return
    if (hasLanguage(node.data, sourceLocale)) found = true
  })
  return found
}

function hasLanguage(data: unknown, tag: string): boolean {
  if (typeof data !== 'object' || data === null || !('hProperties' in data)) return false
  const {hProperties} = data
  return (
    typeof hProperties === 'object' &&
    hProperties !== null &&
    'lang' in hProperties &&
    hProperties.lang === tag
  )
}
