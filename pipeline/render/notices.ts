import type {Brief} from '../model/brief.ts'
import type {Locale} from '../model/locale.ts'
import {articlePath, languageLinks} from './addresses.ts'
import {isFallback} from './fallback.ts'
import type {Site} from './site.ts'
import type {Notice} from './view.ts'

/** What the reader of a translation should know: it is behind its original, or not whole. */
export function notices(
  edition: Brief,
  given: readonly Locale[],
  {to, narratorOf}: Pick<Site, 'to' | 'narratorOf'>,
): readonly Notice[] {
  const {slug, sourceLocale, progress} = edition
  if (edition.locale === sourceLocale) return []
  const [original] = languageLinks(
    given.filter(({tag}) => tag === sourceLocale),
    undefined,
    to,
    (locale) => articlePath({locale, slug}),
  )
  const language = narratorOf(edition.locale).language(sourceLocale)
  const kinds: Notice['kind'][] = []
  if (progress.stale > 0) kinds.push('stale')
  if (isFallback(edition)) kinds.push('fallback')
  else if (progress.untranslated > 0 || edition.showsSource) kinds.push('partial')
  return kinds.map((kind) => ({kind, language, original}))
}
