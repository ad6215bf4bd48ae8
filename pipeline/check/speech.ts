import type {Rendition} from '../model/rendition.ts'
import type {HeardPage, ReportedSpeech} from '../model/run.ts'
import type {Capture} from '../model/tab.ts'
import {editionShape} from './browser/edition-shape.ts'

/** What a screen reader says of each article's page, by edition. */
export function speechIn(
  captures: readonly Capture[],
  renditions: readonly Rendition[],
): ReadonlyMap<string, HeardPage> {
  const pages = new Map(
    renditions.flatMap(({page, path, article: slug, locale}) =>
      page === 'article' && slug !== undefined && locale !== undefined
        ? [[path, editionKey({slug, locale})] as const]
        : [],
    ),
  )
  return new Map(
    captures.flatMap((capture) => {
      const key = pages.get(capture.page)
      const speech = heardIn(capture)
      if (key === undefined || speech === undefined) return []
      return [[key, {page: capture.page, speech}] as const]
    }),
  )
}

/** What a screen reader says of a page, where somebody listened in that view. */
export function heardIn({evidence}: Capture): ReportedSpeech | undefined {
  const speech = Object.hasOwn(evidence, editionShape.id) ? evidence[editionShape.id] : undefined
  // It is what the check's probe gave.
  return Array.isArray(speech) ? (speech as ReportedSpeech) : undefined
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
