import type {TranslationCheck} from '../check.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {correction, placed, unitFinding} from './unit-finding.ts'

/**
 * Particles fit the last sound of their words. What is certain is an error with its correction;
 * after figures and foreign letters it rests on how they are read, and is a warning.
 */
export const particles: TranslationCheck = {
  id: 'translation/particles',
  criteria: [],
  judge(edition) {
    const {misfits, nouns} = knowledgeOf(edition.locale)
    if (misfits === undefined) return []
    const all = readings(edition)
    const known = nouns?.(all.map(({target}) => target.prose).join('\n')) ?? new Set<string>()
    return all.flatMap(({unit, target}) =>
      misfits(target.prose, known).map(({index, word, particle, right, sure}) =>
        unitFinding(edition, unit, {
          severity: sure ? 'error' : 'warning',
          key: sure ? 'translation/particles' : 'translation/particles/reading',
          values: {written: word + particle, right: word + right},
          ...placed(target, index, word.length + particle.length),
          fix: sure ? correction(target, index + word.length, particle.length, right) : undefined,
        }),
      ),
    )
  },
}
