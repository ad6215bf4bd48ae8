import type {TranslationCheck} from '../check.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/** No word stands twice in a row by mistake, and no sentence twice in a text. */
export const doubled: TranslationCheck = {
  id: 'translation/doubled',
  criteria: [],
  judge(edition) {
    const find = knowledgeOf(edition.locale).doubled
    return readings(edition).flatMap(({unit, source, target}) => [
      ...(find?.(target.prose) ?? []).map(({index, length, word}) =>
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/doubled',
          values: {word},
          ...placed(target, index, length),
        }),
      ),
      ...(again(source.prose).length > 0 ? [] : again(target.prose)).map(({index, written}) =>
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/doubled/sentence',
          values: {sentence: written},
          ...placed(target, index, written.length),
        }),
      ),
    ])
  },
}

/** Sentences that stand a second time; short ones may well be said again. */
function again(prose: string) {
  // Begun only behind an end: a text without one is gone through once, and not from each of its letters.
  const sentences = [...prose.matchAll(/(?<![^.!?…])([\s]*)([^.!?…]+[.!?…]+)/gu)].map(
    ({1: blank = '', 2: written = '', index}) => ({written, index: index + blank.length}),
  )
  return sentences.filter(
    ({written}, at) =>
      written.length >= 15 && sentences.findIndex((one) => one.written === written) < at,
  )
}
