import type {Edition} from '../../model/edition.ts'
import type {Finding} from '../../model/finding.ts'
import type {SegmentKind} from '../../model/segment.ts'
import {consistency, plain} from './consistency.ts'
import {readings} from './reading.ts'
import {unitFinding} from './unit-finding.ts'

/** A translated sentence, as far as other articles are concerned. */
export interface Sentence {
  readonly unit: string
  /** What it is a translation of, from which language. */
  readonly text: string
  readonly target: string
  /** The target without what may differ from place to place. */
  readonly plain: string
}

/** An edition's sentences, with what names it. */
export interface Said extends Pick<Edition, 'slug' | 'locale'> {
  readonly sentences: readonly Sentence[]
}

/** Texts of sentences. A headline, a heading or a name may well be put otherwise in another article. */
const kinds: ReadonlySet<SegmentKind> = new Set(['paragraph', 'item', 'caption', 'footnote'])
const leastLetters = 25

/** A stale translation is of another text. */
export function sentencesOf(edition: Edition): readonly Sentence[] {
  return readings(edition).flatMap(({unit: {key: unit, kind, stale}, source, target}) =>
    kinds.has(kind) && !stale && plain(source.prose).length >= leastLetters
      ? [
          {
            unit,
            text: `${edition.sourceLocale} ${plain(source.written)}`,
            target: target.written,
            plain: plain(target.prose),
          },
        ]
      : [],
  )
}

/**
 * A sentence has one translation into a language in all articles of the run, by
 * `translation/consistency`. The second and further ones are reported, each once an article.
 */
export function otherwiseElsewhere(editions: readonly Said[]): readonly (readonly Finding[])[] {
  const first = new Map<string, {readonly slug: string; readonly sentence: Sentence}>()
  const keyOf = ({locale}: Said, {text}: Sentence) => `${locale} ${text}`
  for (const edition of editions) {
    for (const sentence of edition.sentences) {
      const key = keyOf(edition, sentence)
      if (!first.has(key)) first.set(key, {slug: edition.slug, sentence})
    }
  }
  return editions.map((edition) => {
    const seen = new Set<string>()
    return edition.sentences.flatMap((sentence) => {
      const key = keyOf(edition, sentence)
      const before = first.get(key)
      if (before === undefined || before.slug === edition.slug || seen.has(key)) return []
      seen.add(key)
      if (before.sentence.plain === sentence.plain) return []
      const {target: said, unit} = before.sentence
      const own = {key: sentence.unit, target: sentence.target}
      return [
        unitFinding(edition, own, {
          severity: 'warning',
          key: `${consistency.id}/elsewhere`,
          values: {before: said, article: before.slug, unit},
          expected: said,
        }),
      ]
    })
  })
}
