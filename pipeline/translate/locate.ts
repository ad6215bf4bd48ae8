import type {CatalogFiles} from '../model/catalog.ts'
import type {Finding, Place} from '../model/finding.ts'
import type {Segment} from '../model/segment.ts'
import {literalOf, placeInSidecar, placeOfUnit} from './places.ts'

/** An article's segments, and the file they stand in. */
export interface Located {
  readonly article: {readonly slug: string; readonly file: string; readonly locale: string}
  readonly segments: readonly Pick<Segment, 'key' | 'line' | 'column'>[]
  /** The file's text, where it is known. */
  readonly text?: string | undefined
}

/**
 * Lead findings back to the sources: one about a unit gets the line and column of its text in the
 * locale file; one about an element of an article's page gets the place its words come from: the
 * article, where the translation has none yet or stands beside them, and where an element has no words.
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
    const found = bySlug.get(slug ?? '')
    if (found === undefined || locale === undefined) return undefined
    const {article} = found
    const behind = placeBehind(place.behind, found)
    if (behind !== undefined) return behind
    const unit = unitOf(place)
    if (unit === undefined) return undefined
    const file = `locales/${locale}/${slug}.json`
    const isOriginal =
      locale === article.locale ||
      isBeside(place, `${article.locale}-${locale}`) ||
      isEmpty(texts.get(file)?.(), unit)
    if (!isOriginal) return inLocaleFile(file, unit)
    const segment = found.segments.find(({key}) => key === unit)
    return segment && {file: article.file, line: segment.line, column: segment.column}
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
function unitOf({selector, near, behind}: Place): string | undefined {
  const id = /#(?:[\w-]+-)?text-(?!fn)[a-z]+-[0-9a-f]+(?:-\d+)?/.exec(selector ?? '')?.[0]
  return keyOf(id ?? near ?? behind)
}

function keyOf(id: string | undefined): string | undefined {
  return /text-([a-z]+-[0-9a-f]+(?:-\d+)?)$/.exec(id ?? '')?.[1]
}

/** Whether an element of a page in two languages is on the original's side: ids there have no language. */
function isBeside({file, selector = '', near}: Place, folder: string): boolean {
  if (!file.startsWith(`${folder}/`)) return false
  // A heading is one in two languages, the original's words first.
  return near?.startsWith('text-') === true || /#text-(?!\S+ > span:nth-child\(2\))/.test(selector)
}

function isEmpty(texts: string | undefined, unit: string): boolean {
  const literal = texts === undefined ? undefined : literalOf(texts, unit)
  return literal !== undefined && literal.end - literal.start <= 2
}

/** Where something without words stands in an article: behind the block of the unit in front of it. */
function placeBehind(id: string | undefined, {article, segments, text}: Located): Spot | undefined {
  const index = segments.findIndex(({key}) => key === keyOf(id))
  const from = segments[index]?.line
  if (id === undefined || from === undefined || text === undefined) return undefined
  const lines = text.split('\n').slice(0, (segments[index + 1]?.line ?? Infinity) - 1)
  const end = lines.findIndex((line, at) => at >= from && line.trim() === '')
  const line = lines.findIndex((words, at) => end >= 0 && at > end && words.trim() !== '')
  return line < 0 ? undefined : {file: article.file, line: line + 1, column: 1}
}
