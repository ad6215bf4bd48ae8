import {termFinder} from '../../words/terms.ts'
import type {TranslationCheck} from '../check.ts'
import {formsIn} from './name-spelling.ts'
import {readings} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/**
 * The house's words for things: a form that the termbase forbids is an error; a term of the source
 * for which the translation has none of its forms is a warning, because a sentence may do without
 * it, and datelines and bylines have a form of their own.
 */
export const terms: TranslationCheck = {
  id: 'translation/terms',
  criteria: [],
  judge(edition, house) {
    const from = termFinder(house.terms, edition.sourceLocale)
    const to = termFinder(house.terms, edition.locale)
    return readings(edition).flatMap(({unit, source, target}) => {
      const there = to(target.prose)
      const wanted = new Set(
        from(source.prose)
          .filter(({whole, rank}) => whole && rank !== 'forbidden')
          .map(({term}) => term),
      )
      const forbidden = there.filter(({rank, whole}) => rank === 'forbidden' && whole)
      const missing = [...wanted].flatMap((term) => {
        const forms = formsIn(term, edition.locale)
        const isThere = there.some((match) => match.term === term)
        const isSpared = unit.kind === 'dateline' || unit.kind === 'byline'
        return isThere || isSpared || forms.length === 0 ? [] : [{term, forms}]
      })
      return [
        ...forbidden.map(({term, form, index, length}) =>
          unitFinding(edition, unit, {
            severity: 'error',
            key: 'translation/terms/forbidden',
            values: {form, preferred: formsIn(term, edition.locale).join(', ')},
            ...placed(target, index, length),
          }),
        ),
        ...missing.map(({term, forms}) =>
          unitFinding(edition, unit, {
            severity: 'warning',
            key: 'translation/terms/missing',
            values: {
              term: formsIn(term, edition.sourceLocale)[0] ?? term.id,
              preferred: forms.join(', '),
            },
          }),
        ),
      ]
    })
  },
}
