import type {TranslationCheck} from '../check.ts'
import {readings} from './reading.ts'
import {around, unitFinding} from './unit-finding.ts'

/** No sign of emphasis is left in the text because Markdown did not take it for one. */
export const emphasis: TranslationCheck = {
  id: 'translation/emphasis',
  criteria: [],
  judge(edition) {
    return readings(edition).flatMap(({unit, source, target}) =>
      ['**', '__', '~~', '*'].flatMap((sign) => {
        const count = target.prose.split(sign).length
        if (count <= source.prose.split(sign).length) return []
        if (sign === '*' && target.prose.includes('**')) return []
        const excerpt = around(target.prose, target.prose.indexOf(sign), sign.length)
        const values = {sign}
        return [
          unitFinding(edition, unit, {
            severity: 'error',
            key: 'translation/emphasis',
            values,
            excerpt,
          }),
        ]
      }),
    )
  },
}
