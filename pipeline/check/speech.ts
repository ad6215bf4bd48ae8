import type {Rendition} from '../model/rendition.ts'
import type {ReportedSpeech} from '../model/run.ts'
import type {Capture} from '../model/tab.ts'
import {editionShape} from './browser/edition-shape.ts'

/** What a screen reader says of each article's page, by edition. */
export function speechIn(
  captures: readonly Capture[],
  renditions: readonly Rendition[],
): ReadonlyMap<string, ReportedSpeech> {
  const pages = new Map(
    renditions.flatMap(({page, path, article: slug, locale}) =>
      page === 'article' && slug !== undefined && locale !== undefined
        ? [[path, editionKey({slug, locale})] as const]
        : [],
    ),
  )
  return new Map(
    captures.flatMap(({page, evidence}) => {
      const key = pages.get(page)
      const speech = Object.hasOwn(evidence, editionShape.id)
        ? evidence[editionShape.id]
        : undefined
      // It is what the check's probe gave.
      return key !== undefined && Array.isArray(speech)
        ? [[key, speech as ReportedSpeech] as const]
        : []
    }),
  )
}

export function editionKey({
  slug,
  locale,
}: {
  readonly slug: string
  readonly locale: string
}): string {
  return `${slug}\n${locale}`
}
