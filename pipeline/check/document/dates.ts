import type {DocumentCheck} from '../check.ts'
import {defect} from './defect.ts'
import {wordings} from './wording.ts'

const about = {id: 'document/dates', criteria: []}

/**
 * Each date is in the calendar, and falls on the day of the week that is said with it. English and
 * Korean ways to write dates, and ISO 8601's.
 */
export const dates: DocumentCheck = {
  ...about,
  judge: (page) =>
    wordings(page.tree).flatMap(({text, at, node, lang}) =>
      [...datesIn(text), ...(lang?.startsWith('ko') === true ? foreignIn(text) : [])].flatMap(
        (date) => {
          const fault = faultOf(date)
          if (fault === undefined) return []
          return [
            defect(about, page, {
              key: `${about.id}/${fault.variant}`,
              values: {date: date.written, ...fault.values},
              severity: 'warning',
              at,
              ...(node && {node}),
              excerpt: date.written,
            }),
          ]
        },
      ),
    ),
}

interface WrittenDate {
  readonly written: string
  readonly year: number | undefined
  /** 1 to 12 if it is one. */
  readonly month: number
  readonly day: number
  /** 0 is Sunday. */
  readonly weekday: number | undefined
  readonly language: 'en' | 'ko'
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const days = 'sun mon tue wed thu fri sat'.split(' ')
const koreanDays = '일 월 화 수 목 금 토'.split(' ')

const weekday =
  '(?<weekday>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)\\b\\.?)'
const month =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)'
const day = '(?<day>[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?'
const year = ',? (?<year>\\d{4})\\b'
// In February 30 people came: a figure that counts something is no day.
const isDay =
  '(?!\\d|[.,:]\\d|%)(?=[^\\w\\s]|$| (?:and|or|but|to|in|at|on|for|by|as|the|was|is|until|through|from|with|after|before|when)\\b)'

const patterns: readonly (readonly [WrittenDate['language'], RegExp])[] = [
  // (Monday,) March 3, 2026
  ['en', new RegExp(`(?:\\b${weekday},? )?\\b${month} ${day}(?:${year}|${isDay})`, 'gu')],
  // (Monday,) 3 March (2026)
  [
    'en',
    new RegExp(`(?:\\b${weekday},? )?(?:the )?\\b${day}(?: of)? ${month}(?:${year})?(?!\\w)`, 'gu'),
  ],
  // (2026년) 3월 3일 (화요일)
  [
    'ko',
    /(?:(?<year>\d{4})년 ?)?(?<![\d.])(?<month>\d{1,2})월 ?(?<day>\d{1,2})일(?!간|째)(?:,? ?\(?(?<weekday>[일월화수목금토])(?:요일|\)))?/gu,
  ],
  // 2026. 3. 3.(화)
  [
    'ko',
    /(?<![\d.])(?<year>\d{4})\. ?(?<month>\d{1,2})\. ?(?<day>\d{1,2})\.? ?\((?<weekday>[일월화수목금토])(?:요일)?\)/gu,
  ],
  // 2026-03-03
  ['en', /(?<![\w./-])(?<year>(?:19|20)\d{2})-(?<month>\d{2})-(?<day>\d{2})(?![\w/-])/gu],
]

interface ForeignDate {
  readonly written: string
}

/** Among Korean words, what a program writes that does not know it writes Korean. */
function foreignIn(text: string): readonly ForeignDate[] {
  const pattern = new RegExp(
    `(?<![\\w./-])(?:\\d{1,2}/\\d{1,2}/(?:19|20)\\d{2}|${month} \\d{1,2}, (?:19|20)\\d{2})(?![\\w/-])`,
    'gu',
  )
  return [...text.matchAll(pattern)].map(([written]) => ({written}))
}

function datesIn(text: string): readonly WrittenDate[] {
  return patterns.flatMap(([language, pattern]) =>
    [...text.matchAll(pattern)].map(({0: written, groups = {}}) => {
      const named = groups['weekday']
      return {
        written: written.trim(),
        year: groups['year'] === undefined ? undefined : Number(groups['year']),
        month: placeIn(months, groups['month'] ?? '') + 1 || Number(groups['month']),
        day: Number(groups['day']),
        weekday:
          named === undefined ? undefined : placeIn(language === 'ko' ? koreanDays : days, named),
        language,
      }
    }),
  )
}

function placeIn(names: readonly string[], name: string): number {
  return names.findIndex((one) => name.toLowerCase().startsWith(one))
}

function faultOf(date: WrittenDate | ForeignDate) {
  if (!('day' in date)) return {variant: 'foreign', values: {}}
  // A leap year, where none is said.
  const time = new Date(Date.UTC(date.year ?? 2000, date.month - 1, date.day))
  if (time.getUTCMonth() !== date.month - 1 || time.getUTCDate() !== date.day)
    return {variant: 'none', values: {}}
  if (date.weekday === undefined || date.weekday === time.getUTCDay()) return undefined
  // Which year is not said, or it is one before every country came to this calendar.
  if (date.year === undefined || date.year < 1924) return undefined
  const names = new Intl.DateTimeFormat(date.language, {weekday: 'long', timeZone: 'UTC'})
  return {variant: 'weekday', values: {right: names.format(time)}}
}
