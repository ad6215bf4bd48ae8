import {editionKey} from './check/speech.ts'
import {belonging} from './model/belonging.ts'
import type {Filed} from './model/brief.ts'
import type {Finding} from './model/finding.ts'
import {tally} from './model/tally.ts'
import type {EditionSummary, HeardPage, Run} from './model/run.ts'
import type {Verdict} from './model/verdict.ts'

/**
 * What the report says of each edition: how far it is translated, what was found, whether it goes
 * out; and how much was found that is no edition's own.
 */
export function editionSummaries(
  editions: readonly Filed[],
  verdict: Verdict,
  heard: ReadonlyMap<string, HeardPage>,
): Required<Pick<Run, 'editions' | 'elsewhere'>> {
  const open = verdict.findings.filter(({asks, waived}) => !asks && waived === undefined)
  const ownOf = belonging(open)
  const decisions = new Map(verdict.editions.map((one) => [editionKey(one), one.decision]))
  const owned = new Set<Finding>()
  const summaries = editions.map(({brief}): EditionSummary => {
    const {slug, locale, sourceLocale, headline, progress} = brief
    const key = editionKey(brief)
    const own = ownOf(brief)
    for (const finding of own) owned.add(finding)
    return {
      slug,
      locale,
      sourceLocale,
      headline: headline.text,
      progress,
      heard: heard.get(key),
      decision: decisions.get(key) ?? 'hold',
      found: tally(own),
    }
  })
  return {editions: summaries, elsewhere: tally(open.filter((finding) => !owned.has(finding)))}
}
