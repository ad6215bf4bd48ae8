import type {Article} from '../model/article.ts'
import type {Finding} from '../model/finding.ts'
import {earliest} from './date.ts'
import {ingestFinding, type At} from './ingest-finding.ts'

/** What of an article says when it was changed. */
export type Changed = Pick<
  Article,
  'slug' | 'file' | 'published' | 'updated' | 'corrections' | 'places'
>

/** Changes and corrections that are dated before the article itself. */
export function datedBefore(article: Changed): readonly Finding[] {
  const {published} = article
  if (published === undefined) return []
  return changesOf(article)
    .filter(({date}) => isBefore(date, published))
    .map((change) => told('before', 'warning', change, article, {published}))
}

/** Changes and corrections of a day that has begun nowhere yet, or of a moment to come. */
export function datedAhead(article: Changed, now: string): readonly Finding[] {
  return changesOf(article)
    .filter(({date}) => earliest(date) > Date.parse(now))
    .map((change) => told('ahead', 'error', change, article, {}))
}

interface Change {
  readonly date: string
  readonly at: At
}

/** The last change is told by the correction that it is. */
export function changesOf({
  updated,
  corrections,
  places,
}: Pick<Changed, 'updated' | 'corrections' | 'places'>): readonly Change[] {
  const start = {line: 1, column: 1}
  const corrected = corrections.map(({date}, index) => ({
    date,
    at: places[`corrections/${index}/date`] ?? places['corrections'] ?? start,
  }))
  const isCorrection = corrections.some(({date}) => date === updated)
  return updated === undefined || isCorrection
    ? corrected
    : [{date: updated, at: places['updated'] ?? start}, ...corrected]
}

/** Where one of them is a whole day, days are compared. */
function isBefore(date: string, published: string): boolean {
  return date.includes('T') && published.includes('T')
    ? Date.parse(date) < Date.parse(published)
    : date.slice(0, 10) < published.slice(0, 10)
}

function told(
  variant: 'before' | 'ahead',
  severity: Finding['severity'],
  {date, at}: Change,
  {file, slug}: Changed,
  values: Finding['message']['values'],
): Finding {
  const found = ingestFinding('ingest/change-date', variant, severity, file, at, {date, ...values})
  return {...found, article: slug}
}
