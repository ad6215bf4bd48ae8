import type {Hands, Handle} from '../../model/hands.ts'
import {changed, type PixelBox} from './pixels.ts'

/** A control whose look hardly changes when it has the focus. */
export type FaintFocus = {
  readonly selector: string
  readonly text: string
  /** Pixels in and around it that change so that an eye can tell. */
  readonly pixels: number
}
type Ring = PixelBox & {
  readonly selector: string
  readonly text: string
  readonly caret: boolean
  /** A box that scrolls has it out of sight. */
  readonly away: boolean
  /** The page has put another in its place since. */
  readonly gone: boolean
}

/** How far around an element its focus may show. */
const around = 10
/** Least contrast between before and after that an eye can tell, and how many pixels of it. */
const tellable = 1.25
const least = 40
/** How many are looked at one by one. */
const sample = 10
const most = 300

declare global {
  var galleyRings: readonly HTMLElement[]
}

/**
 * Gives all controls the focus, as many at once as lie apart, and compares pictures. What seems
 * not to change is given the real focus, which a script may wait for. Eyes must be open.
 *
 * @param only leaves out those of which it is known that their focus shows
 */
export async function faintFocus(
  hands: Hands,
  only: (index: number) => boolean,
): Promise<readonly FaintFocus[]> {
  const found = await faintNow(hands, only)
  const isWhole = await hands.evaluate(
    () => globalThis.galleyRings.every(({isConnected}) => isConnected),
    null,
  )
  // Scripts that come late make a page anew: what was looked at is no longer there.
  return isWhole ? found : faintNow(hands, only)
}

async function faintNow(
  hands: Hands,
  only: (index: number) => boolean,
): Promise<readonly FaintFocus[]> {
  const handles = await focusable(hands)
  const rings = await hands.evaluate(boxes, null)
  const asked = rings.flatMap((_, index) => (only(index) ? [index] : []))
  if (asked.length === 0) return []
  const before = await hands.draw()
  const faint: number[] = []
  for (const group of apart(rings, asked)) {
    const inGroup = group.flatMap((index) => handles[index] ?? [])
    await hands.force(inGroup, ['focus', 'focus-visible', 'focus-within'])
    const now = await hands.evaluate(boxes, null)
    const after = await hands.draw()
    if (after.width !== before.width || after.height !== before.height) continue
    for (const index of group) {
      const [there, here] = [rings[index], now[index]]
      if (!there || !here || here.gone) continue
      if (
        Math.max(...[there, here].map((box) => changed(before, after, wide(box), tellable))) < least
      ) {
        faint.push(index)
      }
    }
  }
  await hands.force([], [])
  const found: FaintFocus[] = []
  // A text cursor shows where the focus is.
  const blank = faint.filter((index) => rings[index]?.caret === false)
  const inSight = blank.filter((index) => rings[index]?.away === false)
  const away = blank.filter((index) => rings[index]?.away === true)
  for (const index of inSight) {
    const pixels = found.length < sample ? await really(hands, index, before) : 0
    if (pixels < least) found.push(named(rings[index], pixels))
  }
  // What a box scrolls away is looked at one by one: a few speak for all of its kind.
  for (const index of away.slice(0, sample)) {
    await hands.evaluate(reveal, index)
    const pixels = await really(hands, index, await hands.draw())
    if (pixels < least) found.push(named(rings[index], pixels))
  }
  return found
}

function named(ring: Ring | undefined, pixels: number): FaintFocus {
  return {selector: ring?.selector ?? '', text: ring?.text ?? '', pixels}
}

/** Runs in the page. */
function reveal(at: number): null {
  globalThis.galleyRings[at]?.scrollIntoView({block: 'center', behavior: 'instant'})
  return null
}

/** Everything that can have the focus, in order; kept in the page for `boxes`. */
export async function focusable(hands: Hands): Promise<readonly Handle[]> {
  return hands.elements((limit) => {
    // The page in a frame shows its own focus; that of a map's area is the browser's.
    const {standIns, stops} = globalThis.galleyEyes
    globalThis.galleyRings = [...new Set([...stops(), ...standIns()])]
      .filter((stop) => !stop.matches('iframe, area'))
      .slice(0, limit)
    return globalThis.galleyRings
  }, most)
}

async function really(
  hands: Hands,
  index: number,
  before: Awaited<ReturnType<Hands['draw']>>,
): Promise<number> {
  await hands.press('Shift')
  await hands.evaluate((at) => {
    // `focusVisible` is newer than the types.
    const options: FocusOptions & {readonly focusVisible: boolean} = {
      preventScroll: true,
      focusVisible: true,
    }
    globalThis.galleyRings[at]?.focus(options)
    return null
  }, index)
  const now = (await hands.evaluate(boxes, null))[index]
  const after = await hands.draw()
  await hands.evaluate((at) => {
    globalThis.galleyRings[at]?.blur()
    return null
  }, index)
  if (!now || now.gone || after.width !== before.width || after.height !== before.height)
    return least
  // A script may mark elsewhere what has the focus.
  const whole = {left: 0, top: 0, right: before.width, bottom: before.height}
  return Math.max(
    changed(before, after, wide(now), tellable),
    changed(before, after, whole, tellable),
  )
}

/** Groups of which no two members' surroundings touch. */
function apart(rings: readonly Ring[], asked: readonly number[]): readonly (readonly number[])[] {
  const groups: number[][] = []
  for (const index of asked) {
    const ring = rings[index]
    const group = groups.find((one) =>
      one.every((other) => {
        const there = rings[other]
        return !ring || !there || !touch(wide(ring), wide(there))
      }),
    )
    if (group) group.push(index)
    else groups.push([index])
  }
  return groups
}

function wide({left, top, right, bottom}: PixelBox): PixelBox {
  return {left: left - around, top: top - around, right: right + around, bottom: bottom + around}
}

function touch(one: PixelBox, other: PixelBox): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  )
}

/** Runs in the page. */
function boxes(): readonly Ring[] {
  const {faceOf, selectorOf, textOf} = globalThis.galleyEyes
  const isAway = (element: Element, {left, top, right, bottom}: DOMRect) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (!/auto|scroll/.test(getComputedStyle(at).overflow)) continue
      const box = at.getBoundingClientRect()
      if (top < box.top || bottom > box.bottom || left < box.left || right > box.right) return true
    }
    return false
  }
  return globalThis.galleyRings.map((element) => {
    const box = faceOf(element).getBoundingClientRect()
    const {left, top, right, bottom} = box
    return {
      away: isAway(element, box),
      gone: !element.isConnected,
      selector: selectorOf(element),
      text: textOf(element),
      left: left + scrollX,
      top: top + scrollY,
      right: right + scrollX,
      bottom: bottom + scrollY,
      caret:
        element.isContentEditable ||
        element instanceof HTMLTextAreaElement ||
        (element instanceof HTMLInputElement &&
          /^(text|email|search|tel|url|password|number)$/.test(element.type)),
    }
  })
}
