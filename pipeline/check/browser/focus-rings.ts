import type {Drawn, Hands, Handle, Rows} from '../../model/hands.ts'
import {changed, tallest, type PixelBox} from './pixels.ts'

/** A control whose look hardly changes when it has the focus. */
export type FaintFocus = {
  readonly selector: string
  readonly text: string
  /** Pixels in and around it that change so that an eye can tell. */
  readonly pixels: number
  /** They are of the ring that the browser draws by itself, over a border as dark as it. */
  readonly isRingOfBrowser: boolean
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
/** The same of a ground that changes as a whole, as much as half of the control, and of no small one. */
const tint = 1.15
const large = 400
/** How many are looked at one by one. */
const sample = 10
const most = 300

declare global {
  var galleyRings: readonly HTMLElement[]
  /** How many controls are not among them. */
  var galleyUnlooked: number
  /** What lay over a control, and how it was seen. */
  var galleyUncovered:
    {readonly style: CSSStyleDeclaration; readonly visibility: string} | undefined
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
  const found: FaintFocus[] = []
  const away: (readonly [index: number, rows: Rows])[] = []
  for (const {rows, indexes} of stretches(rings, asked)) {
    const before = await hands.draw(rows)
    for (const index of await unchanged(hands, {handles, rings, before, rows}, indexes)) {
      const ring = rings[index]
      // A text cursor shows where the focus is.
      if (ring === undefined || ring.caret) continue
      if (ring.away) away.push([index, rows])
      else if (found.length < sample && (await hands.evaluate(uncover, index))) {
        const pixels = await really(hands, index, await hands.draw(rows), rows)
        await hands.evaluate(cover, null)
        if (pixels < least) found.push(await named(hands, index, ring, pixels))
      } else {
        const pixels = found.length < sample ? await really(hands, index, before, rows) : 0
        if (pixels < least) found.push(await named(hands, index, ring, pixels))
      }
    }
  }
  // What a box scrolls away is looked at one by one: a few speak for all of its kind.
  for (const [index, rows] of away.slice(0, sample)) {
    await hands.evaluate(reveal, index)
    const pixels = await really(hands, index, await hands.draw(rows), rows)
    if (pixels < least) found.push(await named(hands, index, rings[index], pixels))
  }
  return found
}

/** The page's rows, as many as are drawn at a time, with those that begin in them. */
function stretches(
  rings: readonly Ring[],
  asked: readonly number[],
): readonly {readonly rows: Rows; readonly indexes: readonly number[]}[] {
  const found = new Map<number, number[]>()
  for (const index of asked) {
    const number = Math.max(0, Math.floor((rings[index]?.top ?? 0) / tallest))
    found.set(number, [...(found.get(number) ?? []), index])
  }
  return [...found].map(([number, indexes]) => {
    const lowest = Math.max(...indexes.map((index) => rings[index]?.bottom ?? 0))
    const [top, end] = [number * tallest, (number + 1) * tallest]
    return {rows: {top, bottom: Math.max(end, Math.min(lowest, end + tallest))}, indexes}
  })
}

interface Look {
  readonly handles: readonly Handle[]
  readonly rings: readonly Ring[]
  readonly before: Drawn
  readonly rows: Rows
}

/** Those whose look hardly changes when the page draws them as if they had the focus. */
async function unchanged(
  hands: Hands,
  {handles, rings, before, rows}: Look,
  indexes: readonly number[],
): Promise<readonly number[]> {
  const faint: number[] = []
  for (const group of apart(rings, indexes)) {
    const inGroup = group.flatMap((index) => handles[index] ?? [])
    await hands.force(inGroup, ['focus', 'focus-visible', 'focus-within'])
    const now = await hands.evaluate(boxes, null)
    const after = await hands.draw(rows)
    if (after.width !== before.width || after.height !== before.height) continue
    for (const index of group) {
      const [there, here] = [rings[index], now[index]]
      if (!there || !here || here.gone) continue
      const pixels = [there, here].map((box) => shown(before, after, box))
      if (Math.max(...pixels) < least) faint.push(index)
    }
  }
  await hands.force([], [])
  return faint
}

async function named(
  hands: Hands,
  index: number,
  ring: Ring | undefined,
  pixels: number,
): Promise<FaintFocus> {
  const isRingOfBrowser = pixels > 0 && (await hands.evaluate(keepsRing, index))
  return {selector: ring?.selector ?? '', text: ring?.text ?? '', pixels, isRingOfBrowser}
}

/**
 * Runs in the page: whether the page leaves it the browser's own ring, which each browser draws in a
 * colour of its own.
 */
function keepsRing(at: number): boolean {
  const {contains, focused} = globalThis.galleyEyes
  const control = globalThis.galleyRings[at]
  const options: FocusOptions & {readonly focusVisible: boolean} = {
    preventScroll: true,
    focusVisible: true,
  }
  control?.focus(options)
  const active = focused()
  const isKept =
    control !== undefined &&
    active instanceof HTMLElement &&
    contains(control, active) &&
    getComputedStyle(active).outlineStyle === 'auto'
  if (active instanceof HTMLElement) active.blur()
  return isKept
}

/** Runs in the page: takes away what stays in the window over one, as it is drawn now; whether anything does. */
function uncover(at: number): boolean {
  const {contains, faceOf, ...eyes} = globalThis.galleyEyes
  const element = globalThis.galleyRings[at]
  if (!element) return false
  const {left, right, top, bottom} = faceOf(element).getBoundingClientRect()
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const isFixed = (one: Element) => /fixed|sticky/.test(getComputedStyle(one).position)
  for (let over = document.elementFromPoint(x, y); over; over = eyes.around(over)) {
    if (contains(over, element) || contains(element, over)) return false
    if (!isFixed(over) || !(over instanceof HTMLElement)) continue
    const {style} = over
    globalThis.galleyUncovered = {style, visibility: style.visibility}
    style.setProperty('visibility', 'hidden', 'important')
    return true
  }
  return false
}

/** Runs in the page. */
function cover(): null {
  const {style, visibility = ''} = globalThis.galleyUncovered ?? {}
  style?.setProperty('visibility', visibility)
  return null
}

/** Runs in the page. */
function reveal(at: number): null {
  globalThis.galleyRings[at]?.scrollIntoView({block: 'center', behavior: 'instant'})
  return null
}

/** Everything that can have the focus, in order, of very many some of each kind; kept in the page for `boxes`. */
export async function focusable(hands: Hands): Promise<readonly Handle[]> {
  return hands.elements((limit) => {
    // The page in a frame shows its own focus; that of a map's area is the browser's.
    const {standIns, stops} = globalThis.galleyEyes
    const found = [...new Set([...stops(), ...standIns()])].filter(
      (stop) => !stop.matches('iframe, area'),
    )
    // Of thousands, some of each kind: the first are all of the menu's.
    const counts = new Map<string, number>()
    const turns = new Map(
      (found.length > limit ? found : []).map((stop) => {
        const line = [stop, stop.parentElement, stop.parentElement?.parentElement]
        const kind = line.map((one) => `${one?.localName}.${one?.getAttribute('class')}`).join(' ')
        const turn = counts.get(kind) ?? 0
        counts.set(kind, turn + 1)
        return [stop, turn]
      }),
    )
    const turnOf = (stop: HTMLElement) => turns.get(stop) ?? 0
    const chosen = new Set(found.toSorted((a, b) => turnOf(a) - turnOf(b)).slice(0, limit))
    globalThis.galleyRings = found.filter((stop) => chosen.has(stop))
    globalThis.galleyUnlooked = found.length - chosen.size
    return globalThis.galleyRings
  }, most)
}

async function really(hands: Hands, index: number, before: Drawn, rows: Rows): Promise<number> {
  const first = await looked(hands, 'by script', {index, before, rows})
  if (first === undefined) return least
  // A script may mark elsewhere what has the focus.
  const whole = {left: 0, top: before.top, right: before.width, bottom: before.top + before.height}
  let pixels = Math.max(shownIn(before, first), changed(before, first.after, whole, tellable))
  // Some scripts show it to those alone who press the Tab key, and some where that key itself led.
  for (const way of ['after Tab', 'by Tab'] as const) {
    if (pixels >= least) break
    const next = await looked(hands, way, {index, before, rows})
    if (next === undefined) return least
    pixels = Math.max(pixels, shownIn(before, next))
  }
  return pixels
}

interface Looked {
  /** The control and, where that has handed the focus on, the part of it that has it. */
  readonly boxes: readonly PixelBox[]
  readonly after: Drawn
}

function shownIn(before: Drawn, {boxes: found, after}: Looked): number {
  return Math.max(0, ...found.map((box) => shown(before, after, box)))
}

/**
 * How the page looks with the focus at one: put there by a script after a key that says that keys are
 * used, or after Tab, which goes by others on its way, or come there by the Tab key itself.
 *
 * @returns `undefined` where nothing of it is drawn; no boxes where the focus does not come there
 */
async function looked(
  hands: Hands,
  way: 'by script' | 'after Tab' | 'by Tab',
  {index, before, rows}: {readonly index: number; readonly before: Drawn; readonly rows: Rows},
): Promise<Looked | undefined> {
  await hands.press(way === 'by script' ? 'Shift' : 'Tab')
  await hands.evaluate(give, index)
  if (way === 'by Tab') {
    const place = await hands.evaluate(() => [scrollX, scrollY] as const, null)
    await hands.press('Tab')
    await hands.press('Shift+Tab')
    await hands.evaluate(([left, top]) => {
      scrollTo({left, top, behavior: 'instant'})
      return null
    }, place)
  }
  const ring = (await hands.evaluate(boxes, null))[index]
  const parts = await hands.evaluate(partWithFocus, index)
  const after = await hands.draw(rows)
  await hands.evaluate(takeAway, index)
  if (!ring || ring.gone || after.width !== before.width || after.height !== before.height)
    return undefined
  // What lies beside the page even now is not drawn at all, which is told of it as hidden focus.
  if (ring.left >= after.width || ring.right <= 0) return undefined
  return {boxes: way === 'by Tab' && parts.length === 0 ? [] : [ring, ...parts], after}
}

/** Runs in the page. */
function give(at: number): null {
  // `focusVisible` is newer than the types.
  const options: FocusOptions & {readonly focusVisible: boolean} = {
    preventScroll: true,
    focusVisible: true,
  }
  globalThis.galleyRings[at]?.focus(options)
  return null
}

/**
 * Runs in the page: where it may be drawn that the control, or a part of it, has the focus: what is
 * seen of it, and where it lies itself, as a choice that nobody sees does under its circle. None if
 * another has it.
 */
function partWithFocus(at: number): readonly PixelBox[] {
  const {contains, faceOf, focused, onPage} = globalThis.galleyEyes
  const [control, active] = [globalThis.galleyRings[at], focused()]
  if (!control || !active || !contains(control, active)) return []
  return [faceOf(active), active].map((one) => onPage(one.getBoundingClientRect()))
}

/** Runs in the page. */
function takeAway(at: number): null {
  const {contains, focused} = globalThis.galleyEyes
  const [control, active] = [globalThis.galleyRings[at], focused()]
  control?.blur()
  if (control && active instanceof HTMLElement && contains(control, active)) active.blur()
  return null
}

/** Whether an eye can tell two drawings of the same rows apart, in or around a control. */
export function tellableIn(before: Drawn, after: Drawn, box: PixelBox): boolean {
  if (after.width !== before.width || after.height !== before.height) return false
  return shown(before, after, box) >= least
}

/** Pixels in and around a control that show the focus: a line, a sign, a tint of all of it, or one around it as large. */
function shown(before: Drawn, after: Drawn, box: PixelBox): number {
  const pixels = changed(before, after, wide(box), tellable)
  if (pixels >= least) return pixels
  const tinted = changed(before, after, wide(box), tint)
  const area = (box.right - box.left) * (box.bottom - box.top)
  return tinted >= Math.max(large, area / 2) ? tinted : pixels
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
  const {faceOf, onPage, selectorOf, textOf} = globalThis.galleyEyes
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
    return {
      away: isAway(element, box),
      gone: !element.isConnected,
      selector: selectorOf(element),
      text: textOf(element),
      ...onPage(box),
      caret:
        element.isContentEditable ||
        element instanceof HTMLTextAreaElement ||
        (element instanceof HTMLInputElement &&
          /^(text|email|search|tel|url|password|number)$/.test(element.type)),
    }
  })
}
