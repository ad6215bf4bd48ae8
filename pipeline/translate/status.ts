import {plainText} from '../markdown/plain.ts'
import type {Catalog, State} from '../model/catalog.ts'
import type {Progress} from '../model/edition.ts'
import type {Policy} from '../model/verdict.ts'
import {countWords} from './count-words.ts'

const order: readonly State[] = ['untranslated', 'draft', 'translated', 'reviewed']

/**
 * How far a translation has come. `translated` counts the units whose state is at least what policy
 * asks of the locale (`translated` where it is silent); being stale is counted beside.
 *
 * @param words Words of the edition's text.
 */
export function progress(
  {locale, units}: Catalog,
  policy: Pick<Policy, 'state'>,
  words: number,
): Progress {
  const least = order.indexOf(policy.state[locale] ?? 'translated')
  const count = (state: State) => units.filter((unit) => unit.state === state).length
  return {
    units: units.length,
    translated: units.filter(({state}) => order.indexOf(state) >= least).length,
    reviewed: count('reviewed'),
    drafts: count('draft'),
    untranslated: count('untranslated'),
    stale: units.filter(({stale}) => stale).length,
    wordsLeft: countWords(
      units.flatMap(({source, target}) => (target === undefined ? [plainText(source)] : [])),
    ),
    words,
  }
}

/** The source edition needs no translation: it has all its units. */
export function sourceProgress(units: number, words: number): Progress {
  return {
    units,
    translated: units,
    reviewed: 0,
    drafts: 0,
    untranslated: 0,
    stale: 0,
    wordsLeft: 0,
    words,
  }
}
