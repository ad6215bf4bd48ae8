import type {TranslationCheck} from '../check.ts'
import {knowledgeOf} from './languages/languages.ts'
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
    const [from, to] = namesOf(edition.sourceLocale, edition.locale)
    return readings(edition).flatMap(({unit, source, target}) => {
      if (peoples.test(source.prose) || peoples.test(target.prose)) return []
      const [wanted, there] = [found(source.prose, from), found(target.prose, to)]
      const lost = wanted.filter(({region}) => !there.some((one) => one.region === region))
      const added = there.filter(({region}) => !wanted.some((one) => one.region === region))
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

const remembered = new Map<string, readonly [Names, Names]>()

/** What both languages have a name for: of what one of them cannot say nothing is known to be lost. */
function namesOf(source: string, target: string): readonly [Names, Names] {
  const pair = `${source} ${target}`
  const known = remembered.get(pair)
  if (known !== undefined) return known
  const [from, to] = [regionsIn(source), regionsIn(target)]
  const made = [shared(from, to, source), shared(to, from, target)] as const
  remembered.set(pair, made)
  return made
}

/** Words of their own: no part of a longer one, the longest that fits. A particle may follow. */
function shared(
  own: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
  locale: string,
): Names {
  const others = new Set(other.values())
  const regions = new Map([...own].filter(([, region]) => others.has(region)))
  const longest = [...regions.keys()].toSorted((one, next) => next.length - one.length)
  const end = knowledgeOf(locale).alternating === undefined ? '(?!\\p{L})' : ''
  // Nothing is in a list without a name: no text has the end of what nothing follows.
  const any = longest.length === 0 ? '(?!)' : longest.join('|')
  return {regions, pattern: new RegExp(`(?<!\\p{L})(?:${any})${end}`, 'gu')}
}

/** Regions by their names, as CLDR and newspapers write them. */
function regionsIn(locale: string): ReadonlyMap<string, string> {
  // Of a language that it has no names for, ICU gives those of the machine's own.
  if (Intl.DisplayNames.supportedLocalesOf(locale).length === 0) return new Map()
  const names = new Intl.DisplayNames(locale, {type: 'region', fallback: 'none'})
  const letters = Array.from({length: 26}, (_, index) => String.fromCharCode(65 + index))
  const regions = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((region) => !without.has(region))
    .flatMap((region): readonly (readonly [string, string])[] => {
      const name = names.of(region)?.replace(/ ?\(.+\)$| SAR China$/u, '')
      return name === undefined || !/^[\p{L} ]+$/u.test(name) ? [] : [[name, region]]
    })
  return new Map([...regions, ...Object.entries(knowledgeOf(locale).countries ?? {})])
}

/**
 * Unions, parts of the world, former states, and countries whose name is also a person’s, a state’s or
 * another word in some language: 인도 is a pavement, 이란 a particle, Georgia a state, and 부탄 a gas.
 */
const without: ReadonlySet<string> = new Set(
  'BT BU EU EZ QO UN XA XB ZZ FJ GA GE GG GH GN IN IR JE JO ML OM SD TD TG TR'.split(' '),
)
