import type {BrowserCheck} from '../check.ts'
import {findingOn} from './finding.ts'

const about = {id: 'browser/orientation', criteria: ['1.3.4']}

type Turned = {
  /** Characters that can be seen, upright and on its side. */
  readonly before: number
  readonly after: number
  /** Degrees by which the page turned itself, against the first view of it. */
  readonly degrees: number
}

/** A phone may be held either way: the page neither hides nor turns itself for one of them. */
export const orientation: BrowserCheck<Turned> = {
  ...about,
  every: 'narrowest',
  probe: (tab) =>
    tab.perform(about.id, async (hands) => {
      const {width, height} = tab.view
      const upright = await hands.evaluate(posture, null)
      await hands.emulate({window: {width: height, height: width}})
      const turned = await hands.evaluate(posture, null)
      const degrees = Math.abs(turned.degrees - upright.degrees) % 180
      return {before: upright.characters, after: turned.characters, degrees}
    }),
  judge({before, after, degrees}, seen) {
    const kind =
      degrees > 80 && degrees < 100
        ? 'turned'
        : after < before / 2 && before - after > 20
          ? 'lost'
          : undefined
    if (kind === undefined) return []
    return [
      findingOn(seen, {
        check: about.id,
        severity: 'error',
        message: {
          key: `${about.id}/${kind}`,
          values: {percent: before === 0 ? 0 : Math.round((after / before) * 100)},
        },
        criteria: about.criteria,
      }),
    ]
  },
}

/** Runs in the page. */
function posture() {
  const whole = document.body.innerText.length
  const parts = [...document.body.children].filter(
    (part) => part instanceof HTMLElement && part.innerText.length * 2 >= Math.max(whole, 1),
  )
  const line = [document.documentElement, document.body, ...parts]
  const angles = line.map((element) => {
    const {transform, rotate} = getComputedStyle(element)
    const {a, b} = new DOMMatrix(transform === 'none' ? '' : transform)
    return Math.round((Math.atan2(b, a) * 180) / Math.PI) + (parseFloat(rotate) || 0)
  })
  return {
    characters: document.body.innerText.replace(/\s+/g, '').length,
    degrees: angles.find((angle) => Math.abs(angle) > 80) ?? 0,
  }
}
