import type {CatalogFiles} from '../model/catalog.ts'
import type {Finding, Place} from '../model/finding.ts'
import type {Segment} from '../model/segment.ts'
import {placeInSidecar, placeOfUnit} from './places.ts'

/** An article's segments, and the file they stand in. */
export interface Located {
  readonly article: {readonly slug: string; readonly file: string; readonly locale: string}
  readonly segments: readonly Pick<Segment, 'key' | 'line' | 'column'>[]
}

/**
 * Lead findings back to the sources: one about a unit gets the line and column of its text in the
 * locale file; one about an element of an article's page gets the place its words come from.
 */
export function locate(
  findings: readonly Finding[],
  files: readonly CatalogFiles[],
  articles: readonly Located[],
): readonly Finding[] {
  // Files and articles are not read before something is found in them.
  const texts = new Map(
    files.flatMap((file) => [
      [`locales/${file.locale}/${file.slug}.json`, () => file.texts],
      [`locales/${file.locale}/${file.slug}.units.json`, () => file.units],
    ]),
  )
  const bySlug = new Map(articles.toReversed().map((one) => [one.article.slug, one]))
  const inLocaleFile = (file: string, unit: string, within?: number): Spot | undefined => {
    const text = texts.get(file)?.()
    const place =
      text === undefined
        ? undefined
        : file.endsWith('.units.json')
          ? placeInSidecar(text, unit)
          : placeOfUnit(text, unit, within)
    return place && {file, ...place}
  }
  const inSource = ({place, article: slug, locale}: Finding): Spot | undefined => {
    const unit = unitOf(place)
    const found = bySlug.get(slug ?? '')
    if (unit === undefined || found === undefined || locale === undefined) return undefined
    if (locale !== found.article.locale) return inLocaleFile(`locales/${locale}/${slug}.json`, unit)
    const segment = found.segments.find(({key}) => key === unit)
    return segment && {file: found.article.file, line: segment.line, column: segment.column}
  }
  return findings.map((finding) => {
    const {place} = finding
    if (place.unit !== undefined) {
      const spot =
        place.line === undefined
          ? inLocaleFile(place.file, place.unit, place.within?.start)
          : undefined
      return spot === undefined ? finding : {...finding, place: {...place, ...spot}}
    }
    const source = inSource(finding)
    return source === undefined ? finding : {...finding, place: {...place, source}}
  })
}

interface Spot {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Every block of an article's page has its unit's key for an id, behind a prefix of its own. */
function unitOf({selector, near}: Place): string | undefined {
  return /#text-([a-z]+-[0-9a-f]+(?:-\d+)?)/.exec(selector ?? '')?.[1] ?? near
}
