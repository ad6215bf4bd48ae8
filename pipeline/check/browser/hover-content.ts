import type {Hands} from '../../model/hands.ts'
import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'
import {hoverTriggers, meet, type Place} from './hover-triggers.ts'
import {watchShown} from './shown.ts'

const id = 'browser/hover-content'

type Faulty = {
  readonly kind: 'pointer-only' | 'slips' | 'stays'
  readonly selector: string
  readonly text: string
}

const criteria = {'pointer-only': ['2.1.1'], slips: ['1.4.13'], stays: ['1.4.13']}

/**
 * What a pointer brings up, the keyboard brings up too; the pointer can go over to it; and where it
 * covers something, Escape takes it away.
 */
export const hoverContent: BrowserCheck<readonly Faulty[]> = {
  id,
  criteria: ['1.4.13', '2.1.1'],
  every: 'template',
  disturbs: true,
  probe: (tab) => tab.perform(id, watch),
  judge: (found, seen) =>
    found.map(({kind, selector, text}) =>
      findingOn(seen, {
        check: id,
        severity: 'error',
        message: {key: `${id}/${kind}`, values: {text}},
        selector,
        excerpt: text,
        criteria: criteria[kind],
      }),
    ),
}

async function watch(hands: Hands): Promise<readonly Faulty[]> {
  await openEyes(hands)
  await watchShown(hands)
  const count = await hoverTriggers(hands)
  const found: Faulty[] = []
  // What all that are made alike do wrong has one cause.
  const told = new Set<string>()
  for (let index = 0; index < count; index++) {
    await hands.point(-1, -1)
    const start = await hands.evaluate(meet.begin, index)
    if (start === null) continue
    await hands.point(start.x, start.y)
    const shown = await hands.evaluate(meet.revealed, null)
    if (shown === null) continue
    const faults: Faulty['kind'][] = []
    const fault = (kind: Faulty['kind']) => void faults.push(kind)
    if (shown.covers) {
      await hands.press('Escape')
      if (await hands.evaluate(meet.isStillThere, null)) fault('stays')
      else await again(hands, start)
    }
    for (const [x, y] of between(start, shown)) await hands.point(x, y)
    if (!(await hands.evaluate(meet.isStillThere, null))) fault('slips')
    await hands.point(-1, -1)
    // A key before, so that the focus shows as it does for those who press keys.
    await hands.press('Shift')
    if (!(await hands.evaluate(meet.byKeyboard, null))) fault('pointer-only')
    if (faults.length > 0 && (await hands.evaluate(meet.goesByItself, null))) continue
    for (const kind of faults) {
      const make = kind === 'pointer-only' ? shown.makes.both : shown.makes.tip
      if (make === null || !told.has(`${kind} ${make}`)) found.push({kind, ...shown.spot})
      told.add(`${kind} ${make}`)
    }
  }
  return found
}

async function again(hands: Hands, {x, y}: Place): Promise<void> {
  await hands.point(-1, -1)
  await hands.point(x, y)
  await hands.evaluate(meet.revealed, null)
}

/** The way of a pointer, in steps. */
function between(from: Place, to: Place): readonly (readonly [x: number, y: number])[] {
  return Array.from({length: 12}, (_, step) => {
    const share = (step + 1) / 12
    return [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share]
  })
}
