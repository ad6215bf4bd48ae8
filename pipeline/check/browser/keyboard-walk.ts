import type {Hands} from '../../model/hands.ts'
import type {Tab} from '../../model/tab.ts'
import {byArrows, outOfReach} from './arrow-keys.ts'
import {deafToKeys, type Spot} from './deaf-to-keys.ts'
import {doneWhenDown} from './done-when-down.ts'
import {openEyes} from './eyes.ts'
import {idleClicks} from './idle-clicks.ts'
import {arrive, finish, start, type Step, type Stop} from './keyboard-steps.ts'
import {toldKeys} from './told-keys.ts'
import {triedKeys} from './tried-keys.ts'

/** What somebody meets who has no pointer. */
export type KeyboardWalk = {
  readonly stops: readonly Stop[]
  /** Where Tab leads nowhere else; `circle`: back to an earlier place that is not the first. */
  readonly trap: {
    readonly kind: 'stuck' | 'circle'
    readonly selector: string
    readonly text: string
  } | null
  /** What Tab should have reached and neither did nor the arrow keys, and whether it would not have the focus; empty where the walk did not end by itself. */
  readonly missed: readonly (Spot & {readonly refuses: boolean})[]
  /** What a pointer can operate and a keyboard cannot. */
  readonly pointerOnly: readonly Spot[]
  /** What has the focus, and answers a pointer but no key. */
  readonly keyless: readonly Spot[]
  /** What the keyboard operates, and what has no role that says so. */
  readonly roleless: readonly Spot[]
  /** Buttons that act before the pointer is let go. */
  readonly hasty: readonly Spot[]
  /** Buttons seen to have done something before the pointer is let go, which stays done. */
  readonly done: readonly Spot[]
  /** Parts of a group that neither Tab nor the arrow keys reach. */
  readonly unreached: readonly Spot[]
  /** How many groups the arrow keys were not tried in. */
  readonly untried: number
  /** `tabindex` above 0. */
  readonly jumps: readonly Spot[]
  /** Whether it was given up after so many stops. */
  readonly isCut: boolean
}

/** Stops after which it is given up. */
const most = 600

/** Walks the page with the Tab key, once for all checks that ask. */
export function keyboardWalk(tab: Tab): Promise<KeyboardWalk> {
  return tab.perform('browser/keyboard-walk', walk)
}

async function walk(hands: Hands): Promise<KeyboardWalk> {
  await openEyes(hands)
  const {count, jumps, pointerOnly} = await hands.evaluate(start, null)
  const first = await hands.evaluate(arrive, null)
  const steps: Step[] = first === null ? [] : [first]
  const told = await hands.evaluate(toldKeys, null)
  let trap: KeyboardWalk['trap'] = null
  let stayed = 0
  let ended = false
  while (!ended && trap === null && steps.length < Math.min(most, count + 20)) {
    let step = await nextStop(hands)
    const last = steps.at(-1)
    if (step !== null && step.id === last?.id) {
      if (++stayed < step.patience) continue
      // Where Tab is a letter, as in an editor, Escape must give it back.
      step = await leave(hands, ['Escape', ...told], [last], step)
      if (step?.id === last.id) trap = trapAt('stuck', last)
    }
    stayed = 0
    const ring = steps.slice(steps.findIndex(({id}) => id === step?.id))
    // Round all that there is once; a dialog holds the focus.
    const isRound = async () =>
      ring.length === steps.length &&
      (ring.length >= count || (await hands.evaluate(isInDialog, null)))
    if (trap === null && last && isAmong(step, steps) && !(await isRound())) {
      // A ring may be left by Escape, which closes what has come up, or by a key that the page tells
      // of; from the last, Tab leaves the page.
      step = await leave(hands, ['Escape', ...told], ring, step)
      // What the page takes back a moment later has not been left.
      if (step !== null && !isAmong(step, ring))
        step = await hands.evaluate(later, 100).then(() => hands.evaluate(arrive, null))
      // What is closed gives the focus back to what has opened it; Tab goes on from there.
      if (isAmong(step, steps) && !isAmong(step, ring)) step = await nextStop(hands)
      if (isAmong(step, ring)) trap = trapAt('circle', last)
    }
    if (step === null && trap === null) {
      // The focus has left the page; what takes it back then holds it.
      const again = await hands.evaluate(later, 60).then(() => hands.evaluate(arrive, null))
      if (again !== null && isAmong(again, steps)) trap = trapAt('circle', again)
      // Or what had it is gone, and Tab goes on from where that stood.
      const next = trap === null && steps.length < count ? await nextStop(hands) : null
      if (next === null || isAmong(next, steps)) ended = true
      else steps.push(next)
    } else if (step === null || isAmong(step, steps)) ended = true
    else steps.push(step)
  }
  const listening = await deafToKeys(hands)
  const groups = trap === null ? await outOfReach(hands) : {unreached: [], untried: 0}
  const reached = steps.map(({stop}) => stop.index)
  const left = await hands.evaluate(finish, reached)
  const passed = ended && trap === null ? left : []
  const moved = await byArrows(
    hands,
    passed.map(({index}) => index),
    reached,
  )
  const missed = passed.filter(({index}) => !moved.has(index))
  // Last, since a click may change the page.
  const idle = new Set(await idleClicks(hands))
  const tried = await triedKeys(hands)
  const done = await doneWhenDown(hands)
  return {
    stops: steps.map(({stop}) => stop),
    trap,
    missed: missed.map(({selector, text, refuses}) => ({selector, text, refuses})),
    pointerOnly: [
      ...pointerOnly,
      ...listening.pointerOnly.filter(({selector}) => !idle.has(selector)),
    ],
    keyless: [...listening.keyless, ...tried],
    roleless: listening.roleless,
    hasty: listening.hasty.filter(({selector}) => !done.some((one) => one.selector === selector)),
    done,
    ...groups,
    jumps,
    isCut: !ended && trap === null,
  }
}

async function nextStop(hands: Hands): Promise<Step | null> {
  await hands.press('Tab')
  return hands.evaluate(arrive, null)
}

function isAmong(step: Step | null, steps: readonly Step[]): boolean {
  return steps.some(({id}) => id === step?.id)
}

/**
 * Where the focus is after the first of some keys, and Tab, that lead away; or where it was. Without
 * a key nobody looks again: what the page moves by itself does not lead away.
 */
async function leave(
  hands: Hands,
  keys: readonly string[],
  from: readonly Step[],
  now: Step | null,
): Promise<Step | null> {
  let step = now
  for (const key of keys) {
    for (const pressed of [key, 'Tab']) {
      await hands.press(pressed)
      step = await hands.evaluate(arrive, null)
      if (!isAmong(step, from)) return step
    }
  }
  return step
}

/** Runs in the page: a dialog may hold the focus while it is open. */
function isInDialog(): boolean {
  const dialog = 'dialog, [role=dialog], [role=alertdialog]'
  return Boolean(globalThis.galleyEyes.focused()?.closest(dialog))
}

/** Runs in the page. */
function later(milliseconds: number): Promise<null> {
  return new Promise((done) => setTimeout(() => done(null), milliseconds))
}

function trapAt(kind: 'stuck' | 'circle', {stop: {selector, text}}: Step): KeyboardWalk['trap'] {
  return {kind, selector, text}
}
