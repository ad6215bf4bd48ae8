import type {CDPSession, Page} from 'playwright-core'
import type {LoadLog, Refusal} from '../model/tab.ts'

/** Listens to a tab while its page loads. */
export interface LoadListener {
  /** Forgets what the page before has done. */
  reset(): void
  missing(url: string): void
  foreign(url: string): void
  /** It would have gone there by itself. */
  leads(url: string): void
  /** It has given itself this address. */
  shows(url: string): void
  /** It asks for a password, and has hardly anything else. */
  asks(): void
  /** It never stops asking for more. */
  restless(): void
  readonly log: LoadLog
  /** How many requests have no answer yet. */
  readonly pending: number
}

/** Listens to a tab for as long as it is there. */
export async function listen(page: Page, session: CDPSession): Promise<LoadListener> {
  const requests = new Set<unknown>()
  const missing = new Set<string>()
  const foreign = new Set<string>()
  const refused = new Map<string, Refusal>()

  let isRestless = false
  let elsewhere: string | undefined
  let shownAs: string | undefined
  let asks = false

  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
  session.on('Audits.issueAdded', ({issue}) => {
    const found = issue.details.contentSecurityPolicyIssueDetails
    if (found === undefined || found.isReportOnly) return
    // Lines count from 0 here; -1 is a place unknown.
    const line = (found.sourceCodeLocation?.lineNumber ?? -1) + 1
    const refusal = {
      directive: found.violatedDirective,
      what: found.blockedURL ?? 'inline',
      line: line > 0 ? line : undefined,
    }
    refused.set(JSON.stringify(refusal), refusal)
  })
  await session.send('Audits.enable')

  return {
    reset() {
      for (const kept of [requests, missing, foreign, refused]) kept.clear()
      isRestless = false
      elsewhere = shownAs = undefined
      asks = false
    },
    missing: (url) => missing.add(url),
    foreign: (url) => foreign.add(url),
    leads(url) {
      elsewhere ??= url
    },
    shows(url) {
      shownAs = url
    },
    asks() {
      asks = true
    },
    restless() {
      isRestless = true
    },
    get log() {
      return {
        ...(isRestless && {restless: true as const}),
        ...(elsewhere !== undefined && {elsewhere}),
        ...(shownAs !== undefined && {shownAs}),
        ...(asks && {asks: true as const}),
        missing: sorted(missing),
        foreign: sorted(foreign),
        refused: [...refused].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, refusal]) => refusal),
      }
    },
    get pending() {
      return requests.size
    },
  }
}

function sorted(urls: Iterable<string>): readonly string[] {
  return [...urls].sort()
}
