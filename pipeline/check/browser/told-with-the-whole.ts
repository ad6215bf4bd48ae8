import type {EngineIssue, Tab} from '../../model/tab.ts'
import {unrefuted} from './unrefuted.ts'

/**
 * What axe-core says of roles that do not stand where they belong, without the parts of a group that
 * is told itself for what stands in it: an item of a menu in an `li` of its own is one fault, of the
 * menu, and not another of the item and of the `li` (WAI-ARIA 1.2, Allowed Accessibility Child Roles).
 */
export function toldWithTheWhole(
  tab: Tab,
  issues: readonly EngineIssue[],
): Promise<readonly EngineIssue[]> {
  return unrefuted(
    tab,
    issues,
    ({code, needsReview}) =>
      !needsReview && /^(aria-required-children|aria-required-parent|listitem)$/.test(code),
    partsAmong,
  )
}

/** Runs in the page. */
function partsAmong(selectors: readonly string[]): readonly boolean[] {
  const kinds = new Set([
    'menu menuitem',
    'menubar menuitem',
    'tablist tab',
    'listbox option',
    'tree treeitem',
  ])
  const elements = selectors.map((selector) => globalThis.galleyEyes.find(selector))
  return elements.map((part) =>
    elements.some((whole) => {
      if (!part || !whole || part === whole || !whole.contains(part)) return false
      // A radio button of a menu is `menuitemradio`.
      const role = (part.getAttribute('role') ?? '').replace(/(radio|checkbox)$/, '')
      const isItem = kinds.has(`${whole.getAttribute('role')} ${role}`)
      return isItem || (part.matches('li:not([role])') && part.parentElement === whole)
    }),
  )
}
