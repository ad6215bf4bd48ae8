import type {Finding} from '../../model/finding.ts'
import type {Hands} from '../../model/hands.ts'
import type {BrowserCheck, Seen} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'
import {openers, opening, type Kept} from './openers.ts'
import {watchPressed} from './pressed.ts'
import {silentForms} from './silent-forms.ts'
import {watchShown} from './shown.ts'

const id = 'browser/opened'

/**
 * What pressing the buttons of a page may come to: a press counts for one, a dialog and a page that is
 * loaded anew for two more. Some ten seconds of a machine; counted, so that each run presses the same.
 */
const effort = 24

export type Faulty = {
  readonly kind:
    | 'outside'
    | 'through'
    | 'no-way-out'
    | 'escape'
    | 'lost'
    | 'nameless'
    | 'no-state'
    | 'stays'
    | 'stuck'
    | 'silent'
    | 'red'
    | 'vague'
    | 'gone'
    | 'look'
    | 'tab'
  readonly selector: string
  readonly text: string
}

const criteria: Readonly<Record<Faulty['kind'], readonly string[]>> = {
  outside: ['2.4.3'],
  through: ['2.4.3'],
  'no-way-out': ['2.1.2'],
  escape: [],
  lost: ['2.4.3'],
  nameless: ['4.1.2'],
  'no-state': ['4.1.2'],
  stays: ['4.1.2'],
  stuck: ['4.1.2'],
  silent: ['4.1.3'],
  red: ['1.4.1', '3.3.1'],
  vague: ['3.3.1'],
  gone: ['2.4.3'],
  look: ['4.1.2'],
  tab: ['4.1.2'],
}

/**
 * What a button opens: a dialog takes the focus, keeps it, can be closed with the keyboard and gives
 * it back; what unfolds says whether it is open; a message that comes up is spoken, and an error is told in words.
 */
export const opened: BrowserCheck<readonly Faulty[]> = {
  id,
  criteria: ['1.4.1', '2.1.2', '2.4.3', '3.3.1', '4.1.2', '4.1.3'],
  every: 'template',
  disturbs: true,
  probe: (tab) => tab.perform(id, pressAll),
  judge: (found, seen) => found.map((one) => openedFinding(id, one, seen)),
}

/** What was found at a button, as a check of this id says it. */
export function openedFinding(check: string, {kind, selector, text}: Faulty, seen: Seen): Finding {
  return findingOn(seen, {
    check,
    severity: kind === 'escape' ? 'warning' : 'error',
    message: {key: `${id}/${kind}`, values: {text}},
    selector,
    excerpt: text,
    criteria: criteria[kind],
  })
}

async function pressAll(hands: Hands): Promise<readonly Faulty[]> {
  const found = await pressEach(hands, openers)
  return [...found, ...(await silentForms(hands, () => ready(hands, openers)))]
}

/** Presses each of the buttons that are found, on the page as it was, and tells what is wrong with what that opens. */
export async function pressEach(
  hands: Hands,
  find: (hands: Hands) => Promise<number>,
): Promise<readonly Faulty[]> {
  const found: Faulty[] = []
  let count = await ready(hands, find)
  let spent = 0
  for (let index = 0; index < count && spent < effort; index++) {
    const begun = await hands.evaluate(opening.begin, index)
    if (begun === null) continue
    spent += 1
    const {key, ...opener} = begun
    await hands.press(key)
    const {kind, focus} = await hands.evaluate(opening.look, null)
    if (kind === 'dialog') spent += 2
    const kinds =
      kind === 'dialog' ? await inDialog(hands, focus) : await outcome(hands, kind === 'part', key)
    found.push(...kinds.map((one) => ({kind: one, ...opener})))
    const isSame = kind === 'none' ? isUntouched : opening.isAsBefore
    if (await hands.evaluate(isSame, null)) continue
    await hands.reload()
    spent += 2
    count = Math.min(count, await ready(hands, find))
  }
  return found
}

async function ready(hands: Hands, find: (hands: Hands) => Promise<number>): Promise<number> {
  await openEyes(hands)
  await watchShown(hands)
  await watchPressed(hands)
  return find(hands)
}

/** Runs in the page. */
function isUntouched(): boolean {
  return !globalThis.galleyPressed.hasChanged()
}

async function outcome(
  hands: Hands,
  isPart: boolean,
  key: 'Enter' | 'Space',
): Promise<readonly Faulty['kind'][]> {
  if (await hands.evaluate(opening.isUntoldTab, null)) return ['tab']
  const kinds = await done(hands)
  if (kinds.length > 0) return kinds
  if (await isStuck(hands, key)) return ['stuck']
  return isPart ? unfolded(hands) : coloured(hands)
}

/** What a button does that opens nothing, or a part of the page, is told by words that are spoken; and the focus stays. */
async function done(hands: Hands): Promise<readonly Faulty['kind'][]> {
  const {isLost, isSilent} = await hands.evaluate(
    () => ({
      isLost: globalThis.galleyPressed.isLost(),
      isSilent: globalThis.galleyPressed.isSilent('deeds'),
    }),
    null,
  )
  if (isLost) return ['gone']
  const isUnspoken =
    isSilent || (await hands.evaluate(() => globalThis.galleyPressed.hasPassed(), null))
  return isUnspoken ? ['silent'] : []
}

/** It says that it is pressed, or ticked, or that it is not, and goes on saying so while its look turns and turns back. */
async function isStuck(hands: Hands, key: 'Enter' | 'Space'): Promise<boolean> {
  if ((await hands.evaluate(stand, null)) !== 'other') return false
  await hands.press(key)
  return (await hands.evaluate(standLater, null)) === 'same'
}

/** Runs in the page. */
function stand(): 'same' | 'other' | 'told' {
  return globalThis.galleyPressed.stand()
}

/** Runs in the page. */
async function standLater(): Promise<'same' | 'other' | 'told'> {
  await globalThis.galleyShown.pause(300)
  return globalThis.galleyPressed.stand()
}

/** That a button is pressed is told by a state. */
async function coloured(hands: Hands): Promise<readonly Faulty['kind'][]> {
  const stateless = await hands.evaluate(() => globalThis.galleyPressed.stateless(), null)
  if (stateless !== 'pressed') return stateless === 'moved' ? ['look'] : []
  // A state is taken back by the next press; a flash is none.
  await hands.press('Enter')
  const isBack = await hands.evaluate(async () => {
    await globalThis.galleyShown.pause(300)
    return globalThis.galleyPressed.isAsItLooked()
  }, null)
  return isBack ? ['look'] : []
}

async function inDialog(hands: Hands, focus: Kept): Promise<readonly Faulty['kind'][]> {
  const kinds: Faulty['kind'][] = []
  const isNamed = await hands.evaluate(opening.isNamed, null)
  let now = focus
  if (now !== 'inside') {
    await hands.press('Tab')
    now = (await hands.evaluate(opening.look, null)).focus
    if (now !== 'inside') kinds.push('outside')
  }
  const stops = now === 'inside' ? await hands.evaluate(opening.stopsInside, null) : 0
  // Round once, over the browser's own buttons if the way goes there.
  for (let step = 0; kinds.length === 0 && now !== 'behind' && step <= stops + 1; step++) {
    await hands.press('Tab')
    now = (await hands.evaluate(opening.look, null)).focus
  }
  if (kinds.length === 0 && now === 'behind') kinds.push('through')
  await hands.evaluate(opening.comeBack, null)
  await hands.press('Escape')
  let closed = await hands.evaluate(opening.isClosed, null)
  if (!closed) {
    for (let attempt = 0; !closed && attempt < 4; attempt++) {
      if (!(await hands.evaluate(opening.atButton, attempt))) break
      await hands.press('Enter')
      closed = await hands.evaluate(opening.isClosed, null)
    }
    kinds.push(closed ? 'escape' : 'no-way-out')
  }
  if (closed && !(await hands.evaluate(opening.isGivenBack, null))) kinds.push('lost')
  return isNamed ? kinds : ['nameless', ...kinds]
}

async function unfolded(hands: Hands): Promise<readonly Faulty['kind'][]> {
  const isHeard = await hands.evaluate(opening.isHeard, null)
  const before = await hands.evaluate(opening.stateOf, null)
  if (!(await hands.evaluate(opening.atOpener, null))) return []
  await hands.press('Enter')
  const isFolded = await hands.evaluate(opening.isClosed, null)
  const after = await hands.evaluate(opening.stateOf, null)
  // What opens once and stays open is no state.
  if (!isFolded || before.other !== after.other) return []
  if (await hands.evaluate(opening.isTurned, null)) return []
  if (before.state === '') return isHeard ? [] : ['no-state']
  return before.state === after.state ? ['stays'] : []
}
