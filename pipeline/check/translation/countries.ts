import type {TranslationCheck} from '../check.ts'
import {readings} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/**
 * A country is not another one in the translation. Only what both languages write in full is
 * compared (Unicode CLDR's names of regions), and only where each text names a country that the
 * other does not. Who comes from there has other words (French, Dutch): where a text has such a one,
 * nothing is said.
 */
export const countries: TranslationCheck = {
  id: 'translation/countries',
  criteria: [],
  judge(edition) {
    const from = namesIn(edition.sourceLocale)
    const to = namesIn(edition.locale)
    return readings(edition).flatMap(({unit, source, target}) => {
      const [wanted, there] = [found(source.prose, from), found(target.prose, to)]
      const lost = wanted.filter(({region}) => !there.some((one) => one.region === region))
      const added = there.filter(({region}) => !wanted.some((one) => one.region === region))
      if (peoples.test(source.prose) || peoples.test(target.prose)) return []
      return added.slice(0, lost.length).map(({index, name}, at) =>
        unitFinding(edition, unit, {
          severity: 'warning',
          key: 'translation/countries',
          values: {country: lost[at]?.name ?? '', there: name},
          ...placed(target, index, name.length),
        }),
      )
    })
  },
}

/** Of a country, as English forms it; the irregular ones too. */
const peoples =
  /\b\p{Lu}\p{L}+(?:ese|ish|ian|ean|can|iot|aqi|eli|stani|shi)s?\b|\b(?:Czech|Danes?|Dutch|Finns?|French|Germans?|Greeks?|Iraqis?|Poles?|Scots?|Serbs?|Swedes?|Swiss|Thais?|Turks?|Yemenis?|Filipinos?|U\.?S\.?|U\.?K\.?|UAE|America|Britain|England|Scotland|Wales|Holland|Korea)\b/u

interface Named {
  readonly region: string
  readonly name: string
  readonly index: number
}

interface Names {
  readonly regions: ReadonlyMap<string, string>
  readonly pattern: RegExp
}

/** The countries that a text names, each once. */
function found(text: string, {regions, pattern}: Names): readonly Named[] {
  const all = [...text.matchAll(pattern)].flatMap(({0: name, index}) => {
    const region = regions.get(name)
    return region === undefined ? [] : [{region, name, index}]
  })
  return all.filter(({region}, at) => all.findIndex((one) => one.region === region) === at)
}

const remembered = new Map<string, Names>()

function namesIn(locale: string): Names {
  const known = remembered.get(locale) ?? readNames(locale)
  remembered.set(locale, known)
  return known
}

/** Words of their own: no part of a longer one, the longest that fits. A particle may follow. */
function readNames(locale: string): Names {
  const names = new Intl.DisplayNames(locale, {type: 'region', fallback: 'none'})
  const letters = Array.from({length: 26}, (_, index) => String.fromCharCode(65 + index))
  const regions = new Map(
    letters
      .flatMap((first) => letters.map((second) => first + second))
      .filter((region) => !without.has(region))
      .flatMap((region): readonly (readonly [string, string])[] => {
        const name = names.of(region)
        return name === undefined || !/^[\p{L} ]+$/u.test(name) ? [] : [[name, region]]
      }),
  )
  const longest = [...regions.keys()].toSorted((one, other) => other.length - one.length)
  const end = locale.startsWith('ko') ? '' : '(?!\\p{L})'
  return {regions, pattern: new RegExp(`(?<!\\p{L})(?:${longest.join('|')})${end}`, 'gu')}
}

/**
 * Unions, parts of the world, and countries whose name is also a person’s, a state’s or another word in
 * some language: 인도 is a pavement, 이란 a particle, Georgia a state.
 */
const without: ReadonlySet<string> = new Set(
  'EU EZ QO UN XA XB ZZ FJ GA GE GG GH GN IN IR JE JO ML OM SD TD TG TR'.split(' '),
)
