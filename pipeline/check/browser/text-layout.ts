import type {Hands} from '../../model/hands.ts'
import {clippedLines, type Clipped} from './clipped-lines.ts'
import {eyes} from './eyes.ts'
import {textLines, type Box, type Spot, type TextLine} from './text-lines.ts'

/** Where text of a page cannot be read as it stands: found in the page, judged by several checks. */
export type TextLayout = {
  /** CSS pixels. */
  readonly viewport: number
  /** Text that an ancestor cuts off: glyphs in part, whole lines, or by design with an ellipsis. */
  readonly clipped: readonly Clipped[]
  /** Text that sticks out of its block, or of the page. */
  readonly spilled: readonly Spilled[]
  readonly overlapping: readonly Overlapping[]
  /** Elements that make the page wider than the viewport. */
  readonly wide: readonly Wide[]
}
export type Spilled = Readonly<{kind: 'page' | 'block'} & Spot>
export type Overlapping = Readonly<Spot & {other: string}>
/** `room`: all that can be read in it stands within the viewport; only room does not. */
export type Wide = Readonly<Spot & {concealed: boolean; room: boolean}>

/** Of a tab's page as it was loaded, known once. */
export function textLayoutOf(page: Pick<Hands, 'evaluate'>): Promise<TextLayout> {
  return page.evaluate(textLayout, null, [eyes, textLines, clippedLines])
}

/** Runs in the page, with its eyes open. Leaves no trace in it. */
function textLayout(): TextLayout {
  const {isSeen, selectorOf} = globalThis.galleyEyes
  const root = document.documentElement
  const viewport = root.clientWidth
  const most = 30
  const read = galleyLines()
  const {lines, exactly, spot, styleOf, boxOf, ancestors, isForEarsOnly} = read
  const {clipped, cut, unseen} = galleyClipped(read, most)
  return {
    viewport,
    clipped,
    spilled: findSpilled(),
    overlapping: findOverlapping(),
    wide: findWide(),
  }

  function blockOf(element: Element): Element {
    const isBlock = (one: Element) => !/^(inline|contents|ruby)/.test(styleOf(one).display)
    return ancestors(element).find(isBlock) ?? document.body
  }

  function scrolls(element: Element): boolean {
    return ancestors(element).some(
      (one) =>
        one !== document.body &&
        /auto|scroll/.test(styleOf(one).overflowX) &&
        one.scrollWidth > one.clientWidth,
    )
  }

  function findSpilled(): readonly Spilled[] {
    const found: Spilled[] = []
    for (const line of lines) {
      // What is cut off, or shortened to fit, does not run out of anything.
      if (cut.has(line) || scrolls(line.element) || found.length === most) continue
      if (line.ink.right > viewport + 1) {
        found.push({kind: 'page', ...spot(line, line.ink.right - viewport)})
        continue
      }
      const block = blockOf(line.element)
      const {right, left} = boxOf(block.getBoundingClientRect())
      const slack = Math.max(1, parseFloat(styleOf(line.element).fontSize) / 2)
      const beyond = line.ink.right - right
      if (beyond > slack && right > left && styleOf(block).overflowX === 'visible') {
        found.push({kind: 'block', ...spot(line, beyond)})
      }
    }
    return found
  }

  function findOverlapping(): readonly Overlapping[] {
    const found = new Map<string, Overlapping>()
    const isFixed = ({element}: TextLine) =>
      ancestors(element).some((one) => /fixed|sticky/.test(styleOf(one).position))
    // Where no scrolling leads: words that a picture stands for.
    const isBeside = ({ink}: TextLine) => ink.right <= 0 && styleOf(root).direction === 'ltr'
    const sorted = lines
      .filter((line) => !unseen.has(line) && !isFixed(line) && !isBeside(line))
      .sort((a, b) => a.ink.top - b.ink.top)
    for (const [index, one] of sorted.entries()) {
      for (let next = index + 1; next < sorted.length; next++) {
        const other = sorted[next]
        if (!other || other.ink.top >= one.ink.bottom - 1 || found.size === most) break
        const pixels = overlap(one, other)
        if (pixels === 0) continue
        const entry = {...spot(other, pixels), other: selectorOf(one.element)}
        found.set(`${entry.selector}\n${entry.other}`, entry)
      }
    }
    return [...found.values()]
  }

  /** By how many pixels two lines' ink overlaps upright; 0 where that is meant or too little. */
  function overlap(one: TextLine, other: TextLine): number {
    const isOneLine = one.node === other.node && Math.abs(one.box.top - other.box.top) < 2
    if (across(one.ink, other.ink) < 3 || isOneLine) return 0
    const raised = (line: TextLine) => line.element.closest('ruby, sub, sup')
    const isOneBlock = blockOf(one.element) === blockOf(other.element)
    if (isOneBlock && one.node !== other.node && raised(one) !== raised(other)) return 0
    const [a, b] = [exactly(one), exactly(other)]
    if (a.text === '' || b.text === '') return 0
    const [upper, lower] = [shownOf(one, a.ink), shownOf(other, b.ink)]
    if (across(upper, lower) < 3) return 0
    const pixels = Math.min(upper.bottom, lower.bottom) - Math.max(upper.top, lower.top)
    const least = 0.12 * Math.min(a.ink.bottom - a.ink.top, b.ink.bottom - b.ink.top)
    return pixels >= Math.max(2, least) ? pixels : 0
  }

  function across(one: Box, other: Box): number {
    return Math.min(one.right, other.right) - Math.max(one.left, other.left)
  }

  /** What a box that scrolls, or cuts off at its sides, shows of a line now: the rest lies over nothing. */
  function shownOf({element}: TextLine, ink: Box): Box {
    const holders = ancestors(element).filter((one) => one !== document.body)
    const [upright, sideways] = [
      holders.filter((one) => /auto|scroll/.test(styleOf(one).overflowY)),
      holders.filter((one) => styleOf(one).overflowX !== 'visible'),
    ].map((boxes) => boxes.map((one) => boxOf(one.getBoundingClientRect())))
    return {
      left: Math.max(ink.left, ...(sideways ?? []).map(({left}) => left)),
      right: Math.min(ink.right, ...(sideways ?? []).map(({right}) => right)),
      top: Math.max(ink.top, ...(upright ?? []).map(({top}) => top)),
      bottom: Math.min(ink.bottom, ...(upright ?? []).map(({bottom}) => bottom)),
    }
  }

  function findWide(): readonly Wide[] {
    const found: Wide[] = []
    const told = lines.flatMap(({element, ink}) => (ink.right > viewport + 1 ? [element] : []))
    const isCut = [root, document.body].some((one) => /hidden|clip/.test(styleOf(one).overflowX))
    const aside = scrollX
    const sticksOut = (element: Element) =>
      element.getBoundingClientRect().right + aside > viewport + 1 && isSeen(element)
    for (const element of document.body.querySelectorAll('*')) {
      if (found.length === most) break
      if (!sticksOut(element) || [...element.querySelectorAll(':scope > *')].some(sticksOut))
        continue
      const {width, right} = element.getBoundingClientRect()
      if (width === 0 || isForEarsOnly(element)) continue
      const isHeld = ancestors(element)
        .slice(1)
        .some(
          (one) => one !== document.body && /auto|scroll|hidden|clip/.test(styleOf(one).overflowX),
        )
      const room = !losesMore(element)
      if (isHeld || (isCut && room) || isTold(element)) continue
      told.push(element)
      const words = element.textContent?.trim() || element.getAttribute('alt') || ''
      const text = (words || `<${element.localName}>`).replace(/\s+/g, ' ').slice(0, 60)
      const pixels = Math.round(right + aside - viewport)
      found.push({selector: selectorOf(element), text, pixels, concealed: isCut, room})
    }
    return found

    /** An empty layer beside or under what is told of already, in one line of one box: a ripple in a button. */
    function isTold(element: Element): boolean {
      const shows = 'img, svg, picture, canvas, video, iframe, object, input, select, textarea'
      if (/\S/.test(element.textContent ?? '') || element.matches(shows)) return false
      if (element.querySelector(shows) !== null) return false
      const {top, bottom} = element.getBoundingClientRect()
      return told.some((one) => {
        const box = one.getBoundingClientRect()
        return element.parentElement?.contains(one) && box.top < bottom && top < box.bottom
      })
    }
  }

  /** More than the room around words lies past the edge: words themselves, a picture, a drawing. */
  function losesMore(element: Element): boolean {
    const words = lines.filter((line) => element.contains(line.element))
    const isWhole = words.length === 0 || element.matches('button, svg, [role=img]')
    return isWhole || words.some(({ink}) => ink.right > viewport + 1)
  }
}
