import type {Edition} from '../model/edition.ts'
import type {Finding} from '../model/finding.ts'
import type {Rendition} from '../model/rendition.ts'
import type {DocumentCheck} from './check.ts'

/** One check at one place: what it found, and its id if it ran. */
export interface Trial {
  readonly by: string
  readonly ran?: string | undefined
  readonly findings: readonly Finding[]
}

/** Where a check ran. */
export type Where = Pick<Finding, 'place' | 'locale' | 'article'>

type About = Pick<DocumentCheck, 'id' | 'criteria'>

export function trial(check: About, where: Where, run: () => readonly Finding[]): Trial {
  try {
    return {by: check.id, ran: check.id, findings: run()}
  } catch (error) {
    return failed(check, where, error instanceof Error ? error.message : String(error))
  }
}

export function failed({id, criteria}: About, where: Where, reason: string): Trial {
  return {
    by: id,
    ran: undefined,
    findings: [unknown(id, criteria, where, 'check/could-not-run', {reason})],
  }
}

export function unknown(
  check: string,
  criteria: readonly string[],
  where: Where,
  key: string,
  values: Readonly<Record<string, string>>,
): Finding {
  return {
    check,
    outcome: 'cantTell',
    severity: 'error',
    message: {key, values: {check, file: where.place.file, ...values}},
    ...where,
    criteria,
    engines: [],
  }
}

export function inEdition({slug, locale}: Pick<Edition, 'slug' | 'locale'>): Where {
  return {place: {file: `articles/${slug}/article.md`}, locale, article: slug}
}

export function onPage({path, locale, article}: Rendition): Where {
  return {place: {file: path}, locale, article}
}
