import type {Hands} from '../../model/hands.ts'
import type {Trouble} from './layout-change.ts'

/** A desktop’s window of 1280 by 1024 pixels, four times enlarged (WCAG 2.2, 1.4.10). */
const enlarged = {width: 320, height: 256}

/** What stays where it is in a small window, over the text that is scrolled there: more than half of it. */
export async function stuckBoxes(hands: Hands): Promise<readonly Trouble[]> {
  if (!(await hands.evaluate(hasStuck, null))) return []
  await hands.emulate({window: enlarged})
  return hands.evaluate(stuckOver, null)
}

/** Runs in the page. */
function hasStuck(): boolean {
  return globalThis.galleyEyes
    .all('body *')
    .some((element) => /fixed|sticky/.test(getComputedStyle(element).position))
}

/** Runs in the page. */
async function stuckOver(): Promise<readonly Trouble[]> {
  const {all, around, isNone, isSeen, selectorOf, textOf} = globalThis.galleyEyes
  const [start, room] = [scrollY, document.documentElement.scrollHeight - innerHeight]
  // What is asked once and can be put away is no part of the page.
  const passing =
    'dialog, [role=dialog], [role=alertdialog], [aria-modal=true], [role=status], [role=alert]'
  const boxes = all('body *').filter(
    (element) => /fixed|sticky/.test(getComputedStyle(element).position) && isSeen(element),
  )
  if (room < innerHeight) return []
  const first = await at(room / 2)
  const second = await at(room / 2 + innerHeight / 4)
  const stuck = new Set(
    boxes.filter((box, index) => first[index] === second[index] && !isPassing(box)),
  )
  const rows = Array.from({length: 32}, (_, row) => ((row + 0.5) * innerHeight) / 32)
  const covered = rows.map(coverOf)
  scrollTo({top: start, behavior: 'instant'})
  const found = covered.filter((one) => one !== undefined)
  const [largest] = [...new Set(found)].toSorted((a, b) => count(b) - count(a))
  const pixels = Math.round((found.length / rows.length) * innerHeight)
  if (largest === undefined || pixels * 2 <= innerHeight) return []
  const isAlmostAll = pixels >= innerHeight * 0.8
  return [
    {
      kind: isAlmostAll ? 'buried' : 'stuck',
      selector: selectorOf(largest),
      text: textOf(largest),
      pixels,
      other: '',
    },
  ]

  async function at(top: number): Promise<readonly number[]> {
    scrollTo({top, behavior: 'instant'})
    // Some are put away as soon as one scrolls.
    await new Promise((resolve) => setTimeout(resolve, 120))
    return boxes.map((box) => Math.round(box.getBoundingClientRect().top))
  }

  function isPassing(box: Element): boolean {
    return (
      box.closest(passing) !== null ||
      box.querySelector(passing) !== null ||
      /cookie|consent|쿠키/i.test(`${box.id} ${box.className} ${box.textContent}`)
    )
  }

  /** What lies over a row of the window from side to side. */
  function coverOf(y: number): Element | undefined {
    const over = [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => {
      let hit = document.elementFromPoint(innerWidth * part, y)
      let isDrawn = false
      for (; hit && !stuck.has(hit); hit = around(hit)) isDrawn ||= draws(hit)
      return hit && (isDrawn || draws(hit)) ? hit : null
    })
    return over.every((one) => one !== null) ? (over[2] ?? undefined) : undefined
  }

  /** What is drawn on nothing covers nothing. */
  function draws(element: Element): boolean {
    const {backgroundColor, backgroundImage} = getComputedStyle(element)
    const isPicture = element.matches('img, svg, video, canvas, iframe')
    return isPicture || !isNone(backgroundColor) || backgroundImage !== 'none'
  }

  function count(box: Element): number {
    return found.filter((one) => one === box).length
  }
}
