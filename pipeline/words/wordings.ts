import type {Wording} from '../model/edition.ts'
import type {Words} from '../model/publication.ts'
import {instance} from './instance.ts'

/**
 * Looks up an article's texts, with i18next's fallback from one language to the next. A text is
 * taken as it is: braces and dollar signs in an article are the author's, not placeholders.
 */
export function wordings(
  words: Words,
  locale: string,
  fallback: string,
): (namespace: string, key: string) => Wording | undefined {
  const i18next = instance(words, locale, fallback)
  return (namespace, key) => {
    const options = {
      ns: namespace,
      nest: false,
      skipInterpolation: true,
      returnDetails: true,
    } as const
    const {res, usedLng} = i18next.t(key, options)
    const tag = Object.hasOwn(words[usedLng]?.[namespace] ?? {}, key) ? usedLng : undefined
    return tag === undefined ? undefined : {text: res, locale: tag}
  }
}
