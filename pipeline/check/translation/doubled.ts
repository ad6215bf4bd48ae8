import type {TranslationCheck} from '../check.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/** No word stands twice in a row by mistake. */
export const doubled: TranslationCheck = {
  id: 'translation/doubled',
  criteria: [],
  judge(edition) {
    const find = knowledgeOf(edition.locale).doubled
    if (find === undefined) return []
    return readings(edition).flatMap(({unit, target}) =>
      find(target.prose).map(({index, length, word}) =>
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/doubled',
          values: {word},
          ...placed(target, index, length),
        }),
      ),
    )
  },
}
