import type {TranslationCheck} from '../check.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {correction, placed, unitFinding} from './unit-finding.ts'

/** A particle stands at its word, also where that is Latin, code or in quotes or brackets. */
export const spacing: TranslationCheck = {
  id: 'translation/spacing',
  criteria: [],
  judge(edition) {
    const {gaps} = knowledgeOf(edition.locale)
    if (gaps === undefined) return []
    return readings(edition).flatMap(({unit, target}) =>
      gaps(target.prose).map(({index, length, particle}) =>
        unitFinding(edition, unit, {
          severity: 'error',
          key: 'translation/spacing',
          values: {particle},
          ...placed(target, index, length + particle.length),
          fix: correction(target, index, length, ''),
        }),
      ),
    )
  },
}
