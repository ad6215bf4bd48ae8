import type {TranslationCheck} from '../check.ts'
import {grouped} from '../../model/grouped.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {placed, unitFinding} from './unit-finding.ts'

/**
 * A country is not another one in the translation. Names are Unicode CLDR's and those that a language
 * knows besides, its peoples among them; only where the translation names one that the source neither
 * names nor may mean, and another less often than the source.
 */
export const countries: TranslationCheck = {
  id: 'translation/countries',
  criteria: [],
  judge(edition) {
    const [from, to] = namesOf(edition.sourceLocale, edition.locale)
    return readings(edition).flatMap(({unit, source, target}) => {
      if (hasUnknown(source.prose, from) || hasUnknown(target.prose, to)) return []
      const [wanted, there] = [found(source.prose, from), found(target.prose, to)]
      const [meant, hinted] = [from.hinted(source.prose), to.hinted(target.prose)]
      const lost = wanted.filter(
        ({region, times}) => !hinted.has(region) && times > timesOf(region, there),
      )
      const added = there.filter(({region}) => !meant.has(region) && timesOf(region, wanted) === 0)
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

function timesOf(region: string, among: readonly Named[]): number {
  return among.find((one) => one.region === region)?.times ?? 0
}

/** Of a country, as English forms it: a text that has one of which nothing is known is let alone. */
const people =
  /(?<!\p{L})(?!These)\p{Lu}\p{L}+(?:ese|ish|ian|ean|can|iot|aqi|eli|stani|shi)s?(?!\p{L})/gu

function hasUnknown(prose: string, {regions}: Names): boolean {
  return [...prose.matchAll(people)].some(([word]) => !regions.has(word))
}

interface Named {
  readonly region: string
  /** As it stands first, and where. */
  readonly name: string
  readonly index: number
  readonly times: number
}

interface Names {
  readonly regions: ReadonlyMap<string, string>
  readonly pattern: RegExp
  readonly hinted: (prose: string) => ReadonlySet<string>
}

/** The countries that a text names. */
function found(text: string, {regions, pattern}: Names): readonly Named[] {
  const all = [...text.matchAll(pattern)].flatMap(({0: name, index}) => {
    const region = regions.get(name) ?? ''
    return region === '' ? [] : [{region, name, index}]
  })
  const byRegion = grouped(all, ({region}) => region)
  return [...byRegion.values()].flatMap((those) => {
    const [first] = those
    return first === undefined ? [] : [{...first, times: those.length}]
  })
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
  const regions = new Map([...own].filter(([, region]) => region === '' || others.has(region)))
  const {alternating, countries: known} = knowledgeOf(locale)
  const longest = [...regions.keys()].toSorted((one, next) => next.length - one.length)
  const end = alternating === undefined ? '(?!\\p{L})' : ''
  // Nothing is in a list without a name: no text has the end of what nothing follows.
  const any = longest.length === 0 ? '(?!)' : longest.join('|').replaceAll('.', '\\.')
  return {
    regions,
    pattern: new RegExp(`(?<!\\p{L})(?:${any})${end}`, 'gu'),
    hinted: known?.hinted ?? (() => new Set()),
  }
}

/** Regions by their names, as CLDR and newspapers write them. */
function regionsIn(locale: string): ReadonlyMap<string, string> {
  // Of a language that it has no names for, ICU gives those of the machine's own.
  if (Intl.DisplayNames.supportedLocalesOf(locale).length === 0) return new Map()
  const names = new Intl.DisplayNames(locale, {type: 'region', fallback: 'none'})
  const letters = Array.from({length: 26}, (_, index) => String.fromCharCode(65 + index))
  const regions = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((region) => !without.has(region) && new Intl.Locale('und', {region}).region === region)
    .flatMap((region): readonly (readonly [string, string])[] => {
      const name = names.of(region)?.replace(/ ?\(.+\)$| SAR China$/u, '')
      return name === undefined || !/^[\p{L} ]+$/u.test(name) ? [] : [[name, region]]
    })
  return new Map([...regions, ...Object.entries(knowledgeOf(locale).countries?.names ?? {})])
}

/**
 * Unions, parts of the world, and countries whose name is also a person’s, a state’s or
 * another word in some language: 인도 is a pavement, 이란 a particle, Georgia a state, and 부탄 a gas.
 */
const without: ReadonlySet<string> = new Set(
  'BT EU EZ QO UN XA XB ZZ FJ GA GE GG GH GN IN IR JE JO ML OM SD TD TG TR'.split(' '),
)
