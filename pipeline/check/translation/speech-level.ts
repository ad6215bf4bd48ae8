import type {TranslationCheck} from '../check.ts'
import {widows} from './balance.ts'
import {betweenMarks, blanked} from './between-marks.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/** What somebody says keeps its own level. */
const quoted = betweenMarks('“” "" ‘’')

/** How many sentences must show a level before one can be the article's. */
const fewest = 5

/**
 * An article keeps to one speech level. What most of its sentences have is its own; a unit with a
 * sentence on another is reported once, as is one that honours people on a level that does not. Headings,
 * cells and captions have a style of their own.
 */
export const speechLevel: TranslationCheck = {
  id: 'translation/speech-level',
  criteria: [],
  judge(edition) {
    const {levels, honours} = knowledgeOf(edition.locale)
    if (levels === undefined) return []
    const spoken = readings(edition)
      .filter(({unit: {kind}}) => kind === 'paragraph' || kind === 'item' || kind === 'footnote')
      .map((reading) => ({...reading, spoken: levels(reading.target.prose)}))
    const count = new Map<string, number>()
    for (const {level} of spoken.flatMap((one) => one.spoken))
      count.set(level, (count.get(level) ?? 0) + 1)
    const total = [...count.values()].reduce((sum, one) => sum + one, 0)
    const [own, most] = [...count].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0]
    if (total < fewest || most < total * 0.7) return []
    return spoken.flatMap(({unit, source, target, spoken: sentences}) => {
      const off = sentences.find(({level}) => level !== own)
      const quiet = blanked(target.prose, quoted)
      const honoured = own === honours?.on ? honours?.words.exec(quiet) : undefined
      if (off === undefined && honoured != null)
        return [
          unitFinding(edition, unit, {
            severity: 'warning',
            key: 'translation/speech-level/honours',
            values: {words: honoured[0]},
            ...placed(target, honoured.index, honoured[0].length),
          }),
        ]
      // What a mark without its partner opens may well be quoted; that is told elsewhere.
      if (off === undefined || widows(target, source.prose, edition.locale).length > 0) return []
      return [
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/speech-level',
          values: {level: off.level, own, share: Math.round((most / total) * 100)},
          ...placed(target, off.index, off.length),
        }),
      ]
    })
  },
}
