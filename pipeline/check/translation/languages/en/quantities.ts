import type {Quantities, Quantity} from '../language.ts'
import {englishKinds} from './kinds.ts'

/** The numbers of an English text with what they count; months and ordinals are numbers in words. */
export function englishQuantities(prose: string): Quantities {
  const figures = [...prose.matchAll(figure)].map(
    ({0: written, 1: digits = '', 2: word, 3: letter, index}): Quantity => {
      const scale = word ?? letter ?? ''
      const [before, after] = [prose.slice(0, index), prose.slice(index + written.length)]
      const value = Number(digits.replaceAll(',', '')) * (scales.get(scale.toLowerCase()) ?? 1)
      const kinds = isDecade(digits, before, after) ? [] : englishKinds(after, before)
      return {value: hourOf(value, kinds, after), kinds, index, written}
    },
  )
  const inWords = spelled(prose)
  const counted = inWords.filter(({index}) => counting.test(prose.slice(index)))
  const ordered = inWords.filter(({index}) =>
    ordinal.test(`${prose.slice(Math.max(0, index - 9), index)}\u0000${prose.slice(index)}`),
  )
  return {figures, spelled: inWords, counted, ordered}
}

/** The third of a row; no part of a whole, no second of time, nothing that is second-hand. */
const ordinal =
  /(?<!(?:\b(?:an?|one|per|each|every|split|any|this|that) |\d ?|-))\u0000(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?![-\w]| of |,| (?:and|or|to|thoughts?|hand)\b)/iu

/** Three hospitals; not two of a kind, nor a hundred. */
const counting =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?!times|thirds|quarters|hundreds|thousands|(?:\w+ly) )(?:[a-z]+ )?[a-z]{2,}s\b/iu

const figure =
  /(?<![\d.,@#]|[a-z](?=\d[a-z]))(\d+(?:,\d{3})*(?:\.\d+)?)(?:[\s-]?(hundred|thousand|million|billion|trillion)\b|(?<=[$€£¥]\s?[\d.,]+)(k|mn?|bn?)\b)?/giu

/** The 1990s, his 40s: no seconds. */
function isDecade(digits: string, before: string, after: string): boolean {
  if (!/^s\b/u.test(after)) return false
  return (
    /^[12]\d\d0$/u.test(digits) ||
    (/^\d0$/u.test(digits) &&
      /(?:['’]|\b(?:the|his|her|their|early|mid|late)[\s-])$/iu.test(before))
  )
}

const scales = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
])

/** 3 p.m. is the fifteenth hour. */
function hourOf(value: number, kinds: readonly string[], after: string): number {
  return kinds.includes('hour') && value < 12 && /^(?::\d\d)?\s?p\.?m\b/iu.test(after)
    ? value + 12
    : value
}

function list(words: string, first: number, step: number): readonly (readonly [string, number])[] {
  return words.split(' ').map((word, index) => [word, first + index * step])
}

const months =
  'january february march april may june july august september october november december'

const shortMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'

const words = new Map([
  ...list(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    1,
    1,
  ),
  ...list('first second third fourth fifth sixth seventh eighth ninth tenth', 1, 1),
  ...list(months, 1, 1),
  ...list(shortMonths, 1, 1),
  ...list('sept', 9, 0),
  ...list('ii iii iv', 2, 1),
  ...list('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ...list('hundred hundreds century', 100, 0),
  ...list('thousand thousands', 1000, 0),
  ...list('million millions', 1e6, 0),
  ...list('half both twice double two-thirds pair couple', 2, 0),
  ...list('a an once single sole another each per every', 1, 0),
  ...list('thrice triple thirds', 3, 0),
  ...list('quarter quarters', 4, 0),
  ...list('dozen dozens', 12, 0),
  ...list('zero no none', 0, 0),
  ...list('decade decades', 10, 0),
])

function spelled(prose: string): readonly Quantity[] {
  const found = [...prose.toLowerCase().matchAll(/[a-z]+(?:-[a-z]+)?/gu)]
  return found.flatMap(({0: written, index}, at): readonly Quantity[] => {
    const value = valueOf(written)
    // What may happen happens in no month.
    if (value === undefined || prose.startsWith('may', index)) return []
    // two hundred, five thousand, three million
    const scale = words.get(found[at + 1]?.[0].replace(/s$/u, '') ?? '')
    const own = {value, kinds: isMonth(written) ? ['month'] : [], index, written}
    // two-thirds is 3분의 2
    const [, part] = /-(thirds|quarters)$/u.exec(written) ?? []
    if (part !== undefined) return [own, {...own, value: words.get(part) ?? value}]
    return scale !== undefined && [100, 1000, 1e6].includes(scale)
      ? [own, {...own, value: value * scale}]
      : [own]
  })
}

function isMonth(word: string): boolean {
  return new RegExp(
    `(?:^|-)(?:sept|${months.replaceAll(' ', '|')}|${shortMonths.replaceAll(' ', '|')})$`,
    'u',
  ).test(word)
}

function valueOf(word: string): number | undefined {
  const [ten = '', one] = word.split('-')
  const value = words.get(word) ?? words.get(ten)
  const more = one === undefined ? undefined : words.get(one)
  if (value === undefined) return more
  return more !== undefined && value >= 20 && value < 100 && more < 10 ? value + more : value
}
