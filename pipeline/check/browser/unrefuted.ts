import {cssSelector} from '../../model/css-selector.ts'
import type {EngineIssue, Tab} from '../../model/tab.ts'
import {eyes} from './eyes.ts'

/**
 * What engines say, without what the page itself knows better, element by element. What lies in a
 * frame is not asked about, and where the page cannot be asked, all of it stands.
 *
 * @param isAsked which of it the page may know better
 * @param refutes runs in the page, whose eyes are open: of which of these elements it does
 */
export async function unrefuted(
  tab: Tab,
  issues: readonly EngineIssue[],
  isAsked: (issue: EngineIssue) => boolean,
  refutes: (selectors: readonly string[]) => readonly boolean[],
): Promise<readonly EngineIssue[]> {
  const asked = issues.filter((issue) => isAsked(issue) && !issue.selector.includes(' >>> '))
  if (asked.length === 0) return issues
  const selectors = asked.map(({selector}) => cssSelector(selector))
  const isRefuted = await tab.evaluate(refutes, selectors, [eyes]).catch(() => [])
  const refuted = new Set(asked.filter((_, index) => isRefuted[index]))
  return issues.filter((issue) => !refuted.has(issue))
}
