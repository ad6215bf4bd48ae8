import type {TranslationCheck} from '../check.ts'
import {unitFinding} from './unit-finding.ts'

/** No translation is behind its source. */
export const stale: TranslationCheck = {
  id: 'translation/stale',
  criteria: [],
  judge(edition) {
    return edition.units
      .filter((unit) => unit.stale)
      .map((unit) =>
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/stale',
          expected: unit.source,
          ...(unit.previousSource === undefined ? {} : {actual: unit.previousSource}),
        }),
      )
  },
}
