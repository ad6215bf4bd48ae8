import type {TranslationCheck} from '../check.ts'
import {unitFinding} from './unit-finding.ts'

/** Every unit has a translation. Whether an edition may go out without is the gate's to decide. */
export const missing: TranslationCheck = {
  id: 'translation/missing',
  criteria: [],
  judge(edition) {
    return edition.units
      .filter(({target}) => target === undefined)
      .map((unit) =>
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/missing',
          values: {locale: edition.locale},
          excerpt: unit.source,
        }),
      )
  },
}
