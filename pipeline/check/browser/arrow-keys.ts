import type {Hands} from '../../model/hands.ts'
import type {Spot} from './deaf-to-keys.ts'

declare global {
  var galleyGroups: readonly {readonly from: HTMLElement | undefined; readonly to: HTMLElement}[]
}

/** At most so many groups are tried. */
const most = 6

/**
 * Parts of a group (tabs, radio buttons, items of a menu) that Tab leaves to the arrow keys, and that
 * those do not reach either: from the part that Tab reaches, or because it reaches none. Eyes must be open.
 */
export async function outOfReach(hands: Hands): Promise<readonly Spot[]> {
  const {elements} = await hands.heard(['click', 'mousedown', 'pointerdown'])
  const count = await hands.evaluate(find, {most, listening: elements.length})
  const found: Spot[] = []
  for (let index = 0; index < count; index++) {
    const isMoved = (await hands.evaluate(begin, index)) && (await moves(hands, index))
    if (!isMoved) found.push(await hands.evaluate(spotAt, index))
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
function find(given: {readonly most: number; readonly listening: number}): number {
  const {all, isSeen, stops} = globalThis.galleyEyes
  const heard = globalThis.galleyHeard.slice(0, given.listening)
  const reached = new Set<Element>(stops())
  const groups = all('[role=tablist], [role=radiogroup], [role=menubar], [role=menu]').filter(
    (group) =>
      isSeen(group) &&
      !reached.has(group) &&
      !group.hasAttribute('aria-activedescendant') &&
      group.getAttribute('aria-disabled') !== 'true',
  )
  globalThis.galleyGroups = groups.slice(0, given.most).flatMap((group) => {
    const parts = [
      ...group.querySelectorAll<HTMLElement>('[role=tab], [role=radio], [role=menuitem]'),
    ].filter(
      (part) =>
        isSeen(part) && part.getAttribute('aria-disabled') !== 'true' && !part.matches(':disabled'),
    )
    const from = parts.find((part) => reached.has(part))
    const to = parts.find(
      (part) =>
        part.getAttribute('tabindex')?.startsWith('-') &&
        !reached.has(part) &&
        (part.matches('a[href]') || heard.some((one) => one === part || one.contains(part))),
    )
    return to &&
      to.closest('[role=tablist], [role=radiogroup], [role=menubar], [role=menu]') === group
      ? [{from, to}]
      : []
  })
  return globalThis.galleyGroups.length
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
