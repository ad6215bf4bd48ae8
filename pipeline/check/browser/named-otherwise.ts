import type {EngineIssue, Tab} from '../../model/tab.ts'
import {unrefuted} from './unrefuted.ts'

/**
 * What engines say of missing names, without buttons whose words are drawn in SVG, which are their
 * content (Accessible Name and Description Computation 1.2, 2F), objects that could not be
 * loaded, which show what stands in them instead (HTML, section 4.8.7), and
 * pictures whose list of roles begins with that of none, the first known one of which counts (WAI-ARIA
 * 1.2, section 5.4), unless they can have the focus or say something of themselves, and pictures in
 * a button that has a name, which are none for who hears it (5.2.8, Presentational Children).
 */
export function namedOtherwise(
  tab: Tab,
  issues: readonly EngineIssue[],
): Promise<readonly EngineIssue[]> {
  return unrefuted(
    tab,
    issues,
    ({code}) =>
      /^(button-name|object-alt|image-alt|role-img-alt|svg-img-alt)$|\.(H53,|H37$)/.test(code),
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
    if (element.matches('[role=img]')) {
      const button = element.parentElement?.closest('button, [role=button], [role=tab]')
      const ids = button?.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
      const names = ids.map((id) => document.getElementById(id)?.textContent)
      return [
        button?.getAttribute('aria-label'),
        button?.getAttribute('title'),
        button?.textContent,
        ...names,
      ].some((name) => name?.trim())
    }
    if (element.matches('img')) {
      const [first = ''] = (element.getAttribute('role') ?? '').toLowerCase().split(/\s+/)
      const isSaid = element.getAttributeNames().some((name) => name.startsWith('aria-'))
      return /^(none|presentation)$/.test(first) && !isSaid && !element.hasAttribute('tabindex')
    }
    const hidden = '[aria-hidden=true], [role=img], [role=none], [role=presentation]'
    return [...element.querySelectorAll('svg text')].some(
      (one) => isSeen(one) && !one.closest(hidden) && /[\p{L}\p{N}]/u.test(one.textContent ?? ''),
    )
  })
}
