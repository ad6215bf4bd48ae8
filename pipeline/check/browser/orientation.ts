import type {BrowserCheck} from '../check.ts'
import {findingOn} from './finding.ts'

const about = {id: 'browser/orientation', criteria: ['1.3.4']}

type Turned = {
  /** Characters that can be seen, upright and on its side. */
  readonly before: number
  readonly after: number
  /** What can be read one way and not the other, as where a note to turn the phone stands for all else. */
  readonly replaced: boolean
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
      const {characters: before, words} = upright
      const found = {before, after: turned.characters, degrees}
      if (!isReplaced(words, turned.words)) return {...found, replaced: false}
      // What has only come meanwhile does not go again.
      await hands.emulate({window: {width, height}})
      const again = await hands.evaluate(posture, null)
      return {...found, replaced: !isReplaced(words, again.words)}
    }),
  judge({before, after, replaced, degrees}, seen) {
    const kind =
      degrees > 80 && degrees < 100
        ? 'turned'
        : replaced || (after < before / 2 && before - after > 20)
          ? 'lost'
          : undefined
    if (kind === undefined) return []
    return [
      findingOn(seen, {
        check: about.id,
        severity: 'error',
        message: {
          key: `${about.id}/${kind}`,
          values: {
            percent: replaced || before === 0 ? 0 : Math.round((after / before) * 100),
          },
        },
        criteria: about.criteria,
      }),
    ]
  },
}

/** Whether one way hides nearly all that can be read the other way, and has words of its own instead. */
function isReplaced(...both: readonly [readonly string[], readonly string[]]): boolean {
  const [few, many] = both.map((words) => new Set(words)).toSorted((a, b) => a.size - b.size)
  if (!few || !many) return false
  const kept = [...few].filter((word) => many.has(word)).length
  if (kept < many.size / 5 && few.size - kept >= 2) return true
  const [upright, turned] = both
  return givesWay(upright, turned) || givesWay(turned, upright)
}

/** Words make room for a request to turn the device, whatever else (a heading, a menu) stays. */
function givesWay(asking: readonly string[], other: readonly string[]): boolean {
  const [request, plain] = [asking, other].map((words) => toTurn.test(words.join(' ')))
  const lost = new Set(other.filter((word) => !asking.includes(word)))
  return request === true && plain === false && lost.size >= 3
}

const toTurn =
  /\b(turn|rotate|tilt|flip)\b.{0,20}\b(device|phone|screen|tablet|display)\b|(화면|기기|휴대폰|휴대전화|스마트폰|단말기)[을를].{0,12}(돌려|돌리|회전)/

/** Runs in the page. */
function posture() {
  const whole = document.body.innerText.length
  const line: Element[] = [document.documentElement, document.body]
  // What holds most of the words, and what in it does.
  for (let at: Element | undefined = document.body; at;) {
    at = [...at.querySelectorAll(':scope > *')].find(
      (part) => part instanceof HTMLElement && part.innerText.length * 2 >= Math.max(whole, 1),
    )
    if (at) line.push(at)
  }
  const angles = line.map((element) => {
    const {transform, rotate} = getComputedStyle(element)
    const {a, b} = new DOMMatrix(transform === 'none' ? '' : transform)
    return Math.round((Math.atan2(b, a) * 180) / Math.PI) + (parseFloat(rotate) || 0)
  })
  return {
    words: document.body.innerText.toLowerCase().split(/\s+/).filter(Boolean),
    characters: document.body.innerText.replace(/\s+/g, '').length,
    degrees: angles.find((angle) => Math.abs(angle) > 80) ?? 0,
  }
}
