import type {Hands} from '../../model/hands.ts'
import type {Spot} from './deaf-to-keys.ts'

/** Where the focus is: in what has opened, on what lies behind it, or nowhere in particular. */
export type Kept = 'inside' | 'behind' | 'outside'

declare global {
  var galleyOpeners: {
    buttons: readonly HTMLElement[]
    button: HTMLElement | undefined
    before: ReadonlySet<Element>
    shown: readonly Element[]
    dialog: Element | undefined
    /** Whether what fills the window is a dialog, though it does not say so. */
    isByLooks: boolean
    /** What lay uppermost in the window's corners before the button was pressed. */
    corners: readonly Element[]
    /** What has come up over all of the page, and what is in no dialog lies behind it. */
    veil: Element | undefined
  }
}

/** Finds the buttons that may open something that is hidden now, some of each kind, and counts them. */
export function openers(hands: Hands): Promise<number> {
  return openersBut(hands, null)
}

/** The same, without those that are known (by their selectors), where a menu that fills the window is no dialog. */
export async function openersBut(hands: Hands, known: readonly string[] | null): Promise<number> {
  const {elements, everywhere} = await hands.heard(['click', 'keydown', 'pointerdown', 'mousedown'])
  const anyClick = everywhere.includes('click')
  return hands.evaluate(find, {listening: elements.length, anyClick, known})
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
  readonly listening: number
  /** What listens for all of the page may hear any button. */
  readonly anyClick: boolean
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
  const buttons = stops().filter((stop) => {
    const isButton = stop.matches(
      'button, [role=button], [role=checkbox]:not(input), [role=switch]:not(input), [aria-haspopup], [aria-expanded]',
    )
    const isLink = stop.matches('a[href=""], a[href^="#"]')
    const listens =
      heard.some((one) => one === stop || one.contains(stop)) ||
      (given.anyClick && stop.matches('button, [role=button]'))
    const sends = stop.closest('form') !== null && stop.matches('[type=submit], :not([type])')
    // What comes up at a field helps who writes there, and leaves the focus to it.
    const isField = stop.matches('input:not([type=button]), textarea, select, [role=combobox]')
    if (!(isButton || isLink) || isField || sends || !(stop.matches(says) || listens)) return false
    return !known.has(selectorOf(stop))
  })
  globalThis.galleyOpeners = {
    // What opens nothing may still do something, where a script waits for it.
    buttons: oneOfEachFirst(
      buttons.filter((one) => isHidden || all('dialog').length > 0 || !one.matches('a')),
    ),
    button: undefined,
    before: new Set(),
    shown: [],
    dialog: undefined,
    isByLooks: given.known === null,
    corners: [],
    veil: undefined,
  }
  return globalThis.galleyOpeners.buttons.length

  /** One of each kind, those first that say that they open something; then one more of each. */
  function oneOfEachFirst(found: readonly HTMLElement[]): readonly HTMLElement[] {
    const counts = new Map<string, number>()
    const turns = found.map((one) => {
      const kind = kindOf(one)
      const turn = counts.get(kind) ?? 0
      counts.set(kind, turn + 1)
      return turn
    })
    return [0, 1].flatMap((turn) => {
      const ones = found.filter((_, index) => turns[index] === turn)
      return [
        ...ones.filter((one) => one.matches(says)),
        ...ones.filter((one) => !one.matches(says)),
      ]
    })
  }

  /** What a template writes alike: the names of its classes without numbers, and what it says of itself. */
  function kindOf(element: Element): string {
    const said = element
      .getAttributeNames()
      .filter((name) => /^(aria-|data-|role$|popovertarget$|commandfor$)/.test(name))
    const toggles = ['role', 'aria-haspopup', 'data-toggle', 'data-bs-toggle']
    const names = [element, element.parentElement].map(
      (one) => `${one?.localName} ${one?.className}`,
    )
    return [...names, ...said.toSorted(), ...toggles.map((name) => element.getAttribute(name))]
      .join('\n')
      .replace(/\d+/g, '0')
  }
}

function begin(index: number): (Spot & {readonly key: 'Enter' | 'Space'}) | null {
  const {selectorOf, isSeen, textOf} = globalThis.galleyEyes
  const all = globalThis.galleyOpeners
  const button = all.buttons[index]
  if (!button || !button.isConnected || !isSeen(button)) return null
  button.focus()
  const before = globalThis.galleyShown.now()
  const corners = [8, innerWidth - 8].flatMap((x) =>
    [8, innerHeight - 8].flatMap((y) => document.elementFromPoint(x, y) ?? []),
  )
  globalThis.galleyOpeners = {
    ...all,
    button,
    before,
    corners,
    shown: [],
    dialog: undefined,
    veil: undefined,
  }
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
      globalThis.galleyOpeners.shown = dialog || !isSwap ? shown : []
      globalThis.galleyOpeners.dialog = dialog
      if (shown.length > 0) break
    }
    // Scripts often move the focus a moment later: when what has opened is there as a whole.
    for (let waited = 0; waited < 700 && isWaiting(); waited += 100) await pause(100)
  }
  const {dialog, shown} = globalThis.galleyOpeners
  const active = focused()
  // A button beside a field opens what belongs to the field: an arrow key leads on from there.
  const isAtField =
    active?.matches('[role=combobox][aria-expanded=true], input[aria-expanded=true]') === true
  const kind = dialog && !isAtField ? 'dialog' : shown.length > 0 ? 'part' : 'none'
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
    const veil = veilNow()
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const {position} = getComputedStyle(at)
      const {width, height} = at.getBoundingClientRect()
      const isLarge = width * height > innerWidth * innerHeight * 0.5
      if (position === 'fixed' && isLarge) return at
      if (veil && /fixed|absolute/.test(position) && isOver(at, veil)) {
        globalThis.galleyOpeners.veil = veil
        return at
      }
    }
    return undefined
  }

  /** Dark or light, and drawn over all of the page since the button was pressed. */
  function veilNow(): Element | undefined {
    const tops = [8, innerWidth - 8].flatMap((x) =>
      [8, innerHeight - 8].flatMap((y) => document.elementFromPoint(x, y) ?? []),
    )
    return tops.find((one) => {
      const {left, top, right, bottom} = one.getBoundingClientRect()
      const {backgroundColor, backdropFilter, position} = getComputedStyle(one)
      const isWhole = left <= 0 && top <= 0 && right >= innerWidth && bottom >= innerHeight
      const isBare = /^rgba\(.*, 0(\.0\d*)?\)$/.test(backgroundColor) && backdropFilter === 'none'
      const isFixed = position === 'fixed' || position === 'absolute'
      const isTop = tops.filter((other) => other === one).length > 1
      return isWhole && !isBare && isFixed && isTop && !all.corners.includes(one)
    })
  }

  /** A box over the veil, with a button in it, and neither a menu nor what the button says that it unfolds. */
  function isOver(box: Element, veil: Element): boolean {
    const {left, top, width, height} = box.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    const lists = 'nav, [role=navigation], [role=menu], [role=listbox], [role=tooltip]'
    return (
      !box.contains(veil) &&
      hit !== null &&
      box.contains(hit) &&
      box.querySelector('button, [role=button], input[type=button]') !== null &&
      !box.closest(lists) &&
      !box.querySelector(lists) &&
      !all.button?.matches(
        '[aria-expanded], [aria-haspopup=menu], [aria-haspopup=listbox], summary',
      )
    )
  }

  /** Covered by it, or told by it to be out of reach. */
  function isBehind(element: Element, over: Element): boolean {
    const {left, top, width, height} = element.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return (
      (over.matches('[aria-modal=true]') && globalThis.galleyShown.isThere(over)) ||
      (hit !== null && (contains(over, hit) || hit === globalThis.galleyOpeners.veil))
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
    state: details ? `${details.open}` : state || stateOfBrowser(),
    other: `${button?.innerText ?? ''} ${button?.getAttribute('aria-label') ?? ''}`,
  }

  /** Of a button that opens a popover by HTML alone, the browser tells whether that is open (HTML Accessibility API Mappings, `popovertarget`). */
  function stateOfBrowser(): string {
    if (!button?.matches('button, input')) return ''
    const id = button.getAttribute('popovertarget') ?? popoverOfCommand(button)
    const root = button.getRootNode()
    const target =
      root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id) : null
    return target?.matches('[popover]') === true ? `${target.matches(':popover-open')}` : ''
  }

  function popoverOfCommand(one: Element): string {
    const isOfPopover = (one.getAttribute('command') ?? '').endsWith('-popover')
    return isOfPopover ? (one.getAttribute('commandfor') ?? '') : ''
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
