import type {Brief} from '../model/brief.ts'
import type {PublicationConfig} from '../model/publication.ts'
import {isFallback} from './fallback.ts'

/** Of the editions of one article those that are any, in the order of the languages; not those of which nothing is translated. */
export function translated(
  editions: readonly Brief[],
  {locales}: PublicationConfig,
): readonly Brief[] {
  const order = locales.map(({tag}) => tag)
  return editions
    .filter((one) => !isFallback(one))
    .toSorted((a, b) => order.indexOf(a.locale) - order.indexOf(b.locale))
}
