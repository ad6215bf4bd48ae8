import {cssSelector} from '../../model/css-selector.ts'
import type {EngineIssue, Tab} from '../../model/tab.ts'
import {clearTexts, groundContrasts, isPoor} from './ground-contrast.ts'

/**
 * What engines say, without what the page settles of contrast: where axe-core cannot tell, the
 * pixels behind a text do; and what names a control that cannot be used may be pale. What could not
 * be measured settles nothing: the check that measures it says so itself.
 */
export async function unsettled(
  tab: Tab,
  issues: readonly EngineIssue[],
): Promise<readonly EngineIssue[]> {
  const asked = issues.filter(
    ({criteria, selector}) => isOfContrast(criteria) && !isFramed(selector),
  )
  if (asked.length === 0) return issues
  const isAsked = asked.some(({needsReview}) => needsReview)
  const measured = isAsked ? await groundContrasts(tab).catch(() => []) : []
  // What a style sheet adds to a text, or colours of it, settles nothing of the rest.
  const whole = measured.filter(({kind}) => kind !== 'generated')
  const clear = whole.filter((one) => isPoor(one) || one.share <= 5)
  const told = new Set(clear.map(({selector}) => selector))
  const open = asked
    .filter(({needsReview, selector}) => needsReview && !told.has(selector))
    .slice(0, most)
    .map(({selector}) => ({selector, css: cssSelector(selector)}))
  if (open.length > 0) for (const one of await clearTexts(tab, open).catch(() => [])) told.add(one)
  const sniffed = asked.flatMap(({engine, selector}) => (engine === 'htmlcs' ? [selector] : []))
  const isIdle =
    sniffed.length > 0
      ? await tab.evaluate(idleAmong, sniffed.map(cssSelector)).catch(() => [])
      : []
  const idle = new Set(sniffed.filter((_, index) => isIdle[index]))
  return issues.filter(
    (issue) =>
      !asked.includes(issue) ||
      (issue.needsReview ? !told.has(issue.selector) : !idle.has(issue.selector)),
  )
}

/** So many texts of a page are drawn. */
const most = 120

function isOfContrast(criteria: readonly string[]): boolean {
  return criteria.includes('1.4.3')
}

function isFramed(selector: string): boolean {
  return selector.includes(' >>> ')
}

/** Runs in the page: which of these belong to a control that cannot be used. */
function idleAmong(selectors: readonly string[]): readonly boolean[] {
  const idle = ':disabled, [aria-disabled=true]'
  return selectors.map((selector) => {
    const element = document.querySelector(selector)
    if (!element) return false
    const label = element.closest('label')
    const named = [...document.querySelectorAll(idle)].some((control) =>
      (control.getAttribute('aria-labelledby') ?? '')
        .split(/\s+/)
        .some((id) => id !== '' && document.getElementById(id)?.contains(element)),
    )
    return Boolean(named || element.closest(idle) || label?.control?.matches(idle))
  })
}
