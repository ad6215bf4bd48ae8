import type {Hands} from '../../model/hands.ts'
import type {Spot} from './deaf-to-keys.ts'

declare global {
  /** Groups to try the arrow keys in; those that clicks have shown stand there first. */
  var galleyGroups: readonly {readonly from: HTMLElement | undefined; readonly to: HTMLElement}[]
}

/** So many groups of a page are tried; the others are counted. */
const mostGroups = 12
/** From beside so many of what Tab has passed by, where the arrow keys lead to none of it. */
const mostPassed = 12
/** So often a key is pressed to get along a group. */
const mostSteps = 40

/**
 * Parts of a group (tabs, radio buttons, items of a menu) that Tab leaves to the arrow keys, and that
 * those do not reach either: from the part that Tab reaches, or because it reaches none; and how many
 * groups were not tried. Eyes must be open.
 */
export async function outOfReach(
  hands: Hands,
): Promise<{readonly unreached: readonly Spot[]; readonly untried: number}> {
  const {elements} = await hands.heard(['click', 'mousedown', 'pointerdown'])
  const count = await hands.evaluate(find, elements.length)
  const found: Spot[] = []
  for (let index = 0; index < Math.min(count, mostGroups); index++) {
    const isMoved = (await hands.evaluate(begin, index)) && (await moves(hands, index))
    if (!isMoved) found.push(await hands.evaluate(spotAt, index))
  }
  return {unreached: found, untried: Math.max(0, count - mostGroups)}
}

/**
 * Of what Tab has passed by, what the arrow keys reach from the place before or behind it: a bar of
 * tools whose parts are all on Tab's way until one of them has the focus. Eyes must be open, the walk done.
 *
 * @returns numbers of stops
 */
export async function byArrows(
  hands: Hands,
  passed: readonly number[],
  reached: readonly number[],
): Promise<ReadonlySet<number>> {
  const found = new Set<number>()
  let tries = 0
  for (const index of passed) {
    if (found.has(index)) continue
    if (++tries > mostPassed) break
    const before = reached.filter((one) => one >= 0 && one < index).toSorted((a, b) => b - a)
    const behind = reached.filter((one) => one > index).toSorted((a, b) => a - b)
    for (const from of [before[0], behind[0], 'around']) {
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
        if (from === undefined || found.has(index)) continue
        let at =
          typeof from === 'number'
            ? await hands.evaluate(beginAt, from)
            : await hands.evaluate(beginAround, index)
        if (at === null) continue
        for (let steps = 0; steps < mostSteps; steps++) {
          await hands.press(key)
          const next = await hands.evaluate(stopNow, null)
          if (next === at || next < 0) break
          found.add(next)
          at = next
        }
      }
    }
  }
  return found
}

/** Whether any key that moves within a group moves the focus. */
async function moves(hands: Hands, index: number): Promise<boolean> {
  for (const key of ['ArrowRight', 'ArrowDown', 'End']) {
    await hands.press(key)
    if (await hands.evaluate(hasMoved, index)) return true
  }
  return false
}

/** Runs in the page. */
function beginAt(index: number): number {
  globalThis.galleyWalk.stops[index]?.focus()
  return index
}

/** Runs in the page: at the row or the cell that it stands in, of a list or a table that moves the focus itself. */
function beginAround(index: number): number | null {
  const part = globalThis.galleyWalk.stops[index]?.parentElement?.closest<HTMLElement>('[tabindex]')
  const whole = '[role=grid], [role=treegrid], [role=tree], [role=listbox]'
  if (!part?.closest(whole)) return null
  part.focus()
  return -1
}

/** Runs in the page: scripts often move the focus a moment later. */
async function stopNow(): Promise<number> {
  await new Promise((done) => setTimeout(done, 30))
  const {stops} = globalThis.galleyWalk
  return stops.findIndex((one) => one === globalThis.galleyEyes.focused())
}

/** Runs in the page. */
function find(listening: number): number {
  const {all, isSeen, stops} = globalThis.galleyEyes
  const heard = globalThis.galleyHeard.slice(0, listening)
  const reached = new Set<Element>(stops())
  const named = '[role=tablist], [role=radiogroup], [role=menubar], [role=menu]'
  // Buttons of a bar, days of a month: `rule/unreachable` leaves those with one stop to this.
  const plain = 'table, fieldset, details, [role=group], [role=toolbar], [role=grid]'
  const rows = all('button[tabindex^="-"], [role=button][tabindex^="-"]').flatMap(
    (button) => rowOf(button) ?? [],
  )
  const groups = [...new Set([...all(`${named}, ${plain}`), ...rows])].filter(
    (group) =>
      isSeen(group) &&
      !reached.has(group) &&
      !group.hasAttribute('aria-activedescendant') &&
      group.getAttribute('aria-disabled') !== 'true',
  )
  const found = groups.flatMap((group) => {
    const isPlain = !group.matches(named)
    const parts = [
      ...group.querySelectorAll<HTMLElement>(
        isPlain ? 'button, [role=button]' : '[role=tab], [role=radio], [role=menuitem]',
      ),
    ].filter(
      (part) =>
        isSeen(part) && part.getAttribute('aria-disabled') !== 'true' && !part.matches(':disabled'),
    )
    const from = parts.find((part) => reached.has(part))
    const to = parts.find(
      (part) =>
        !reached.has(part) &&
        // The button in it is reached, and does what it does.
        ![...reached].some((stop) => part.contains(stop)) &&
        (part.getAttribute('tabindex')?.startsWith('-') === true
          ? part.matches('a[href]') || heard.some((one) => one === part || one.contains(part))
          : // Some scripts let a part have the focus only when they give it.
            !isPlain && !part.hasAttribute('tabindex')),
    )
    const stopsIn = parts.filter((part) => reached.has(part)).length
    const isIts = rows.includes(group) || to?.closest(`${named}, ${plain}`) === group
    return to && isIts && (!isPlain || stopsIn === 1) ? [{from, to}] : []
  })
  globalThis.galleyGroups = [...found, ...globalThis.galleyGroups]
  return globalThis.galleyGroups.length

  /** The row of buttons in no group that is named, as `rule/unreachable` leaves them to this. */
  function rowOf(button: Element): Element | undefined {
    let at = button.parentElement
    for (let steps = 0; at && steps < 5; steps++, at = at.parentElement) {
      const buttons = [...at.querySelectorAll('button, [role=button]')].filter(isSeen)
      if (buttons.length > 2) return at.closest(`${named}, ${plain}`) ? undefined : at
    }
    return undefined
  }
}

/** Runs in the page: to the part that Tab reaches. */
function begin(index: number): boolean {
  const from = globalThis.galleyGroups[index]?.from
  from?.focus()
  return from !== undefined
}

/** Runs in the page: scripts often move the focus a moment later. */
async function hasMoved(index: number): Promise<boolean> {
  const {focused} = globalThis.galleyEyes
  const from = globalThis.galleyGroups[index]?.from
  for (const wait of [0, 60]) {
    await new Promise((done) => setTimeout(done, wait))
    if (focused() !== from) return true
  }
  return false
}

/** Runs in the page. */
function spotAt(index: number): Spot {
  const {selectorOf, textOf} = globalThis.galleyEyes
  const to = globalThis.galleyGroups[index]?.to ?? document.body
  return {selector: selectorOf(to), text: textOf(to)}
}
