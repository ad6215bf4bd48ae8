import {isTabStop, type Node, type Page} from './page.ts'
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
    const targets = page.nodes.filter((at) => at.box && at.heard && at.seen && isTarget(at))
    return targets
      .filter((at) => at.role === 'button' && isLow(at) && !page.inside(at).some(({box}) => box))
      .filter((at) => !isInLine(at, page) && !isStepToo(at, page))
      .filter((at) =>
        targets.some(
          (other) =>
            other.index !== at.index && isTooClose(at, other) && !page.above(at).includes(other),
        ),
      )
      .map((at) => ({
        at,
        values: {name: at.name ?? '', width: at.box?.width ?? 0, height: at.box?.height ?? 0},
      }))
  },
}

/** What a script alone may give the focus, such as a heading, is not pressed; nor what is switched off. */
function isTarget(at: Node): boolean {
  if (at.attributes['aria-disabled'] === 'true') return false
  return isTabStop(at) || /^(button|link|tab|option|checkbox|radio|menuitem.*)$/.test(at.role)
}

/** Words to press in a sentence have the height of its line. */
function isInLine(at: Node, page: Page): boolean {
  const [box] = page.above(at)
  const beside = box ? page.children(box) : []
  return (
    (at.box?.width ?? 0) >= least &&
    beside.some(({tag, text = ''}) => tag === '#text' && /\p{L}/u.test(text))
  )
}

/** The dots of a carousel: what each does, a larger button for the next does too, which the standard allows. */
function isStepToo({name = ''}: Node, page: Page): boolean {
  const dot = /^(?=.*\d).*(slide|banner|image|photo|picture|슬라이드|배너|사진)/i
  const next = /\bnext\b|다음/i
  return (
    dot.test(name) &&
    page.nodes.some(
      (one) => one.role === 'button' && one.seen && !isSmall(one) && next.test(one.name ?? ''),
    )
  )
}

function isLow({box}: Node): boolean {
  return box !== undefined && Math.min(box.width, box.height) < low && box.width * box.height > 0
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
