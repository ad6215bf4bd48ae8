import type {TranslationCheck} from '../check.ts'
import {unitFinding} from './unit-finding.ts'

/** What a machine or the memory proposed has been seen by a person. */
export const state: TranslationCheck = {
  id: 'translation/state',
  criteria: [],
  judge(edition) {
    return edition.units
      .filter((unit) => unit.state === 'draft')
      .map((unit) =>
        unitFinding(edition, unit, {
          severity: 'notice',
          key: 'translation/state',
          values: {origin: unit.origin ?? 'draft'},
        }),
      )
  },
}
