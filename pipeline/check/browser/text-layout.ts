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
export type Clipped = Readonly<
  {kind: 'cut' | 'hidden' | 'shortened'} & Spot & {
      by: string
      /** The box shows one line on purpose, or it only decorates. */
      meant?: true
      /** Nothing of the text is seen, or a button may show the rest. */
      kept?: true
      /** It is in one of several boxes in a row of which a control shows others. */
      slide?: true
    }
>
export type Spilled = Readonly<{kind: 'page' | 'block'} & Spot>
export type Overlapping = Readonly<Spot & {other: string}>
export type Wide = Readonly<Spot & {concealed: boolean}>
type Spot = {selector: string; text: string; pixels: number}

declare global {
  /** In the world of the checks: how large texts are, by their fonts. */
  var galleyMeasured: Map<string, TextMetrics> | undefined
}

/** Runs in the page, by itself: nothing outside of it exists there. Leaves no trace in it. */
export function textLayout(): TextLayout {
  interface Box {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  interface Line {
    readonly node: Text
    readonly element: Element
    /** Where its glyphs may have ink. */
    readonly ink: Box
    readonly box: Box
  }
  const root = document.documentElement
  const viewport = root.clientWidth
  const most = 30
  const pen = document.createElement('canvas').getContext('2d')!
  const styles = new WeakMap<Element, CSSStyleDeclaration>()
  const forEars = new WeakMap<Element, boolean>()
  const loaded = [...document.fonts].filter(({status}) => status === 'loaded').length
  const measured = (globalThis.galleyMeasured ??= new Map())
  const lines = textLines()
  const unseen = new Set<Line>()
  const cut = new Set<Line>()

  const clipped = findClipped()
  return {
    viewport,
    clipped,
    spilled: findSpilled(),
    overlapping: findOverlapping(),
    wide: findWide(),
  }

  function styleOf(element: Element): CSSStyleDeclaration {
    const known = styles.get(element) ?? getComputedStyle(element)
    styles.set(element, known)
    return known
  }

  function boxOf(rect: DOMRect): Box {
    const {left, top, right, bottom} = rect
    return {
      left: left + scrollX,
      top: top + scrollY,
      right: right + scrollX,
      bottom: bottom + scrollY,
    }
  }

  function ancestors(element: Element): readonly Element[] {
    const found: Element[] = []
    for (let at: Element | null = element; at && at !== root; at = at.parentElement) found.push(at)
    return found
  }

  /** As pa11y writes it, so that one element has one name in all findings. */
  function selectorOf(element: Element): string {
    const parts: string[] = []
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (at.id) return [`#${at.id}`, ...parts].join(' > ')
      const siblings = [...(at.parentElement?.children ?? [at])]
      const alone = siblings.filter(({tagName}) => tagName === at?.tagName).length === 1
      const tag = at.tagName.toLowerCase()
      parts.unshift(alone ? tag : `${tag}:nth-child(${siblings.indexOf(at) + 1})`)
    }
    return parts.join(' > ')
  }

  function isSeen(element: Element): boolean {
    return element.checkVisibility({opacityProperty: true, visibilityProperty: true})
  }

  /** Text for screen readers alone, by one of the usual idioms. */
  function isForEarsOnly(element: Element): boolean {
    if (element === root) return false
    const known = forEars.get(element)
    if (known !== undefined) return known
    const above = element.parentElement
    const found = isOutOfSight(element) || (above !== null && isForEarsOnly(above))
    forEars.set(element, found)
    return found
  }

  function isOutOfSight(element: Element): boolean {
    const {clipPath, clip, position, overflowX, overflowY} = styleOf(element)
    if (/inset\((50|100)%/.test(clipPath)) return true
    if (clip !== 'auto' && /absolute|fixed/.test(position)) return true
    const {width, height, right, bottom} = element.getBoundingClientRect()
    if (/hidden|clip/.test(overflowX + overflowY) && (width <= 2 || height <= 2)) return true
    const outside = right + scrollX <= 0 || bottom + scrollY <= 0
    return /absolute|fixed/.test(position) && outside
  }

  /** The same in every line and window, for as long as no font is added. */
  function metrics(element: Element, text: string): TextMetrics {
    const {fontStyle, fontWeight, fontSize, fontFamily} = styleOf(element)
    const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
    const key = `${loaded}\n${font}\n${text}`
    let found = measured.get(key)
    if (found === undefined) {
      pen.font = font
      found = pen.measureText(text)
      measured.set(key, found)
    }
    return found
  }

  /** From the baseline: a font's own box is far taller than its letters, in Korean above all. */
  function inkOf(element: Element, text: string, box: Box): Box {
    if (styleOf(element).writingMode !== 'horizontal-tb') return box
    const found = metrics(element, text)
    const {fontBoundingBoxAscent: above, fontBoundingBoxDescent: below} = found
    const baseline = box.top + (box.bottom - box.top - above - below) / 2 + above
    return {
      ...box,
      top: baseline - found.actualBoundingBoxAscent,
      bottom: baseline + found.actualBoundingBoxDescent,
    }
  }

  function textLines(): readonly Line[] {
    const found: Line[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (walker.nextNode()) {
      const node = walker.currentNode
      const element = node.parentElement
      if (!(node instanceof Text) || !element || !/\S/.test(node.data)) continue
      if (element.closest('script, style, noscript, template, option') || !isSeen(element)) continue
      if (styleOf(element).fontSize === '0px' || isForEarsOnly(element)) continue
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        if (rect.width < 0.5) continue
        const box = boxOf(rect)
        found.push({node, element, box, ink: inkOf(element, node.data.trim().slice(0, 400), box)})
      }
    }
    return found
  }

  /** The words of one line, and where exactly they have ink. Slow: for suspects only. */
  function exactly({node, element, box}: Line): {readonly text: string; readonly ink: Box} {
    const range = document.createRange()
    let text = ''
    for (let at = 0; at < node.length; at++) {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const rect = range.getClientRects()[0]
      if (rect && Math.abs(rect.top + scrollY - box.top) < 2) text += node.data[at] ?? ''
    }
    // Box-drawing characters touch the next line on purpose.
    const words = text.replace(/[\u2500-\u259f\u2800-\u28ff]/g, '').trim()
    return {text: words, ink: inkOf(element, words, box)}
  }

  function spot({node, element}: Line, pixels: number): Spot {
    const text = node.data.trim().replace(/\s+/g, ' ').slice(0, 60)
    return {selector: selectorOf(element), text, pixels: Math.round(pixels)}
  }

  function findClipped(): readonly Clipped[] {
    const found: (readonly [Line, Clipped])[] = []
    for (const line of lines) {
      const clip = clipOf(line)
      if (clip) cut.add(line)
      if (clip && found.length < most) found.push([line, clip])
    }
    const shown = new Set(lines.filter((line) => !unseen.has(line)).map(({node}) => node))
    return found.map(([{node}, clip]) => (shown.has(node) ? clip : {...clip, kept: true}))
  }

  function clipOf(line: Line): Clipped | undefined {
    let {position} = styleOf(line.element)
    let scrollsX = false
    let scrollsY = false
    for (const element of ancestors(line.element)) {
      const style = styleOf(element)
      const escapes =
        position === 'fixed' ||
        (position === 'absolute' && style.position === 'static' && element !== line.element)
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
    line: Line,
    element: Element,
    style: CSSStyleDeclaration,
    cutsX: boolean,
    cutsY: boolean,
  ): Clipped | undefined {
    const outer = boxOf(element.getBoundingClientRect())
    const left = outer.left + element.clientLeft
    const top = outer.top + element.clientTop
    const right = element === document.body ? viewport : left + element.clientWidth
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
    const isGone = ink.left >= right || ink.right <= left || ink.top >= bottom || ink.bottom <= top
    if (isGone) unseen.add(line)
    const isShortened =
      style.webkitLineClamp !== 'none' || (sideways > 1 && style.textOverflow === 'ellipsis')
    const kind = isShortened ? 'shortened' : isGone ? 'hidden' : 'cut'
    const lineHeight = parseFloat(style.lineHeight)
    const isOneLine =
      isGone && Math.abs(lineHeight - (outer.bottom - outer.top)) <= lineHeight * 0.1
    const isDecoration = line.element.closest('[aria-hidden="true"]') !== null
    const opens = element.parentElement?.querySelector('button, summary, [aria-expanded]')
    return {
      kind,
      ...spot(line, Math.max(upright, sideways)),
      by: selectorOf(element),
      ...((isOneLine || isDecoration) && {meant: true}),
      ...(opens && {kept: true}),
      ...(isGone && sideways > upright && opens && isSlide(line, element) && {slide: true}),
    }
  }

  /** Whether a box that holds the line, and is pushed out sideways, has a like one beside it that is seen. */
  function isSlide({element}: Line, clipper: Element): boolean {
    if (clipper === document.body) return false
    const {left, right} = clipper.getBoundingClientRect()
    const isIn = (one: Element) => {
      const box = one.getBoundingClientRect()
      return box.width > 0 && box.right > left + 1 && box.left < right - 1
    }
    for (let at: Element | null = element; at && at !== clipper; at = at.parentElement) {
      const {tagName} = at
      const alike = [...(at.parentElement?.children ?? [])].filter((one) => one.tagName === tagName)
      if (!isIn(at) && alike.some(isIn)) return true
    }
    return false
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
    const isFixed = ({element}: Line) =>
      ancestors(element).some((one) => /fixed|sticky/.test(styleOf(one).position))
    const sorted = lines
      .filter((line) => !unseen.has(line) && !isFixed(line))
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
  function overlap(one: Line, other: Line): number {
    const across = Math.min(one.ink.right, other.ink.right) - Math.max(one.ink.left, other.ink.left)
    const isOneLine = one.node === other.node && Math.abs(one.box.top - other.box.top) < 2
    if (across < 3 || isOneLine) return 0
    const raised = (line: Line) => line.element.closest('ruby, sub, sup')
    const isOneBlock = blockOf(one.element) === blockOf(other.element)
    if (isOneBlock && one.node !== other.node && raised(one) !== raised(other)) return 0
    const [a, b] = [exactly(one), exactly(other)]
    if (a.text === '' || b.text === '') return 0
    const pixels = Math.min(a.ink.bottom, b.ink.bottom) - Math.max(a.ink.top, b.ink.top)
    const least = 0.12 * Math.min(a.ink.bottom - a.ink.top, b.ink.bottom - b.ink.top)
    return pixels >= Math.max(2, least) ? pixels : 0
  }

  function findWide(): readonly Wide[] {
    const found: Wide[] = []
    const isCut = [root, document.body].some((one) => /hidden|clip/.test(styleOf(one).overflowX))
    const sticksOut = (element: Element) =>
      element.getBoundingClientRect().right + scrollX > viewport + 1 && isSeen(element)
    for (const element of document.body.querySelectorAll('*')) {
      if (found.length === most) break
      if (!sticksOut(element) || [...element.children].some(sticksOut)) continue
      const {width, right} = element.getBoundingClientRect()
      if (width === 0 || isForEarsOnly(element)) continue
      const isHeld = ancestors(element)
        .slice(1)
        .some(
          (one) => one !== document.body && /auto|scroll|hidden|clip/.test(styleOf(one).overflowX),
        )
      if (isHeld || (isCut && !losesMore(element))) continue
      const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)
      const pixels = Math.round(right + scrollX - viewport)
      found.push({selector: selectorOf(element), text, pixels, concealed: isCut})
    }
    return found
  }

  /** More than the room around words lies past the edge: words themselves, a picture, a drawing. */
  function losesMore(element: Element): boolean {
    const words = lines.filter((line) => element.contains(line.element))
    const isWhole = words.length === 0 || element.matches('button, svg, [role=img]')
    return isWhole || words.some(({ink}) => ink.right > viewport + 1)
  }
}
