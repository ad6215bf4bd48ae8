import {requestFailed} from '../check/browser/request-failed.ts'
import {ledAway} from '../check/redirected.ts'
import type {Site} from '../io/site.ts'
import type {AuditTarget} from '../model/audit.ts'
import type {Finding} from '../model/finding.ts'
import type {Json, Capture, LoadLog} from '../model/tab.ts'

/** Where pages went by themselves while they were looked at. */
export interface Leads {
  see(page: string, captures: readonly Capture[]): void
  /** What is wrong with those that went to a log-in. */
  findings(): Promise<readonly Finding[]>
}

/** @param isActedOn of which pages nobody can say where they lead: something was done there */
export function followLeads(
  target: AuditTarget,
  site: Site,
  isActedOn: (path: string) => boolean,
): Leads {
  const logs = new Map<string, LeadLog>()

  /** A page that a page goes on to, as it stands on the disk or the server. */
  async function textAt(url: string, from: AuditTarget['renditions'][number]) {
    const answer = await site.answer(url, from, plainly)
    const isFile = typeof answer === 'object' && 'content' in answer
    return isFile && typeof answer.content === 'string' ? answer.content : undefined
  }

  return {
    see(page, captures) {
      const [log] = captures.flatMap(({evidence}) => evidence[requestFailed.id] ?? [])
      if (log !== undefined && !isActedOn(page)) logs.set(page, readLog(log))
    },
    async findings() {
      const pages = target.renditions.filter(({path}) => logs.has(path))
      const led = await Promise.all(
        pages.map(async (page) => {
          const log = logs.get(page.path) ?? {}
          const next = log.elsewhere === undefined ? undefined : await textAt(log.elsewhere, page)
          return [page.path, {...log, opened: site.urlOf(page), next}] as const
        }),
      )
      return ledAway(target, new Map(led))
    },
  }
}

type LeadLog = Pick<LoadLog, 'elsewhere' | 'shownAs' | 'asks'>

const plainly = {
  method: 'GET',
  headers: {},
  body: undefined,
  goes: undefined,
  cookiesFor: () => Promise.resolve(''),
}

function readLog(log: Json): LeadLog {
  const {elsewhere, shownAs, asks} = Object(log)
  return {
    ...(typeof elsewhere === 'string' && {elsewhere}),
    ...(typeof shownAs === 'string' && {shownAs}),
    ...(asks === true && {asks}),
  }
}
