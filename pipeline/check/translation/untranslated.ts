import type {TranslationCheck} from '../check.ts'
import {readings} from './reading.ts'
import {unitFinding} from './unit-finding.ts'

/** Words that a name or a title has none of, but a sentence. */
const sentence =
  /\b(?:the|is|are|was|were|has|have|had|will|would|that|which|who|their|its|from|with|by|been)\b/iu

const longRun = /(?:\b[a-z][a-z'’]*[\s,]+){7,}[a-z'’]+/iu

/** The text is not the source's: neither all of it, nor a sentence left beside the translation. */
export const untranslated: TranslationCheck = {
  id: 'translation/untranslated',
  criteria: [],
  judge(edition) {
    const script = new Intl.Locale(edition.locale).maximize().script
    return readings(edition).flatMap(({unit, source, target}) => {
      const words = target.prose.match(/[a-z'’-]+/giu) ?? []
      const isSame = target.prose.trim() === source.prose.trim()
      if (isSame && words.length >= 4 && sentence.test(target.prose))
        return [unitFinding(edition, unit, {severity: 'warning', key: 'translation/untranslated'})]
      const [run] = longRun.exec(target.prose) ?? []
      if (isSame || script === 'Latn' || run === undefined || !sentence.test(run)) return []
      return [
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/untranslated/left-over',
          excerpt: run,
        }),
      ]
    })
  },
}
