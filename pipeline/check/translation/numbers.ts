import type {TranslationCheck} from '../check.ts'
import {englishNumbers, koreanNumbers, type Numbers} from './number-words.ts'
import {languageOf, readings} from './reading.ts'
import {unitFinding} from './unit-finding.ts'

/** Languages whose numbers can be read by value. */
const readers: Readonly<Record<string, (text: string) => Numbers>> = {
  en: englishNumbers,
  ko: koreanNumbers,
}

/**
 * The figures of both texts are the same by value: 11,000 is 1만1000, 1.2 million is 120만. What
 * one side spells out (`three`, 셋, `March`) may stand for a figure of the other. A warning,
 * because translations rightly round, convert and leave out.
 */
export const numbers: TranslationCheck = {
  id: 'translation/numbers',
  criteria: [],
  judge(edition) {
    const [from, to] = [
      readers[languageOf(edition.sourceLocale)],
      readers[languageOf(edition.locale)],
    ]
    if (from === undefined || to === undefined) return []
    return readings(edition).flatMap(({unit, source, target}) => {
      const [wanted, there] = [from(source.prose), to(target.prose)]
      const defects = (what: 'lost' | 'added', these: Numbers, those: Numbers) =>
        these.figures
          .filter(
            ({value}) =>
              ![...those.figures, ...those.spelled].some((one) => isSame(one.value, value)),
          )
          .map(({written}) =>
            unitFinding(edition, unit, {
              severity: 'warning',
              key: `translation/numbers/${what}`,
              values: {number: written},
            }),
          )
      return [...defects('lost', wanted, there), ...defects('added', there, wanted)]
    })
  },
}

/** Equal but for rounding in floating point. An hour after noon has two figures: 3 and 15. */
function isSame(a: number, b: number): boolean {
  const isClock = Math.abs(a - b) === 12 && Math.max(a, b) <= 24 && Math.min(a, b) >= 1
  return isClock || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}
