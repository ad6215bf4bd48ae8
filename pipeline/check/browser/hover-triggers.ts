import type {Hands} from '../../model/hands.ts'
import type {Spot} from './deaf-to-keys.ts'

export type Place = {readonly x: number; readonly y: number}
type Revealed = Place & {
  readonly spot: Spot
  readonly covers: boolean
  /** Of what came up, and of that with what brings it up: the same of all that a page makes alike; `null` where nothing tells. */
  readonly makes: {readonly tip: string | null; readonly both: string | null}
}

const most = 12
const events = ['mouseover', 'mouseenter', 'pointerover', 'pointerenter', 'mousemove']

declare global {
  var galleyHover: {
    triggers: readonly Element[]
    trigger: Element
    before: ReadonlySet<Element>
    shown: readonly Element[]
  }
}

/** Finds what a pointer may bring something up at, one of each kind, and counts it. */
export async function hoverTriggers(hands: Hands): Promise<number> {
  const {elements} = await hands.heard(events)
  return hands.evaluate(find, {most, listening: elements.length})
}

/** What happens at one of them, step by step. Each runs in the page. */
export const meet = {begin, revealed, isStillThere, byKeyboard, goesByItself}

function find(given: {readonly most: number; readonly listening: number}): number {
  const {isSeen} = globalThis.galleyEyes
  const found = new Set<Element>(globalThis.galleyHeard.slice(0, given.listening))
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    try {
      look(sheet.cssRules)
    } catch {
      // A sheet of another site does not show its rules.
    }
  }
  const kinds = new Map<string, number>()
  const triggers = [...found].filter((element) => {
    if (!isSeen(element) || element.matches('html, body, main')) return false
    const kind = `${element.parentElement?.className} ${element.localName} ${element.className}`
    const count = kinds.get(kind) ?? 0
    kinds.set(kind, count + 1)
    return count < 2
  })
  globalThis.galleyHover = {
    triggers: triggers.slice(0, given.most),
    trigger: document.body,
    before: new Set(),
    shown: [],
  }
  return globalThis.galleyHover.triggers.length

  function look(rules: CSSRuleList): void {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule && reveals(rule.style)) {
        for (const selector of rule.selectorText.split(/,(?![^(]*\))/)) take(selector)
      }
      if ('cssRules' in rule && rule.cssRules instanceof CSSRuleList) look(rule.cssRules)
    }
  }

  function reveals(style: CSSStyleDeclaration): boolean {
    return [
      'display',
      'visibility',
      'opacity',
      'left',
      'top',
      'transform',
      'height',
      'max-height',
      'clip',
      'clip-path',
      'scale',
    ].some((name) => style.getPropertyValue(name) !== '')
  }

  /** `.menu:hover > ul`: what stands before `:hover`, where something else is meant behind it. */
  function take(selector: string): void {
    const [, trigger, rest] =
      /^(.*?):(?:hover|is\(:hover[^)]*\)|where\(:hover[^)]*\))(.*)$/.exec(selector.trim()) ?? []
    if (trigger === undefined || !/[\s>+~]\S/.test(rest?.replace(/:[\w-]+(\([^)]*\))?/g, '') ?? ''))
      return
    try {
      for (const element of [...document.querySelectorAll(trigger || '*')].slice(0, 20))
        found.add(element)
    } catch {
      // A selector that only makes sense as a whole.
    }
  }
}

async function begin(index: number): Promise<Place | null> {
  const {trigger, ...rest} = globalThis.galleyHover
  const next = rest.triggers[index]
  if (!next || !next.isConnected || !trigger) return null
  const [left, top] = [scrollX, scrollY]
  next.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'})
  // What comes and goes as the page scrolls (a head that hides) is not brought up by a pointer.
  if (left !== scrollX || top !== scrollY) await globalThis.galleyShown.pause(150)
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  const box = next.getClientRects()[0] ?? next.getBoundingClientRect()
  const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2]
  const isInView = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight && box.width > 0
  if (!isInView) return null
  globalThis.galleyHover = {
    ...rest,
    trigger: next,
    before: globalThis.galleyShown.now(),
    shown: [],
  }
  return {x, y}
}

async function revealed(): Promise<Revealed | null> {
  const {selectorOf, textOf} = globalThis.galleyEyes
  const {isThere, pause, since} = globalThis.galleyShown
  const {before, trigger} = globalThis.galleyHover
  for (const wait of [30, 250, 500]) {
    await pause(wait)
    const shown = since(before).filter((element) =>
      /\p{L}{2}|\p{L}$/u.test(element.textContent ?? ''),
    )
    const first = shown.at(0)
    if (!first) {
      if (globalThis.galleyHeard.includes(trigger)) continue
      return null
    }
    globalThis.galleyHover.shown = shown
    const {left, top, right, bottom, width, height} = first.getBoundingClientRect()
    const covers = [...before].some((element) => {
      if (trigger.contains(element) || element.contains(first) || !isThere(element)) return false
      const box = element.getBoundingClientRect()
      return (
        Math.min(right, box.right) - Math.max(left, box.left) > 4 &&
        Math.min(bottom, box.bottom) - Math.max(top, box.top) > 4
      )
    })
    return {
      x: left + Math.min(width / 2, 30),
      y: top + height / 2,
      spot: {selector: selectorOf(trigger), text: textOf(first)},
      covers,
      makes: {tip: makeOf(first), both: makeOf(first) && `${makeOf(first)} ${makeOf(trigger)}`},
    }
  }
  return null

  function makeOf(element: Element): string | null {
    const own = element.getAttribute('class')?.replace(/\d+/g, '').trim()
    return own ? `${element.localName}.${own}` : null
  }
}

async function isStillThere(): Promise<boolean> {
  const {isThere, pause} = globalThis.galleyShown
  await pause(60)
  return globalThis.galleyHover.shown.some((element) => isThere(element))
}

/**
 * Whether what came up stays when the pointer has left, and goes some seconds later: the next of some
 * pictures that change by themselves, which came while a pointer happened to be there.
 */
async function goesByItself(): Promise<boolean> {
  const {isThere, pause} = globalThis.galleyShown
  const {shown} = globalThis.galleyHover
  const isLeft = () => shown.some((element) => isThere(element))
  await pause(900)
  if (!isLeft()) return false
  for (let waited = 0; waited < 6000; waited += 200) {
    await pause(200)
    if (!isLeft()) return true
  }
  return false
}

/** Whether the same comes up with the focus, can be opened with a button, or is there anyway. */
async function byKeyboard(): Promise<boolean> {
  const {selectorOf, stops, all, isSeen} = globalThis.galleyEyes
  const {isThere, pause, since} = globalThis.galleyShown
  const {before, shown, trigger} = globalThis.galleyHover
  const words = shown.map((element) => element.textContent?.trim() ?? '').join(' ')
  const around = trigger.closest('li, td, div, p, section') ?? trigger
  const opens = '[aria-expanded], [aria-haspopup], summary, [popovertarget], [commandfor]'
  if (trigger.matches(opens) || around.querySelector(opens) || selectorOf(trigger) === '')
    return true
  const name = `${trigger.getAttribute('aria-label') ?? ''} ${trigger.getAttribute('title') ?? ''}`
  if (words !== '' && name.includes(words)) return true
  const links = shown.filter((element) => element instanceof HTMLAnchorElement)
  const others = all('a[href]').filter((element) => !shown.includes(element) && isSeen(element))
  const isElsewhere =
    links.length > 0 &&
    links.every((link) =>
      others.some((one) => one.getAttribute('href') === link.getAttribute('href')),
    )
  if (isElsewhere) return true
  const within = (element: Element) => trigger.contains(element) || element.contains(trigger)
  const near = [
    ...stops().filter(within),
    ...shown.flatMap((element) => element.closest('a[href], button') ?? []),
  ]
  for (const stop of near.slice(0, 4)) {
    if (!(stop instanceof HTMLElement) || stop.matches('body, main')) continue
    // `focusVisible` is newer than the types.
    const options: FocusOptions & {readonly focusVisible: boolean} = {
      preventScroll: true,
      focusVisible: true,
    }
    stop.focus(options)
    if (document.activeElement !== stop) continue
    let comes = false
    for (const wait of [60, 250, 500]) {
      if (comes) break
      await pause(wait)
      // Many scripts make a tip anew each time.
      comes =
        shown.some((element) => isThere(element)) ||
        since(before).some(
          (element) => element.textContent?.trim() === shown[0]?.textContent?.trim(),
        )
    }
    stop.blur()
    if (comes) return true
  }
  return false
}
