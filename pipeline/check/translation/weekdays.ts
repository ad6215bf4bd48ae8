import type {TranslationCheck} from '../check.ts'
import {readings} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/**
 * A day of the week is not another one in the translation. Only what is written out is compared
 * (Unicode CLDR's wide names), or stands in brackets behind a date (its abbreviated ones), and only
 * where each text names a day that the other does not: one may rightly be left out, or be abbreviated.
 */
export const weekdays: TranslationCheck = {
  id: 'translation/weekdays',
  criteria: [],
  judge(edition) {
    const from = namesIn(edition.sourceLocale)
    const to = namesIn(edition.locale)
    return readings(edition).flatMap(({unit, source, target}) => {
      const [wanted, there] = [daysIn(source.prose, from), daysIn(target.prose, to)]
      const lost = wanted.filter(({day}) => !there.some((one) => one.day === day))
      const added = there.filter(({day}) => !wanted.some((one) => one.day === day))
      return added.slice(0, lost.length).map(({index, name}, at) =>
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/weekdays',
          values: {day: lost[at]?.name ?? '', there: name},
          ...placed(target, index, name.length),
        }),
      )
    })
  },
}

interface Named {
  readonly day: number
  readonly name: string
  readonly index: number
}

/**
 * The days that a text names, each once, as they come: in capitals at the beginning of a sentence,
 * too, and the longest name that fits (`Pazartesi` is Monday in Turkish, `Pazar` Sunday).
 */
function daysIn(text: string, {wide: names, short: shorts}: Names): readonly Named[] {
  const longest = names.toSorted((one, other) => other.length - one.length)
  const found = [...text.matchAll(new RegExp(longest.join('|'), 'giu'))].flatMap(
    ({0: name, index}) => {
      const day = names.findIndex((one) => new RegExp(`^${one}$`, 'iu').test(name))
      return day < 0 ? [] : [{day, name, index}]
    },
  )
  return [...found, ...inBrackets(text, shorts)]
    .toSorted((one, other) => one.index - other.index)
    .filter(({day}, at, all) => all.findIndex((one) => one.day === day) === at)
}

/** Behind a date, a day may be abbreviated: 3월 16일(월), 16 March (Mon). */
function inBrackets(text: string, names: readonly string[]): readonly Named[] {
  const dated = new RegExp(
    `(?<=\\d\\p{L}{0,2} ?(?:\\p{L}{3,9} ?)?\\()(?:${names.join('|')})(?=\\.?\\))`,
    'gu',
  )
  return [...text.matchAll(dated)].map(({0: name, index}) => ({
    day: names.indexOf(name),
    name,
    index,
  }))
}

interface Names {
  readonly wide: readonly string[]
  readonly short: readonly string[]
}

/** Sunday first. */
function namesIn(locale: string): Names {
  const [wide, short] = (['long', 'short'] as const).map((weekday) => {
    const names = new Intl.DateTimeFormat(locale, {weekday, timeZone: 'UTC'})
    // 4 January 1970 was a Sunday.
    return [4, 5, 6, 7, 8, 9, 10].map((day) => names.format(Date.UTC(1970, 0, day)))
  })
  return {wide: wide ?? [], short: short ?? []}
}
