import type {EngineIssue, Tab} from '../../model/tab.ts'
import {groundContrasts, isPoor} from './ground-contrast.ts'

/**
 * What engines say, without what the page settles of contrast: where axe-core cannot tell, the
 * pixels behind a text do; and what names a control that cannot be used may be pale.
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
  const measured = isAsked ? await groundContrasts(tab) : []
  const clear = measured.filter((one) => isPoor(one) || one.share <= 5)
  const told = new Set(clear.map(({selector}) => selector))
  const sniffed = asked.flatMap(({engine, selector}) => (engine === 'htmlcs' ? [selector] : []))
  const idle = new Set(sniffed.length > 0 ? await tab.evaluate(idleAmong, sniffed) : [])
  return issues.filter(
    (issue) =>
      !asked.includes(issue) ||
      (issue.needsReview ? !told.has(issue.selector) : !idle.has(issue.selector)),
  )
}

function isOfContrast(criteria: readonly string[]): boolean {
  return criteria.includes('1.4.3')
}

function isFramed(selector: string): boolean {
  return selector.includes(' >>> ')
}

/** Runs in the page: those that belong to a control that cannot be used. */
function idleAmong(selectors: readonly string[]): readonly string[] {
  const idle = ':disabled, [aria-disabled=true]'
  return selectors.filter((selector) => {
    const element = found(selector)
    if (!element) return false
    const label = element.closest('label')
    const named = [...document.querySelectorAll(idle)].some((control) =>
      (control.getAttribute('aria-labelledby') ?? '')
        .split(/\s+/)
        .some((id) => id !== '' && document.getElementById(id)?.contains(element)),
    )
    return Boolean(named || element.closest(idle) || label?.control?.matches(idle))
  })

  /** Engines write ids as they are: not every one makes a selector. */
  function found(selector: string): Element | null {
    try {
      return document.querySelector(selector)
    } catch {
      return null
    }
  }
}
