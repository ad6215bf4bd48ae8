import type {Node} from './page.ts'
import type {Rule} from './rule.ts'

const least = 24
/** No browser draws a button as low as this by itself. */
const low = 20

/**
 * A button is large enough to be hit, or stands apart: 24 CSS pixels either way. Buttons alone: they
 * have a size of their own, where a link in a sentence has that of its line.
 */
export const targetSize: Rule = {
  id: 'rule/target-size',
  criteria: ['2.5.8'],
  act: [],
  of: /^button$/,
  severity: 'error',
  judge(page) {
    const targets = page.nodes.filter(({box, heard, seen}) => box && heard && seen)
    return targets
      .filter((at) => at.role === 'button' && isLow(at) && !page.inside(at).some(({box}) => box))
      .filter((at) =>
        targets.some(
          (other) =>
            other.index !== at.index && !page.inside(other).includes(at) && isTooClose(at, other),
        ),
      )
      .map((at) => ({
        at,
        values: {name: at.name ?? '', width: at.box?.width ?? 0, height: at.box?.height ?? 0},
      }))
  },
}

function isLow({box}: Node): boolean {
  return box !== undefined && Math.min(box.width, box.height) < low
}

/** A pixel less is a matter of rounding. */
function isSmall({box}: Node): boolean {
  return box !== undefined && Math.min(box.width, box.height) < least - 1
}

/** A circle of 24 pixels on its middle meets another target, or the circle of another small one. */
function isTooClose(at: Node, other: Node): boolean {
  const [own, next] = [at.box, other.box]
  if (!own || !next) return false
  const x = own.left + own.width / 2
  const y = own.top + own.height / 2
  if (isSmall(other)) {
    const across = x - (next.left + next.width / 2)
    const down = y - (next.top + next.height / 2)
    return Math.hypot(across, down) < least - 1
  }
  const across = Math.max(next.left - x, 0, x - next.left - next.width)
  const down = Math.max(next.top - y, 0, y - next.top - next.height)
  return Math.hypot(across, down) < least / 2 - 1
}
