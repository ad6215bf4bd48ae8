/** Days that a line of a page's head gives, `YYYY-MM-DD`. */
export interface Timestamp {
  readonly published: string | undefined
  readonly updated: string | undefined
}

/**
 * Read a line that says nothing but when the article came out (`Published March 3, 2026, 9:00 AM`,
 * `입력 2026.03.03. 오전 9:00`); `undefined` for any other line. The time of day is left out: its
 * time zone is hardly ever given.
 */
export function timestamp(line: string): Timestamp | undefined {
  if (line.length > 120) return undefined
  const days = [...line.matchAll(dayPattern)].map((match) => ({
    index: match.index,
    day: dayOf(match),
  }))
  if (days.length === 0 || days.length > 2 || days.some(({day}) => day === undefined))
    return undefined
  const words = line.replace(dayPattern, ' ').replace(around, ' ')
  if (/[\p{L}\p{N}]/u.test(words)) return undefined
  const updates = line.search(/updated|modified|수정|업데이트|최종/i)
  const isUpdate = (index: number) => updates >= 0 && updates < index
  return {
    published: days.find(({index}) => !isUpdate(index))?.day,
    updated: days.find(({index}) => isUpdate(index))?.day,
  }
}

/** The day in words such as `March 3, 2026`, or `undefined` where the year is not there. */
export function dayIn(words: string): string | undefined {
  const [match] = words.matchAll(dayPattern)
  return match === undefined ? undefined : dayOf(match)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`

/** Year first in figures, or the month by its name; `03/04/2026` is two days, so it is none. */
const dayPattern = new RegExp(
  [
    String.raw`(?<y1>\d{4})\s?[.\-/년]\s?(?<m1>\d{1,2})\s?[.\-/월]\s?(?<d1>\d{1,2})(?:\s?일|\.)?(?!\d)(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?`,
    String.raw`\b(?<m2>${monthName})\s+(?<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y2>\d{4})\b`,
    String.raw`\b(?<d3>\d{1,2})(?:st|nd|rd|th)?\s+(?<m3>${monthName}),?\s+(?<y3>\d{4})\b`,
  ].join('|'),
  'giu',
)

/** What stands around a day in such a line: labels, times, days of the week, time zones. */
const around = new RegExp(
  [
    String.raw`\b(?:first |last )?(?:published|posted|updated|modified|issued|released|filed|created)\b(?: (?:on|at))?`,
    String.raw`\b(?:date|on|at|and)\b`,
    String.raw`기사 ?입력|최종 ?수정|입력|수정|등록|승인|송고|발행일?|작성일?|업데이트|게재|일시|시간|오전|오후`,
    String.raw`\d{1,2}(?::\d{2}){1,2}|\b[0-2]?\d\.[0-5]\d\b`,
    String.raw`\d{1,2}시(?:\s?\d{1,2}분)?`,
    String.raw`\d{1,2}\s?[ap]\.?m\b\.?`,
    String.raw`\b[ap]\.?m\b\.?`,
    String.raw`\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b`,
    String.raw`[([]?[월화수목금토일](?:요일)?[)\]]`,
    String.raw`\b(?:utc|gmt|kst|jst|bst|cet|cest|e[sd]?t|c[sd]t|m[sd]t|p[sd]t)\b(?:[+-]\d{1,2})?`,
  ].join('|'),
  'giu',
)

function dayOf({groups = {}}: RegExpMatchArray): string | undefined {
  const year = groups['y1'] ?? groups['y2'] ?? groups['y3'] ?? ''
  const name = groups['m2'] ?? groups['m3']
  const month =
    name === undefined ? Number(groups['m1']) : months.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const day = Number(groups['d1'] ?? groups['d2'] ?? groups['d3'])
  const time = Date.UTC(Number(year), month - 1, day)
  const iso = new Date(time)
  return iso.getUTCMonth() === month - 1 && iso.getUTCDate() === day && Number(year) > 1700
    ? iso.toISOString().slice(0, 10)
    : undefined
}
