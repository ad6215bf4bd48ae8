import type {Spot, TextLine, TextLines} from './text-lines.ts'

/** Text that a box cuts off. */
export type Clipped = Readonly<
  {kind: 'cut' | 'hidden' | 'shortened'} & Spot & {
      by: string
      /** It is the page itself that cuts it off sideways, where nobody can scroll. */
      page?: true
      /** The box shows one line on purpose, or a picture for it, or it only decorates. */
      meant?: true
      /** Nothing of the text is seen, or a button may show the rest. */
      kept?: true
      /** It is in one of several boxes in a row of which a control shows others. */
      slide?: true
    }
>

export interface ClippedLines {
  readonly clipped: readonly Clipped[]
  /** Lines that are cut off, in part or whole, and of these the ones of which nothing is seen. */
  readonly cut: ReadonlySet<TextLine>
  readonly unseen: ReadonlySet<TextLine>
}

declare global {
  /** @param most how many to tell of */
  var galleyClipped: (text: TextLines, most: number) => ClippedLines
}

/** Runs in the page, with its eyes open: a tool for others. */
export function clippedLines(): null {
  globalThis.galleyClipped = read
  return null

  function read(
    {lines, exactly, spot, styleOf, boxOf, ancestors}: TextLines,
    most: number,
  ): ClippedLines {
    const {selectorOf} = globalThis.galleyEyes
    const unseen = new Set<TextLine>()
    const cut = new Set<TextLine>()
    return {clipped: findClipped(), cut, unseen}

    function findClipped(): readonly Clipped[] {
      const found: (readonly [TextLine, Clipped])[] = []
      for (const line of lines) {
        const clip = clipOf(line)
        if (clip) cut.add(line)
        if (clip && found.length < most) found.push([line, clip])
      }
      const shown = new Set(lines.filter((line) => !unseen.has(line)).map(({node}) => node))
      return found.map(([{node}, clip]) => (shown.has(node) ? clip : {...clip, kept: true}))
    }

    function clipOf(line: TextLine): Clipped | undefined {
      let {position} = styleOf(line.element)
      let scrollsX = false
      let scrollsY = false
      for (const element of ancestors(line.element)) {
        const style = styleOf(element)
        const escapes =
          element !== line.element &&
          (position === 'fixed' || (position === 'absolute' && style.position === 'static'))
        if (!escapes) {
          if (/auto|scroll/.test(style.overflowX)) scrollsX = true
          if (/auto|scroll/.test(style.overflowY)) scrollsY = true
          const isBody = element === document.body
          const cutsX = /hidden|clip/.test(style.overflowX) && !scrollsX
          const cutsY = /hidden|clip/.test(style.overflowY) && !scrollsY && !isBody
          const clip = cutsX || cutsY ? cutBy(line, element, style, cutsX, cutsY) : undefined
          if (clip) return clip
        }
        if (style.position !== 'static') ({position} = style)
      }
      return undefined
    }

    function cutBy(
      line: TextLine,
      element: Element,
      style: CSSStyleDeclaration,
      cutsX: boolean,
      cutsY: boolean,
    ): Clipped | undefined {
      const outer = boxOf(element.getBoundingClientRect())
      const left = outer.left + element.clientLeft
      const top = outer.top + element.clientTop
      const right =
        element === document.body
          ? document.documentElement.clientWidth
          : left + element.clientWidth
      const bottom = top + element.clientHeight
      const {ink} = line
      const sideways = cutsX ? Math.max(0, left - ink.left, ink.right - right) : 0
      let upright = cutsY ? Math.max(0, top - ink.top, ink.bottom - bottom) : 0
      if (upright > 1) {
        const exact = exactly(line).ink
        upright = Math.max(0, top - exact.top, exact.bottom - bottom)
      }
      const height = ink.bottom - ink.top
      if (upright <= Math.max(1, height * 0.08) && sideways <= 1) return undefined
      const isGone =
        ink.left >= right || ink.right <= left || ink.top >= bottom || ink.bottom <= top
      if (isGone) unseen.add(line)
      const isShortened =
        style.webkitLineClamp !== 'none' || (sideways > 1 && style.textOverflow === 'ellipsis')
      const kind = isShortened ? 'shortened' : isGone ? 'hidden' : 'cut'
      const lineHeight = parseFloat(style.lineHeight)
      const isOneLine =
        isGone && Math.abs(lineHeight - (outer.bottom - outer.top)) <= lineHeight * 0.1
      const isDecoration = line.element.closest('[aria-hidden="true"]') !== null
      const isSign = isGone && (isIconed(element) || isPushedOut(style, right - left))
      const opens = element.parentElement?.querySelector('button, summary, [aria-expanded]')
      return {
        kind,
        ...spot(line, Math.max(upright, sideways)),
        by: selectorOf(element),
        ...(element === document.body && {page: true}),
        ...((isOneLine || isDecoration || isSign) && {meant: true}),
        ...(opens && {kept: true}),
        ...(sideways > upright &&
          opens &&
          ((isGone && isSlide(line, element)) || isMoved(line, element)) && {slide: true}),
      }
    }

    /** The first line is indented by the whole width: words for ears, in the place of a sign. */
    function isPushedOut({textIndent}: CSSStyleDeclaration, width: number): boolean {
      const indent = parseFloat(textIndent) * (textIndent.endsWith('%') ? width / 100 : 1)
      return Math.abs(indent) >= width && width > 0
    }

    /** A control that shows a picture, and keeps its words for ears. */
    function isIconed(element: Element): boolean {
      if (!element.matches('button, a[href], summary, label, [role=button], [role=link]'))
        return false
      const isDrawn = ['::before', '::after'].some((part) => {
        const {content, maskImage, backgroundImage} = getComputedStyle(element, part)
        return content !== 'none' && `${content} ${maskImage} ${backgroundImage}`.includes('url(')
      })
      return isDrawn || element.querySelector('img, svg') !== null
    }

    /** Whether a box that holds the line reaches out sideways with all that is in it, of a row that a script moves. */
    function isMoved({element}: TextLine, clipper: Element): boolean {
      if (clipper === document.body) return false
      const {left, right} = clipper.getBoundingClientRect()
      for (let at: Element | null = element; at && at !== clipper; at = at.parentElement) {
        const {tagName, parentElement: row} = at
        const beside = [...(row?.children ?? [])].filter((one) => one.tagName === tagName)
        const box = at.getBoundingClientRect()
        const isOut = box.right > right + 1 || box.left < left - 1
        const fits = box.width > 0 && box.width <= right - left + 1
        const movers = row === clipper ? [at] : [at, row]
        const isShifted = movers.some((one) => one && styleOf(one).transform !== 'none')
        if (isOut && fits && isShifted && beside.length > 1) return true
      }
      return false
    }

    /** Whether a box that holds the line, and is pushed out sideways, has a like one beside it that is seen. */
    function isSlide({element}: TextLine, clipper: Element): boolean {
      if (clipper === document.body) return false
      const {left, right} = clipper.getBoundingClientRect()
      const isIn = (one: Element) => {
        const box = one.getBoundingClientRect()
        return box.width > 0 && box.right > left + 1 && box.left < right - 1
      }
      for (let at: Element | null = element; at && at !== clipper; at = at.parentElement) {
        const {tagName} = at
        const alike = [...(at.parentElement?.querySelectorAll(':scope > *') ?? [])].filter(
          (one) => one.tagName === tagName,
        )
        if (!isIn(at) && alike.some(isIn)) return true
      }
      return false
    }
  }
}
