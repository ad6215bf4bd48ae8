import type {Article} from '../model/article.ts'
import type {Finding} from '../model/finding.ts'
import {changesOf, datedAhead} from './change-dates.ts'
import {earliest} from './date.ts'
import {ingestFinding, type At} from './ingest-finding.ts'

/** What of an article decides when it may be read. */
export type Scheduled = Pick<
  Article,
  'slug' | 'file' | 'published' | 'updated' | 'facts' | 'corrections' | 'places'
>

/** Which articles may be read now, and what is said of those that may not. */
export interface Schedule<One extends Scheduled = Scheduled> {
  readonly due: readonly One[]
  /** Names that lead nowhere any more, `goneNames`. */
  readonly withdrawn: readonly string[]
  /** Nothing of this changes before then, in milliseconds; `Infinity` where nobody waits for a time. */
  readonly until: number
  readonly findings: readonly Finding[]
}

/**
 * Sort out drafts, withdrawn articles and those whose time has not come. A day without a time
 * begins at midnight in the publication's time zone.
 *
 * @param now ISO 8601 in UTC
 */
export function schedule<One extends Scheduled>(
  articles: readonly One[],
  now: string,
  timeZone: string,
): Schedule<One> {
  const standing = articles.map((article) => ({article, wait: waitOf(article, now, timeZone)}))
  const due = standing.flatMap(({article, wait}) => (wait === undefined ? [article] : []))
  const later = standing.flatMap(({article: {published, facts}, wait}) =>
    wait === 'embargo' ? [published ?? [], facts.embargo ?? []].flat() : [],
  )
  const ahead = due
    .flatMap((article) => changesOf(article).map(({date}) => earliest(date)))
    .filter((time) => time > Date.parse(now))
  return {
    due,
    until: Math.min(
      Infinity,
      ...ahead,
      ...later.filter((time) => !hasCome(time, now, timeZone)).map(earliest),
    ),
    withdrawn: goneNames(articles),
    findings: [
      ...standing.flatMap(({article, wait}) =>
        // Of a date that cannot be read its own error tells.
        wait === undefined || (wait === 'draft' && hasUnreadDate(article))
          ? []
          : [waiting(article, wait)],
      ),
      ...due.flatMap((article) => datedAhead(article, now)),
      ...takenNames(articles),
    ],
  }
}

/** The names that withdrawn articles have, and had, but for those that another article goes by. */
export function goneNames(articles: readonly Scheduled[]): readonly string[] {
  const isGone = ({facts}: Scheduled) => facts.status === 'withdrawn'
  const namesOf = ({slug, facts}: Scheduled) => [slug, ...facts.formerly]
  const taken = new Set(articles.filter((one) => !isGone(one)).flatMap(namesOf))
  return [...new Set(articles.filter(isGone).flatMap(namesOf))].filter((name) => !taken.has(name))
}

/** Why an article may not be read. */
export type Wait = 'draft' | 'withdrawn' | 'embargo'

/** What one article waits for, if it does; `now` and days as in `schedule`. */
export function waitOf(
  {facts, published}: Pick<Scheduled, 'facts' | 'published'>,
  now: string,
  timeZone: string,
): Wait | undefined {
  if (facts.status !== 'published') return facts.status
  const times = [published, facts.embargo]
  return times.some((time) => time !== undefined && !hasCome(time, now, timeZone))
    ? 'embargo'
    : undefined
}

/** Whether a day or a moment (ISO 8601) has come. */
function hasCome(time: string, now: string, timeZone: string): boolean {
  if (time.includes('T')) return Date.parse(time) <= Date.parse(now)
  return time <= todayIn(timeZone, now)
}

/** Every article asks for the same day. */
function todayIn(timeZone: string, now: string): string {
  if (asked?.timeZone === timeZone && asked.now === now) return asked.today
  // Swedish writes dates as ISO 8601 does.
  const today = new Intl.DateTimeFormat('sv', {timeZone}).format(new Date(now))
  asked = {timeZone, now, today}
  return today
}

let asked: {readonly timeZone: string; readonly now: string; readonly today: string} | undefined

/** What keeps an article from readers that does not say itself that it is a draft. */
function hasUnreadDate({places, published, facts}: Scheduled): boolean {
  if (places['status'] !== undefined) return false
  const isUnread = (key: string, read: string | undefined) =>
    places[key] !== undefined && read === undefined
  return isUnread('published', published) || isUnread('embargo', facts.embargo)
}

function waiting({slug, file, facts, published, places}: Scheduled, wait: Wait): Finding {
  const key =
    wait === 'embargo' ? (facts.embargo === undefined ? 'published' : 'embargo') : 'status'
  const time = facts.embargo ?? published ?? ''
  return {
    ...ingestFinding('ingest/schedule', wait, 'notice', file, places[key] ?? start, {time}),
    article: slug,
  }
}

const start: At = {line: 1, column: 1}

/** A former name that is another article's name, or another's former name, too. */
export function takenNames(articles: readonly Scheduled[]): readonly Finding[] {
  const owners = new Map(articles.map(({slug}) => [slug, slug]))
  return articles.flatMap(({slug, file, facts, places}) =>
    facts.formerly.flatMap((name) => {
      const other = owners.get(name)
      // One that was renamed back goes by a former name again.
      if (other === slug) return []
      if (other === undefined) {
        owners.set(name, slug)
        return []
      }
      const at = places['formerly'] ?? start
      const values = {slug: name, other}
      return [
        {...ingestFinding('ingest/formerly', 'taken', 'error', file, at, values), article: slug},
      ]
    }),
  )
}
