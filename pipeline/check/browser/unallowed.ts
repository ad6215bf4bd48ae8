import type {EngineIssue, Tab} from '../../model/tab.ts'
import {unrefuted} from './unrefuted.ts'

/** Runs in the page: whether a standard allows what an engine says of each of these elements. */
type Allowed = (selectors: readonly string[]) => readonly boolean[]

/** What engines say of roles, states, forms, links and the order of the focus, without what the standards allow. */
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
  ['target-size', haveEquals],
  ['link-in-text-block', areDrawnUnder],
  ['scrollable-region-focusable', areUndrawn],
  ['WCAG2AA.Principle3.Guideline3_2.3_2_2.H32.2', areSentByEnter],
]

/** A name makes a picture again of one whose `alt` or role says that it is none (WAI-ARIA 1.2, Presentational Roles Conflict Resolution). */
function areNamed(selectors: readonly string[]): readonly boolean[] {
  return selectors.map((selector) => {
    const element = globalThis.galleyEyes.find(selector)
    if (!element?.matches('img:is([alt=""]:not([role]), [role=none i], [role=presentation i])'))
      return false
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
    const texts = ids.map((id) => document.getElementById(id)?.textContent)
    const own = ['aria-label', 'alt'].map((key) => element.getAttribute(key))
    return [...texts, ...own].some((name) => name?.trim())
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

/** Of a panel that waits to be called nothing is seen, and nothing is to be scrolled (WCAG 2.2, 2.1.1: functionality). */
function areUndrawn(selectors: readonly string[]): readonly boolean[] {
  const {find, isSeen} = globalThis.galleyEyes
  return selectors.map((selector) => {
    const element = find(selector)
    if (!element) return false
    return !isSeen(element) || element.clientWidth === 0 || element.clientHeight === 0
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

/**
 * A line that is drawn as a shadow or as a picture behind a link is seen as any other is (WCAG 2.2,
 * 1.4.1), where it stands out from the ground by 3 to 1.
 */
function areDrawnUnder(selectors: readonly string[]): readonly boolean[] {
  return selectors.map((selector) => {
    const link = globalThis.galleyEyes.find(selector)
    if (!link) return false
    const {boxShadow, backgroundImage} = getComputedStyle(link)
    const isShadow = boxShadow !== 'none' && /[1-9]/.test(boxShadow.replace(/rgba?\([^)]*\)/g, ''))
    const lines = [
      isShadow ? boxShadow : '',
      backgroundImage.includes('gradient') ? backgroundImage : '',
    ]
    const colours = lines.flatMap((line) => line.match(/rgba?\([^)]*\)/g) ?? [])
    const ground = light(groundOf(link))
    return colours.some((colour) => {
      if ((partsOf(colour)[3] ?? 1) < 1) return false
      const [low = 0, high = 0] = [light(colour), ground].toSorted((a, b) => a - b)
      return (high + 0.05) / (low + 0.05) >= 3
    })
  })

  function groundOf(link: Element): string {
    for (let at: Element | null = link; at; at = globalThis.galleyEyes.around(at)) {
      const {backgroundColor} = getComputedStyle(at)
      if (partsOf(backgroundColor)[3] !== 0) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }

  function partsOf(colour: string): readonly number[] {
    return (colour.match(/[\d.]+/g) ?? []).map(Number)
  }

  function light(colour: string): number {
    const [red = 0, green = 0, blue = 0] = partsOf(colour)
    return globalThis.galleyEyes.luminanceOf(red, green, blue)
  }
}

/** What a small link does, a larger one to the same place does as well (WCAG 2.2, 2.5.8, “Equivalent”). */
function haveEquals(selectors: readonly string[]): readonly boolean[] {
  const {all, find, isSeen} = globalThis.galleyEyes
  const large = all('a[href]').filter((one) => {
    const {width, height} = one.getBoundingClientRect()
    return width >= 24 && height >= 24 && isSeen(one)
  })
  return selectors.map((selector) => {
    const link = find(selector)
    if (
      !(link instanceof HTMLAnchorElement) ||
      /^(javascript:|#?$)/.test(link.getAttribute('href') ?? '')
    )
      return false
    return large.some(
      (one) => one !== link && one instanceof HTMLAnchorElement && one.href === link.href,
    )
  })
}

/** One field for a text sends its form by Enter, without a button (HTML, section 4.10.22.2, Implicit submission). */
function areSentByEnter(selectors: readonly string[]): readonly boolean[] {
  const blocking =
    /^(text|search|tel|url|email|password|date|month|week|time|datetime-local|number)$/
  return selectors.map((selector) => {
    const form = globalThis.galleyEyes.find(selector)
    if (!(form instanceof HTMLFormElement)) return false
    const fields = [...form.elements].filter(
      (one) => one instanceof HTMLInputElement && blocking.test(one.type),
    )
    return fields.length === 1
  })
}
