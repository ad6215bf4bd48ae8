import type {Finding} from '../model/finding.ts'

/** Chromium 100 came out on this day; since then a version came about every 31 days. */
const first = {version: 100, day: Date.UTC(2022, 2, 29), cadence: 30.9}
const most = 9

/**
 * Says that a browser is old, for strangers' pages: they may use what it does not know yet, and
 * its holes are known. `today` is `YYYY-MM-DD`.
 */
export function browserAge(browser: string, today: string): readonly Finding[] {
  const version = Number(/\b(\d{2,3})\.\d+\.\d+/.exec(browser)?.[1] ?? Number.NaN)
  const born = first.day + (version - first.version) * first.cadence * 86_400_000
  const months = Math.round((Date.parse(today) - born) / (86_400_000 * 30.4))
  if (!(months >= most)) return []
  return [
    {
      check: 'audit/old-browser',
      outcome: 'cantTell',
      severity: 'notice',
      message: {key: 'audit/old-browser', values: {browser, months}},
      place: {file: '.'},
      locale: undefined,
      article: undefined,
      criteria: [],
      engines: [],
    },
  ]
}
