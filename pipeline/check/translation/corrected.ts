import {plainText} from '../../markdown/plain.ts'
import type {Unit} from '../../model/catalog.ts'
import type {Edition} from '../../model/edition.ts'
import type {Finding} from '../../model/finding.ts'
import {stillSays} from '../../words/still-says.ts'
import type {TranslationCheck} from '../check.ts'
import {readings, type Reading} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/**
 * No edition goes on publishing what the paper has corrected. A translation made from the wrong
 * words, and not looked at since, holds its edition, whatever policy says of stale units; so does
 * one that has the wrong words as the correction itself translates them.
 */
export const corrected: TranslationCheck = {
  id: 'translation/corrected',
  criteria: [],
  judge(edition) {
    const outdated = edition.units.flatMap((unit) => madeFromWrong(unit, edition))
    const known = new Set(outdated.map(({place}) => place.unit))
    return [
      ...outdated,
      ...readings(edition)
        .filter(({unit}) => !known.has(unit.key))
        .flatMap((reading) => stillWrong(reading, edition)),
    ]
  },
}

function madeFromWrong(unit: Unit, edition: Edition): readonly Finding[] {
  const {previousSource, stale, source} = unit
  if (!stale || previousSource === undefined || unit.kind === 'correction') return []
  const before = plainText(previousSource)
  return edition.corrections
    .map((one) => ({
      date: one.date,
      wrong: plainText(one.source.wrong),
      right: plainText(one.source.right),
    }))
    .filter(({wrong, right}) => stillSays(before, wrong, right) !== undefined)
    .map((values) =>
      unitFinding(edition, unit, {
        severity: 'error',
        key: 'translation/corrected',
        values,
        expected: source,
        actual: previousSource,
      }),
    )
}

function stillWrong({unit, target}: Reading, edition: Edition): readonly Finding[] {
  if (unit.kind === 'correction') return []
  return edition.corrections.flatMap((one) => {
    if (one.wrong.locale !== edition.locale || one.right.locale !== edition.locale) return []
    const [wrong, right] = [plainText(one.wrong.text), plainText(one.right.text)]
    const at = stillSays(target.prose, wrong, right)
    if (at === undefined) return []
    return unitFinding(edition, unit, {
      severity: 'error',
      key: 'translation/corrected/still-there',
      values: {date: one.date, wrong, right},
      ...placed(target, at, wrong.length),
    })
  })
}
