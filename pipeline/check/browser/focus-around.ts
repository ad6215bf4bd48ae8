import {cssSelector} from '../../model/css-selector.ts'
import type {Hands} from '../../model/hands.ts'
import {openEyes} from './eyes.ts'
import {tellableIn} from './focus-rings.ts'
import type {PixelBox} from './pixels.ts'

/** How many are looked at, of a page that hides many. */
const most = 12

/**
 * Of controls that are not drawn themselves, those whose focus is drawn where they lie: around the
 * box that they fill, or on its ground.
 */
export async function drawnAround(
  hands: Hands,
  selectors: readonly string[],
): Promise<readonly string[]> {
  await openEyes(hands)
  const found: string[] = []
  // A framework's ids (`:r1:`) are none that browsers look for as they are.
  const told = new Map(selectors.map((one) => [cssSelector(one), one]))
  for (const selector of await hands.evaluate(large, {selectors: [...told.keys()], most})) {
    const box = await hands.evaluate(boxOf, selector)
    if (box === null) continue
    const rows = {top: Math.max(0, Math.floor(box.top) - 50), bottom: Math.ceil(box.bottom) + 50}
    const before = await hands.draw(rows)
    await hands.press('Shift')
    await hands.evaluate(focus, {selector, has: true})
    const during = await hands.draw(rows)
    await hands.evaluate(focus, {selector, has: false})
    const after = await hands.draw(rows)
    // What changes by itself, or once for all, is no sign of the focus.
    const isSign = [before, after].every((other) => tellableIn(other, during, box))
    if (isSign) found.push(told.get(selector) ?? selector)
  }
  return found
}

/** Runs in the page: those that fill a place on it, and let through what is drawn there. */
function large(given: {readonly selectors: readonly string[]; readonly most: number}) {
  const {find} = globalThis.galleyEyes
  return given.selectors
    .filter((selector) => {
      const element = find(selector)
      if (!element || element.checkVisibility({opacityProperty: true})) return false
      const {left, right, width, height} = element.getBoundingClientRect()
      return width >= 16 && height >= 16 && left >= 0 && right <= innerWidth
    })
    .slice(0, given.most)
}

/** Runs in the page. */
function boxOf(selector: string): PixelBox | null {
  const {find, onPage} = globalThis.galleyEyes
  const element = find(selector)
  if (!element) return null
  element.scrollIntoView({block: 'center', behavior: 'instant'})
  return onPage(element.getBoundingClientRect())
}

/** Runs in the page. */
function focus(given: {readonly selector: string; readonly has: boolean}): null {
  const element = globalThis.galleyEyes.find(given.selector)
  // `focusVisible` is newer than the types.
  const options: FocusOptions & {readonly focusVisible: boolean} = {
    preventScroll: true,
    focusVisible: true,
  }
  if (element instanceof HTMLElement)
    if (given.has) element.focus(options)
    else element.blur()
  return null
}
