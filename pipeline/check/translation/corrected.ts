import {plainText} from '../../markdown/plain.ts'
import type {TranslationCheck} from '../check.ts'
import {unitFinding} from './unit-finding.ts'

/**
 * No edition goes on publishing what the paper has corrected: a translation made from the wrong
 * words, and not looked at since, holds its edition, whatever policy says of stale units.
 */
export const corrected: TranslationCheck = {
  id: 'translation/corrected',
  criteria: [],
  judge: (edition) =>
    edition.units.flatMap((unit) => {
      const {previousSource, stale} = unit
      if (!stale || previousSource === undefined || unit.kind === 'correction') return []
      const before = plainText(previousSource)
      return edition.corrections
        .map(({source: {date, wrong, right}}) => ({
          date,
          wrong: plainText(wrong),
          right: plainText(right),
        }))
        .filter(({wrong, right}) => before.replaceAll(right, '').includes(wrong))
        .map((values) =>
          unitFinding(edition, unit, {
            severity: 'error',
            key: 'translation/corrected',
            values,
            expected: unit.source,
            actual: previousSource,
          }),
        )
    }),
}
