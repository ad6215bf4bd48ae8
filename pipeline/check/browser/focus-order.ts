import type {BrowserCheck} from '../check.ts'
import {findingOn} from './finding.ts'
import type {Stop} from './keyboard-steps.ts'
import {keyboardWalk, type KeyboardWalk} from './keyboard-walk.ts'

const about = {id: 'browser/focus-order', criteria: ['2.4.3']}

/**
 * The focus goes from one control to the next as eyes do: onwards, not back up the same column, and not
 * through a row against the way in which it is read.
 */
export const focusOrder: BrowserCheck<Pick<KeyboardWalk, 'stops' | 'jumps'>> = {
  ...about,
  every: 'widest',
  disturbs: true,
  async probe(tab) {
    const {stops, jumps} = await keyboardWalk(tab)
    return {stops, jumps}
  },
  judge({stops, jumps}, seen) {
    const jumping = new Set(jumps.map(({selector}) => selector))
    const spots = [
      ...jumps.map((spot) => ({...spot, kind: 'jump', from: ''})),
      ...stops.flatMap((stop, index) => {
        const before = stops[index - 1]
        // A skip link stands where it is put; so does what a `tabindex` has moved.
        if (!before || index === 1 || jumping.has(stop.selector) || jumping.has(before.selector)) {
          return []
        }
        if (goesUp(before, stop)) return [{...stop, kind: 'up', from: before.text}]
        const [earlier, next] = [stops[index - 2], stops[index + 1]]
        // A row is told of once, where it begins; of two, as at the end of a dialog, either may be first.
        const isRow = next !== undefined && goesBack(before, stop) && goesBack(stop, next)
        const isTold = earlier !== undefined && goesBack(earlier, before)
        return isRow && !isTold ? [{...stop, kind: 'back', from: before.text}] : []
      }),
    ]
    return spots.map(({kind, selector, text, from}) =>
      findingOn(seen, {
        ...about,
        check: about.id,
        severity: 'warning',
        message: {key: `${about.id}/${kind}`, values: {text, from}},
        selector,
        excerpt: text,
      }),
    )
  },
}

function goesUp(before: Stop, stop: Stop): boolean {
  const isKnown = before.index >= 0 && stop.index >= 0 && before.seen && stop.seen
  const isSameColumn = Math.min(before.right, stop.right) > Math.max(before.left, stop.left)
  return isKnown && isSameColumn && (stop.top + stop.bottom) / 2 < before.top
}

/** To the one right before it in its row. */
function goesBack(before: Stop, stop: Stop): boolean {
  const isKnown = before.index >= 0 && stop.index >= 0 && before.seen && stop.seen
  const isSameRow = Math.min(before.bottom, stop.bottom) > Math.max(before.top, stop.top)
  const gap = stop.direction === 'rtl' ? stop.left - before.right : before.left - stop.right
  return isKnown && isSameRow && gap > -1 && gap < near
}

/** CSS pixels: what stands further apart in one line is no row. */
const near = 100
