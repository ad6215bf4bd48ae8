import type {EngineIssue, Tab} from '../../model/tab.ts'
import {unrefuted} from './unrefuted.ts'

/**
 * What axe-core asks of boxes to scroll whose only stops are out of the order of the Tab key, answered
 * where they are links, buttons and fields: nothing moves the focus to these, and no key scrolls the
 * box (2.1.1, ACT rule 0ssw9k). That some browsers let Tab reach such a box by itself is no doing of the
 * page’s. It stays a question where scripts may move the focus: to what only they can give it, or
 * among the parts of a list, a tree or a dialog.
 */
export async function heldScrollers(
  tab: Tab,
  issues: readonly EngineIssue[],
): Promise<readonly EngineIssue[]> {
  const isAsked = ({code, needsReview}: EngineIssue) =>
    code === 'scrollable-region-focusable' && needsReview
  const open = new Set(await unrefuted(tab, issues, isAsked, areHeld))
  return issues.map((issue) =>
    open.has(issue) ? issue : {...issue, needsReview: false, severity: 'error'},
  )
}

/** Runs in the page. */
function areHeld(selectors: readonly string[]): readonly boolean[] {
  const {all, contains, find} = globalThis.galleyEyes
  const moved =
    '[role=listbox], [role=tree], [role=treegrid], [role=grid], [role=menu], [role=menubar], [role=tablist], [role=radiogroup], [role=toolbar], [role=dialog], [role=alertdialog], [role=application], [role=feed], dialog'
  return selectors.map((selector) => {
    const box = find(selector)
    if (!box || box.closest(moved) || box.querySelector(moved)) return false
    const stops = all('[tabindex]').filter((one) => one !== box && contains(box, one))
    return (
      stops.length > 0 &&
      stops.every((one) => one.matches('a[href], button, input, select, textarea, summary'))
    )
  })
}
