import {forgetful} from '../../pipeline/model/memory.ts'
import {auditChecks, weighed} from '../../pipeline/check/audit-checks.ts'
import {secondOpinion} from '../../pipeline/check/browser/second-opinion.ts'
import {judgeBy} from '../../pipeline/check/judge.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import type {PublicationConfig} from '../../pipeline/model/publication.ts'
import type {OpinionEngine} from '../../pipeline/model/tab.ts'
import type {View} from '../../pipeline/model/view.ts'
import {policy} from '../translate/make-article.ts'
import type {ActCase} from './act-cases.ts'
import {open, page} from './browser.ts'

/** A case, and the findings on its criterion as the gate for strangers' pages weighs them. */
export interface Scored {
  readonly one: ActCase
  readonly findings: readonly Finding[]
  /** Whether an error was found on the criterion: right where the case fails, an alarm elsewhere. */
  readonly isFound: boolean
  /** The errors on any criterion, or none: what the publisher of a page that conforms would be told. */
  readonly errors: readonly Finding[]
}

const view: View = {name: 'desktop-light', width: 1280, height: 800, scheme: 'light'}
const config: PublicationConfig = {
  url: 'http://localhost/',
  source: 'en',
  locales: [],
  views: [view],
  timeLimit: 60_000,
  timeZone: 'UTC',
  machine: undefined,
  policy,
}

/** Judges cases as `galley audit` does, by the browser checks whose ids are given. */
export async function scoreOf(
  cases: readonly ActCase[],
  checks: ReadonlySet<string>,
): Promise<readonly Scored[]> {
  const score = await seenBy(cases, checks, [])
  return score([])
}

/** Looks at cases once, also as other engines do; what comes back judges them by some of these. */
export async function seenBy(
  cases: readonly ActCase[],
  checks: ReadonlySet<string>,
  opinions: readonly OpinionEngine[],
): Promise<(asked: readonly OpinionEngine[]) => readonly Scored[]> {
  const pages = cases.map(({path, html}) => ({...page(path, html), locale: undefined}))
  const usual = auditChecks.browser.filter(({id}) => checks.has(id))
  const probes = [...usual, ...opinions.map(secondOpinion)]
  const options = {url: config.url, probes, views: [view], policy: undefined}
  const tabs = await open({...options, timeLimit: config.timeLimit})
  const {captures} = await tabs.capture(pages)
  await tabs.close()
  const evidence = {config, editions: [], terms: [], memory: forgetful, renditions: pages, captures}
  return (asked) => {
    const browser = [...usual, ...asked.map(secondOpinion)]
    const all = judgeBy({...auditChecks, browser}, evidence).findings.map(weighed)
    return cases.map((one) => {
      const ofPage = all.filter(({place}) => place.file === one.path)
      const findings = ofPage.filter(({criteria}) => criteria.includes(one.criterion))
      const isFound = findings.some(({severity}) => severity === 'error')
      return {one, findings, isFound, errors: ofPage.filter(({severity}) => severity === 'error')}
    })
  }
}
