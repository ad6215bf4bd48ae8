import type {Quantity} from './languages/language.ts'

/** What a unit measures, and how much of the first unit of that it is. */
const measures: Readonly<Record<string, readonly [what: string, amount: number]>> = {
  'unit:km': ['length', 1000],
  'unit:m': ['length', 1],
  'unit:cm': ['length', 0.01],
  'unit:mm': ['length', 0.001],
  'unit:mi': ['length', 1609.344],
  'unit:ft': ['length', 0.3048],
  'unit:in': ['length', 0.0254],
  'unit:yd': ['length', 0.9144],
  'unit:kg': ['mass', 1],
  'unit:g': ['mass', 0.001],
  'unit:lb': ['mass', 0.453_592],
  'unit:oz': ['mass', 0.028_35],
  'unit:t': ['mass', 1000],
  'unit:l': ['volume', 1],
  'unit:gal': ['volume', 3.785],
  'unit:bbl': ['volume', 158.99],
  'unit:km2': ['area', 1e6],
  'unit:m2': ['area', 1],
  'unit:acre': ['area', 4046.86],
  'unit:ha': ['area', 1e4],
}

/**
 * What a unit of money was worth in dollars from 2016 to 2025, at least and at most, with some room on
 * either side (Federal Reserve, H.10: foreign exchange rates).
 */
const worth: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'money:usd': [1, 1],
  'money:krw': [1 / 1600, 1 / 1000],
  'money:eur': [0.94, 1.27],
  'money:gbp': [1.05, 1.55],
  'money:jpy': [1 / 165, 1 / 98],
  'money:cny': [1 / 7.5, 1 / 6.1],
}

/**
 * Whether one quantity is another said in another unit, or in another money, as newspapers add it
 * for their readers: rounded by a tenth at most, money by what it was worth in ten years.
 */
export function isConverted(one: Quantity, other: Quantity): boolean {
  // So many euros for as many dollars is a slip.
  if (one.value === other.value) return false
  return one.kinds.some((from) =>
    other.kinds.some((to) => from !== to && fits(one, from, other, to)),
  )
}

function fits(one: Quantity, from: string, other: Quantity, to: string): boolean {
  const share = other.value / one.value
  const [here, there] = [measures[from], measures[to]]
  if (here !== undefined && there !== undefined && here[0] === there[0]) {
    return Math.abs((share * there[1]) / here[1] - 1) <= 0.1
  }
  const [mine, theirs] = [worth[from], worth[to]]
  if (mine !== undefined && theirs !== undefined)
    return share >= mine[0] / theirs[1] / 1.05 && share <= (mine[1] / theirs[0]) * 1.05
  if (from === 'unit:fahrenheit' && to === 'unit:celsius')
    return Math.abs(((one.value - 32) * 5) / 9 - other.value) <= 1
  return (
    from === 'unit:celsius' &&
    to === 'unit:fahrenheit' &&
    Math.abs((one.value * 9) / 5 + 32 - other.value) <= 2
  )
}
