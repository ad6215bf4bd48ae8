import type {Frequency} from '../check/check.ts'
import type {Due} from '../check/due.ts'
import {PipelineError} from '../model/error.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Capture, Json, Tab} from '../model/tab.ts'
import type {View} from '../model/view.ts'
import {without, type Distrusted} from './self-test.ts'
import {openTries} from './tries.ts'
import {visitOf, type VisitOptions} from './visit.ts'

/** The half of a browser check that needs the browser. */
export interface Probe {
  readonly id: string
  readonly every: Frequency
  readonly disturbs?: true
  probe(tab: Tab): Promise<Json>
}

/** Who looks at a page, and whom nobody believes. */
interface Looking {
  readonly probes: readonly Probe[]
  readonly isDue: Due
  readonly distrusted: Distrusted
}

interface Seen {
  readonly captures: readonly Capture[]
  readonly loaded: boolean
}

/**
 * Everything about one page in one viewport. A page that is lost is tried again, from what is known of
 * it by then on. An engine or probe that it is lost to all the same is left out, so that the others are
 * heard.
 */
export async function look(
  page: Rendition,
  group: readonly View[],
  visiting: VisitOptions,
  {probes, isDue, distrusted}: Looking,
): Promise<Seen> {
  const barred = new Map(distrusted)
  const most = barred.size + culprits
  let furthest = 0
  const tries = openTries()
  for (;;) {
    const visit = visitOf(page, group, visiting)
    const captures = group.map((view) => emptyCapture(page.path, view))
    let culprit: string | undefined
    for (const disturbs of [undefined, true] as const) {
      for (const capture of captures) {
        const {view} = capture
        const due = probes.filter(
          (probe) => probe.disturbs === disturbs && isDue(probe, page, view),
        )
        for (const probe of due) {
          await gather(probe, visit.tab(view), capture, barred)
          const during = visit.lost()?.during
          if (during !== undefined) culprit ??= during === 'looking' ? probe.id : during
        }
      }
    }
    await visit.keep()
    const lost = visit.lost()
    if (lost !== undefined) await visiting.slot.drop()
    const reached = captures.reduce((sum, one) => sum + Object.keys(one.evidence).length, 0)
    const isFurther = reached > furthest
    if (visit.learned()) visiting.slot.worked()
    if (isFurther) tries.further()
    furthest = Math.max(furthest, reached)
    if (lost !== undefined && tries.again(lost.reason)) continue
    if (culprit === undefined || culprit === 'loading' || barred.size === most) {
      return {captures, loaded: visit.loaded()}
    }
    barred.set(culprit, lost?.reason.message ?? '')
  }
}

/** How many engines and probes may lose a page before it is left as it is. */
const culprits = 2

/** A capture that is still being made. */
interface Draft extends Capture {
  readonly evidence: Record<string, Json>
  readonly failures: Record<string, string>
}

function emptyCapture(page: string, view: View): Draft {
  return {page, view, evidence: {}, failures: {}}
}

async function gather(
  check: Probe,
  tab: Tab,
  {evidence, failures}: Draft,
  distrusted: Distrusted,
): Promise<void> {
  const {id} = check
  const reason = distrusted.get(id)
  if (reason !== undefined) {
    failures[id] = reason
    return
  }
  try {
    evidence[id] = await check.probe(without(tab, distrusted))
  } catch (error) {
    if (error instanceof PipelineError) throw error
    failures[id] = error instanceof Error ? error.message : String(error)
  }
}
