import {editionKey} from './check/speech.ts'
import type {Brief, Filed} from './model/brief.ts'
import {grouped} from './model/grouped.ts'
import type {EditionSummary, ReportedSpeech} from './model/run.ts'
import type {Verdict} from './model/verdict.ts'

/** What the report says of each edition: how far it is translated, what was found, whether it goes out. */
export function editionSummaries(
  editions: readonly Filed[],
  verdict: Verdict,
  heard: ReadonlyMap<string, ReportedSpeech>,
): readonly EditionSummary[] {
  const counted = countable(verdict)
  const decisions = new Map(verdict.editions.map((one) => [editionKey(one), one.decision]))
  return editions.map(({brief}) => {
    const {slug, locale, sourceLocale, headline, progress} = brief
    const key = editionKey(brief)
    return {
      slug,
      locale,
      sourceLocale,
      headline: headline.text,
      progress,
      speech: heard.get(key) ?? [],
      decision: decisions.get(key) ?? 'hold',
      found: counted(brief),
    }
  })
}

/** Counts the open findings about an edition, by severity. */
function countable({findings}: Verdict): (edition: Brief) => EditionSummary['found'] {
  const open = findings.filter(({asks, waived}) => !asks && waived === undefined)
  const byArticle = grouped(open, ({article}) => article ?? '')
  return ({slug, locale}) => {
    const own = ['', slug]
      .flatMap((article) => byArticle.get(article) ?? [])
      .filter((finding) => (finding.locale ?? locale) === locale)
    const count = (severity: string) => own.filter((one) => one.severity === severity).length
    return {error: count('error'), warning: count('warning'), notice: count('notice')}
  }
}
