import type {TranslationCheck} from '../check.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/** What is never the other, in any language. Each language says by which words it tells them. */
const contraries = [
  ['rise', 'fall'],
  ['at least', 'at most'],
  ['above zero', 'below zero'],
  ['noon', 'midnight'],
  ['yesterday', 'tomorrow'],
  ['last', 'next'],
  ['north', 'south'],
  ['east', 'west'],
  ['left', 'right'],
  ['mother', 'father'],
  ['son', 'daughter'],
  ['husband', 'wife'],
  ['before Christ', 'after Christ'],
  ['first world war', 'second world war'],
  ['doubled', 'tripled'],
  ['weekly', 'monthly'],
  ['monthly', 'yearly'],
  ['weekly', 'yearly'],
  ['per hour', 'per second'],
  ['open', 'closed'],
] as const

/** What a language has words for, of those that have an opposite. */
export type Contrary = (typeof contraries)[number][number]

/**
 * The translation does not say the opposite: 12 percent more are not 12 percent fewer, and the
 * north is not the south. Only where each text has one of the two and not the other: sentences that
 * turn a thing round have both, or neither.
 */
export const opposites: TranslationCheck = {
  id: 'translation/opposites',
  criteria: [],
  judge(edition) {
    const from = knowledgeOf(edition.sourceLocale).contraries
    const to = knowledgeOf(edition.locale).contraries
    if (from === undefined || to === undefined) return []
    return readings(edition).flatMap(({unit, source, target}) =>
      contraries
        .flatMap(([one, other]) => [[one, other] as const, [other, one] as const])
        .flatMap(([said, contrary]) => {
          const word = from[said]?.exec(source.prose)
          const there = to[contrary]?.exec(target.prose)
          if (word == null || there == null) return []
          if (from[contrary]?.test(source.prose) || to[said]?.test(target.prose)) return []
          return [
            unitFinding(edition, unit, {
              severity: 'warning',
              key: 'translation/opposites',
              values: {said: word[0].trim(), there: there[0].trim()},
              ...placed(target, there.index, there[0].length),
            }),
          ]
        }),
    )
  },
}
