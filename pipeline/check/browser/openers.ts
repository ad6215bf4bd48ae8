import type {Hands} from '../../model/hands.ts'
import type {Spot} from './deaf-to-keys.ts'

/** Where the focus is: in what has opened, on what lies behind it, or nowhere in particular. */
export type Kept = 'inside' | 'behind' | 'outside'

const most = 6

declare global {
  var galleyOpeners: {
    buttons: readonly HTMLElement[]
    button: HTMLElement | undefined
    before: ReadonlySet<Element>
    shown: readonly Element[]
    dialog: Element | undefined
    /** Whether what fills the window is a dialog, though it does not say so. */
    isByLooks: boolean
  }
}

/** Finds the buttons that may open something that is hidden now, some of each kind, and counts them. */
export function openers(hands: Hands): Promise<number> {
  return openersBut(hands, null)
}

/** The same, without those that are known (by their selectors), where a menu that fills the window is no dialog. */
export async function openersBut(hands: Hands, known: readonly string[] | null): Promise<number> {
  const {elements} = await hands.heard(['click', 'keydown', 'pointerdown', 'mousedown'])
  return hands.evaluate(find, {most, listening: elements.length, known})
}

/** What happens at one of them, step by step. Each runs in the page. */
export const opening = {
  begin,
  look,
  stopsInside,
  isNamed,
  comeBack,
  isClosed,
  isHeard,
  isTurned,
  atButton,
  atOpener,
  isGivenBack,
  isAsBefore,
  stateOf,
  isUntoldTab,
}

function find(given: {
  readonly most: number
  readonly listening: number
  readonly known: readonly string[] | null
}): number {
  const {all, isSeen, selectorOf, stops} = globalThis.galleyEyes
  const known = new Set(given.known)
  const heard = globalThis.galleyHeard.slice(0, given.listening)
  const says =
    '[aria-haspopup], [aria-expanded], [aria-controls], [data-toggle], [data-bs-toggle], [popovertarget], [commandfor]'
  const isHidden = all('body *').some(
    (element) =>
      !element.matches('script, style, template, noscript, option, svg *, source, track') &&
      !isSeen(element) &&
      /\p{L}{2}/u.test(element.textContent ?? ''),
  )
  const kinds = new Map<string, number>()
  const buttons = stops().filter((stop) => {
    const isButton = stop.matches(
      'button, [role=button], [role=checkbox]:not(input), [role=switch]:not(input), [aria-haspopup], [aria-expanded]',
    )
    const isLink = stop.matches('a[href=""], a[href^="#"]')
    const listens = heard.some((one) => one === stop || one.contains(stop))
    const sends = stop.closest('form') !== null && stop.matches('[type=submit], :not([type])')
    if (!(isButton || isLink) || sends || !(stop.matches(says) || listens)) return false
    if (known.has(selectorOf(stop))) return false
    const kind = `${stop.parentElement?.className} ${stop.localName} ${stop.className}`
    const count = kinds.get(kind) ?? 0
    kinds.set(kind, count + 1)
    return count < 2
  })
  globalThis.galleyOpeners = {
    // What opens nothing may still do something, where a script waits for it.
    buttons: buttons
      .filter((one) => isHidden || all('dialog').length > 0 || !one.matches('a'))
      .slice(0, given.most),
    button: undefined,
    before: new Set(),
    shown: [],
    dialog: undefined,
    isByLooks: given.known === null,
  }
  return globalThis.galleyOpeners.buttons.length
}

function begin(index: number): (Spot & {readonly key: 'Enter' | 'Space'}) | null {
  const {selectorOf, isSeen, textOf} = globalThis.galleyEyes
  const all = globalThis.galleyOpeners
  const button = all.buttons[index]
  if (!button || !button.isConnected || !isSeen(button)) return null
  button.focus()
  const before = globalThis.galleyShown.now()
  globalThis.galleyOpeners = {...all, button, before, shown: [], dialog: undefined}
  globalThis.galleyPressed.remember(button)
  return {selector: selectorOf(button), text: textOf(button), key: keyOf(button)}

  /** What is ticked hears the space bar alone (ARIA Authoring Practices). */
  function keyOf(element: Element): 'Enter' | 'Space' {
    return element.matches('[role=checkbox], [role=switch]:not(button)') ? 'Space' : 'Enter'
  }
}

async function look(): Promise<{readonly kind: 'none' | 'part' | 'dialog'; readonly focus: Kept}> {
  const {contains, focused} = globalThis.galleyEyes
  const {isThere, pause, since} = globalThis.galleyShown
  const all = globalThis.galleyOpeners
  if (all.shown.length === 0) {
    for (const wait of [30, 300]) {
      await pause(wait)
      // A button's own picture or words, and what takes another's place, is nothing that opens.
      const isSwap = [...all.before].some((one) => !isThere(one) && one.isConnected)
      const shown = since(all.before).filter(
        (one) =>
          !all.button?.contains(one) && /\p{L}{2}|[\p{Script=Hangul}]/u.test(one.textContent ?? ''),
      )
      const dialog = shown.map((element) => dialogOf(element)).find((one) => one !== undefined)
      globalThis.galleyOpeners = {...all, shown: dialog || !isSwap ? shown : [], dialog}
      if (shown.length > 0) break
    }
    // Scripts often move the focus a moment later: when what has opened is there as a whole.
    for (let waited = 0; waited < 700 && isWaiting(); waited += 100) await pause(100)
  }
  const {dialog, shown} = globalThis.galleyOpeners
  const kind = dialog ? 'dialog' : shown.length > 0 ? 'part' : 'none'
  const active = focused()
  if (!dialog || !active) return {kind, focus: 'outside'}
  return {
    kind,
    focus: contains(dialog, active) ? 'inside' : isBehind(active, dialog) ? 'behind' : 'outside',
  }

  function isWaiting(): boolean {
    const {dialog: opened} = globalThis.galleyOpeners
    const at = focused()
    return opened !== undefined && !(at && contains(opened, at))
  }

  function dialogOf(element: Element): Element | undefined {
    const said = element.closest('dialog, [role=dialog], [role=alertdialog], [aria-modal=true]')
    if (said) return said
    // What is a menu or a list and nothing else is left by Tab, whatever it is laid out in.
    const list = '[role=menu], [role=listbox]'
    const menu = element.closest(list) ?? element.querySelector(list)
    if (
      menu &&
      (menu.contains(element) || menu.textContent?.trim() === element.textContent?.trim())
    )
      return undefined
    if (!all.isByLooks) return undefined
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const {position} = getComputedStyle(at)
      const {width, height} = at.getBoundingClientRect()
      const isLarge = width * height > innerWidth * innerHeight * 0.5
      if (position === 'fixed' && isLarge) return at
    }
    return undefined
  }

  /** Covered by it, or told by it to be out of reach. */
  function isBehind(element: Element, over: Element): boolean {
    const {left, top, width, height} = element.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return (
      (over.matches('[aria-modal=true]') && globalThis.galleyShown.isThere(over)) ||
      (hit !== null && contains(over, hit))
    )
  }
}

function stopsInside(): number {
  const {contains, stops} = globalThis.galleyEyes
  const {dialog} = globalThis.galleyOpeners
  return dialog ? stops().filter((stop) => contains(dialog, stop)).length : 0
}

/** Whether the dialog says what it is; one that only looks so has no role to be named. */
function isNamed(): boolean {
  const {dialog} = globalThis.galleyOpeners
  if (!dialog?.matches('dialog, [role=dialog], [role=alertdialog]')) return true
  const ids = dialog.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const words = ids.map((id) => document.getElementById(id)?.textContent ?? '')
  return [dialog.getAttribute('aria-label'), dialog.getAttribute('title'), ...words].some((one) =>
    one?.trim(),
  )
}

/** To something in the dialog, where the focus has left it. */
function comeBack(): null {
  const {contains, focused, stops} = globalThis.galleyEyes
  const {dialog} = globalThis.galleyOpeners
  const active = focused()
  if (dialog && !(active && contains(dialog, active))) {
    stops()
      .find((stop) => contains(dialog, stop))
      ?.focus()
  }
  return null
}

async function isClosed(): Promise<boolean> {
  const {isThere, pause, since} = globalThis.galleyShown
  const {before, dialog, shown} = globalThis.galleyOpeners
  const words = new Set(shown.map(({textContent}) => textContent))
  for (const wait of [30, 300, 500]) {
    await pause(wait)
    // What a script writes anew is there still.
    const rest = dialog
      ? shown.filter((element) => isThere(element))
      : since(before).filter((one) => shown.includes(one) || words.has(one.textContent))
    if (rest.length === 0 || (dialog && !isThere(dialog) && rest.length < shown.length / 2))
      return true
  }
  return false
}

/** The focus has gone to what has come up, or the button is described by it: that tells that it is open. */
function isHeard(): boolean {
  const {contains, focused} = globalThis.galleyEyes
  const {before, button, shown} = globalThis.galleyOpeners
  const active = focused()
  const described = (button?.getAttribute('aria-describedby') ?? '')
    .split(/\s+/)
    .flatMap((id) => document.getElementById(id) ?? [])
  return (
    (active !== undefined && active !== button && !before.has(active)) ||
    described.some((one) => !before.has(one) && shown.some((part) => contains(one, part)))
  )
}

/** Another thing shows than before and after the first press: a further month, a further slide. */
function isTurned(): boolean {
  const {before} = globalThis.galleyOpeners
  const known = new Set([...before].map(({textContent}) => textContent))
  return globalThis.galleyShown.since(before).some(({textContent}) => !known.has(textContent))
}

/** To the buttons of what has opened: those first that say that they close it. */
function atButton(attempt: number): boolean {
  const {contains, stops, textOf} = globalThis.galleyEyes
  const {dialog} = globalThis.galleyOpeners
  const closes = /close|dismiss|cancel|×|✕|✖|^x$|ok|닫기|취소|확인/i
  const buttons = stops()
    .filter(
      (stop) =>
        dialog &&
        contains(dialog, stop) &&
        stop.matches('button, [role=button], a[href^="#"], [tabindex]'),
    )
    .toSorted((a, b) => Number(closes.test(textOf(b))) - Number(closes.test(textOf(a))))
  const button = buttons[attempt]
  button?.focus()
  return button !== undefined
}

function atOpener(): boolean {
  const {button} = globalThis.galleyOpeners
  if (!button?.isConnected) return false
  button.focus()
  return document.activeElement === button
}

/** Some scripts give it back when what has closed is out of sight. */
async function isGivenBack(): Promise<boolean> {
  const {focused, isSeen} = globalThis.galleyEyes
  for (const wait of [0, 300]) {
    if (wait > 0) await globalThis.galleyShown.pause(wait)
    const active = focused()
    if (active !== undefined && isSeen(active)) return true
  }
  return false
}

function isAsBefore(): boolean {
  const now = globalThis.galleyShown.now()
  const {before, button} = globalThis.galleyOpeners
  return (
    button?.isConnected === true &&
    now.size === before.size &&
    [...now].every((one) => before.has(one))
  )
}

function stateOf(): {readonly state: string; readonly other: string} {
  const {button} = globalThis.galleyOpeners
  const holder = button?.closest('[aria-expanded], details') ?? button
  const state = ['aria-expanded', 'aria-pressed', 'aria-selected', 'aria-checked', 'open']
    .map((name) => holder?.getAttribute(name) ?? '')
    .join('')
  const details = button?.closest('details')
  return {
    state: details ? `${details.open}` : state,
    other: `${button?.innerText ?? ''} ${button?.getAttribute('aria-label') ?? ''}`,
  }
}

/** A tab whose panel has come up, and that does not say that it is the chosen one. */
function isUntoldTab(): boolean {
  const {isThere} = globalThis.galleyShown
  const {button, before} = globalThis.galleyOpeners
  const panel = document.getElementById(button?.getAttribute('aria-controls') ?? '')
  return (
    panel !== null &&
    button?.matches('[role=tab]:not([aria-selected=true], [aria-current], [aria-expanded])') ===
      true &&
    !before.has(panel) &&
    isThere(panel)
  )
}
