import type {Brief} from './brief.ts'
import type {Finding} from './finding.ts'
import {grouped} from './grouped.ts'

/** Gives what was found about an edition itself, or about its article in every language. */
export function belonging<One extends Finding>(
  findings: readonly One[],
): (edition: Pick<Brief, 'slug' | 'locale'>) => readonly One[] {
  const about = findings.flatMap((finding) =>
    (finding.pages ?? [finding]).map(({article, locale}) => ({article, locale, finding})),
  )
  const byArticle = grouped(about, ({article}) => article)
  return ({slug, locale}) => {
    const own = (byArticle.get(slug) ?? []).filter((one) => (one.locale ?? locale) === locale)
    return [...new Set(own.map(({finding}) => finding))]
  }
}
