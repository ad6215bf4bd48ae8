import type {Edition} from '../../model/edition.ts'
import type {Finding} from '../../model/finding.ts'
import type {SegmentKind} from '../../model/segment.ts'
import type {House, TranslationCheck} from '../check.ts'
import {readings, type Reading} from './reading.ts'
import {unitFinding} from './unit-finding.ts'

/**
 * One source text has one translation, in an article and, if it is a sentence, in all articles of
 * the run. The second and further ones are reported.
 */
export const consistency: TranslationCheck = {
  id: 'translation/consistency',
  criteria: [],
  judge: (edition, house) => [...withinArticle(edition), ...acrossArticles(edition, house)],
}

function withinArticle(edition: Edition): readonly Finding[] {
  const first = new Map<string, Reading>()
  return readings(edition).flatMap((reading) => {
    const {unit, source, target} = reading
    const text = `${unit.kind} ${plain(source.written)}`
    const before = first.get(text)
    if (before === undefined) {
      first.set(text, reading)
      return []
    }
    if (plain(source.prose).length < 4 || plain(before.target.prose) === plain(target.prose))
      return []
    return [
      unitFinding(edition, unit, {
        severity: 'warning',
        key: 'translation/consistency',
        values: {before: before.unit.target ?? '', unit: before.unit.key},
        expected: before.unit.target ?? '',
      }),
    ]
  })
}

/** Texts of sentences. A headline, a heading or a name may well be put otherwise in another article. */
const sentences: ReadonlySet<SegmentKind> = new Set(['paragraph', 'item', 'caption', 'footnote'])
const leastLetters = 25

function acrossArticles(edition: Edition, {editions}: House): readonly Finding[] {
  const first = firstTranslations(editions)
  const seen = new Set<string>()
  return comparable(edition).flatMap(({unit, source, target}) => {
    const text = textKey(edition, source.written)
    const before = first.get(text)
    if (before === undefined || before.slug === edition.slug || seen.has(text)) return []
    seen.add(text)
    if (plain(before.reading.target.prose) === plain(target.prose)) return []
    const said = before.reading.unit.target ?? ''
    return [
      unitFinding(edition, unit, {
        severity: 'warning',
        key: 'translation/consistency/elsewhere',
        values: {before: said, article: before.slug, unit: before.reading.unit.key},
        expected: said,
      }),
    ]
  })
}

interface First {
  readonly slug: string
  readonly reading: Reading
}

const remembered = new WeakMap<readonly Edition[], ReadonlyMap<string, First>>()

/** The first translation of each text into each language, gone through once for all editions. */
function firstTranslations(editions: readonly Edition[]): ReadonlyMap<string, First> {
  const known = remembered.get(editions)
  if (known !== undefined) return known
  const first = new Map<string, First>()
  for (const edition of editions) {
    for (const reading of comparable(edition)) {
      const text = textKey(edition, reading.source.written)
      if (!first.has(text)) first.set(text, {slug: edition.slug, reading})
    }
  }
  remembered.set(editions, first)
  return first
}

/** A stale translation is of another text. */
function comparable(edition: Edition): readonly Reading[] {
  return readings(edition).filter(
    ({unit, source}) =>
      sentences.has(unit.kind) && !unit.stale && plain(source.prose).length >= leastLetters,
  )
}

function textKey({sourceLocale, locale}: Edition, written: string): string {
  return `${sourceLocale} ${locale} ${plain(written)}`
}

/** Without what may differ from place to place: spaces and the marks at the end. */
function plain(prose: string): string {
  return prose.replace(/[\s.:,!?]/gu, '').toLowerCase()
}
