import type {Brief} from '../model/brief.ts'

/**
 * Whether nothing of the article is translated, so that its page in this language, where policy
 * wants one, shows the original. It is in the language's lists, and no edition to anybody else:
 * no feed, sitemap, `hreflang` or language link knows it.
 */
export function isFallback({locale, sourceLocale, progress}: Brief): boolean {
  return locale !== sourceLocale && progress.units > 0 && progress.untranslated === progress.units
}
