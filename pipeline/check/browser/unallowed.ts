import type {EngineIssue, Tab} from '../../model/tab.ts'
import {unrefuted} from './unrefuted.ts'

/** Runs in the page: whether a standard allows what axe-core says of each of these elements. */
type Allowed = (selectors: readonly string[]) => readonly boolean[]

/** What axe-core says of roles, states and the order of the focus, without what the standards allow. */
export async function unallowed(
  tab: Tab,
  issues: readonly EngineIssue[],
): Promise<readonly EngineIssue[]> {
  let left = issues
  for (const [rule, isAllowed] of allowances) {
    left = await unrefuted(tab, left, ({code}) => code === rule, isAllowed)
  }
  return left
}

const allowances: readonly (readonly [rule: string, isAllowed: Allowed])[] = [
  ['presentation-role-conflict', areNamed],
  ['aria-required-children', areBusy],
  ['aria-required-attr', areThemselves],
  ['aria-roles', areGeneric],
  ['tabindex', areInOrder],
]

/** A name makes a picture again of one whose `alt` is empty (WAI-ARIA 1.2, Presentational Roles Conflict Resolution). */
function areNamed(selectors: readonly string[]): readonly boolean[] {
  return selectors.map((selector) => {
    const element = globalThis.galleyEyes.find(selector)
    if (!element?.matches('img[alt=""]:not([role])')) return false
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
    const texts = ids.map((id) => document.getElementById(id)?.textContent)
    return [...texts, element.getAttribute('aria-label')].some((name) => name?.trim())
  })
}

/** What a script still fills has not its parts yet (WAI-ARIA 1.2, `aria-busy`). */
function areBusy(selectors: readonly string[]): readonly boolean[] {
  return selectors.map((selector) => {
    return globalThis.galleyEyes.find(selector)?.getAttribute('aria-busy') === 'true'
  })
}

/** A `select` is a combobox by itself, with its states (HTML Accessibility API Mappings). */
function areThemselves(selectors: readonly string[]): readonly boolean[] {
  return selectors.map((selector) => {
    const element = globalThis.galleyEyes.find(selector)
    return element?.matches('select[role=combobox]:not([multiple], [size])') === true
  })
}

/** A role for authors to do without, and a role all the same (WAI-ARIA 1.2, `generic`). */
function areGeneric(selectors: readonly string[]): readonly boolean[] {
  return selectors.map((selector) => {
    return globalThis.galleyEyes.find(selector)?.matches('[role=generic i]') === true
  })
}

/** Numbers that leave the focus in the page's own order take nothing away (WCAG 2.2, 2.4.3). */
function areInOrder(selectors: readonly string[]): readonly boolean[] {
  const turns = [...document.querySelectorAll<HTMLElement>('*:not(:disabled)')]
    .filter(({tabIndex}) => tabIndex >= 0)
    .filter((one) => one.checkVisibility({visibilityProperty: true}))
    .map(({tabIndex}) => tabIndex || Infinity)
  const isKept = turns.every((turn, index) => turn >= (turns[index - 1] ?? 0))
  return selectors.map(() => isKept)
}
