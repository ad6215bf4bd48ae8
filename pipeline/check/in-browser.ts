import type {Rendition} from '../model/rendition.ts'
import type {Capture, Json} from '../model/tab.ts'
import type {View} from '../model/view.ts'
import type {BrowserCheck} from './check.ts'
import type {Due} from './due.ts'
import {failed, onPage, trial, unknown, type Trial} from './trial.ts'

/** What a check saw on the same page of the edition that a page was translated from. */
export type Original = (
  page: Rendition,
  view: View,
  check: string,
) => {readonly evidence: Json; readonly locale: string} | undefined

/** Every browser check of one page, in every view that it is due in, by what was seen there. */
export function judgeInBrowser(
  checks: readonly BrowserCheck[],
  rendition: Rendition,
  captures: readonly Capture[],
  {views, due, original}: {readonly views: readonly View[]; due: Due; original: Original},
): readonly Trial[] {
  return views.flatMap((view) => {
    const {path: page, locale, article} = rendition
    const where = {...onPage(rendition), place: {file: page, view: view.name}}
    const capture = captures.find((one) => one.view.name === view.name)
    if (!capture) {
      const finding = unknown('browser/capture', [], where, 'check/not-seen', {})
      return [{by: 'browser/capture', ran: undefined, findings: [finding]}]
    }
    return checks
      .filter((check) => due(check, rendition, view))
      .map((check) => {
        const evidence = evidenceOf(capture, check)
        const reason = own(capture.failures, check.id)
        if (reason !== undefined) return failed(check, where, reason)
        if (evidence === undefined) return failed(check, where, 'no evidence was gathered')
        return trial(check, where, () => {
          const seen = {page, view, locale, article}
          const source = check.compare && original(rendition, view, check.id)
          return [
            ...check.judge(evidence, seen),
            ...(source
              ? (check.compare?.(evidence, source.evidence, seen, source.locale) ?? [])
              : []),
          ]
        })
      })
  })
}

export function evidenceOf({evidence}: Capture, {id}: Pick<BrowserCheck, 'id'>): Json | undefined {
  return own(evidence, id)
}

/** Evidence is read back from disk: nothing inherited may pass for it. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
