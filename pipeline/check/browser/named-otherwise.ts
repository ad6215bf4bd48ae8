import type {EngineIssue, Tab} from '../../model/tab.ts'
import {unrefuted} from './unrefuted.ts'

/**
 * What engines say of missing names, without buttons whose words are drawn in SVG, which are their
 * content (Accessible Name and Description Computation 1.2, 2F), and objects that could not be
 * loaded, which show what stands in them instead (HTML, section 4.8.7).
 */
export function namedOtherwise(
  tab: Tab,
  issues: readonly EngineIssue[],
): Promise<readonly EngineIssue[]> {
  return unrefuted(
    tab,
    issues,
    ({code}) => /^(button-name|object-alt)$|\.H53,/.test(code),
    namedAmong,
  )
}

/** Runs in the page. */
function namedAmong(selectors: readonly string[]): readonly boolean[] {
  const {find, isSeen} = globalThis.galleyEyes
  return selectors.map((selector) => {
    const element = find(selector)
    if (!element) return false
    if (element.matches('object')) {
      const isEmpty = (element.getAttribute('data') ?? '').trim() === ''
      return isEmpty || [...element.children].some((one) => isSeen(one))
    }
    const hidden = '[aria-hidden=true], [role=img], [role=none], [role=presentation]'
    return [...element.querySelectorAll('svg text')].some(
      (one) => isSeen(one) && !one.closest(hidden) && /[\p{L}\p{N}]/u.test(one.textContent ?? ''),
    )
  })
}
