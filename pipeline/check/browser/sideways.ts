/** What is read by scrolling sideways. */
export type Sideways = {
  /** Boxes that scroll sideways, with text in them that could wrap. */
  readonly scrollers: readonly {
    readonly selector: string
    readonly text: string
    readonly pixels: number
    /** It is one row of links or buttons, of which each is seen whole. */
    readonly room: boolean
  }[]
  /** Of each of the given selectors, the table or what else needs two dimensions that it is in. */
  readonly flat: readonly (string | null)[]
}

/** Runs in the page, with its eyes open. */
export function sideways(selectors: readonly string[]): Sideways {
  const {find, isSeen, selectorOf} = globalThis.galleyEyes
  const plane =
    'table, pre, code, svg, img, audio, video, canvas, iframe, object, math, map, [role=grid], [role=table], [role=toolbar], [role=tablist]'
  const flat = selectors.map((selector) => {
    const outermost = (element: Element | null | undefined): string | null => {
      const found = element?.closest(plane)
      return found ? (outermost(found.parentElement) ?? selectorOf(found)) : null
    }
    return outermost(find(selector))
  })
  const scrollers: {selector: string; text: string; pixels: number; room: boolean}[] = []
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const pixels = element.scrollWidth - element.clientWidth
    if (pixels <= 1 || scrollers.length === 30) continue
    if (!/auto|scroll/.test(getComputedStyle(element).overflowX)) continue
    if (element.closest(plane) || element.querySelector(plane) || isCarousel(element)) continue
    if (isCode(element)) continue
    // What waits to be called shows nothing to be read yet.
    if (element.clientWidth === 0 || !isSeen(element)) continue
    const text = element.innerText.trim().replace(/\s+/g, ' ').slice(0, 60)
    if (text.length > 1)
      scrollers.push({selector: selectorOf(element), text, pixels, room: isRow(element)})
  }
  return {scrollers, flat}

  /** Lines that are written in and never wrapped, in letters of one width: an editor of code. */
  function isCode(element: Element): boolean {
    const lines = element.querySelector('[contenteditable=true], textarea')
    if (!lines) return false
    const {fontFamily, whiteSpaceCollapse, textWrapMode} = getComputedStyle(lines)
    return (
      /mono|courier|consolas|menlo/i.test(fontFamily) &&
      whiteSpaceCollapse === 'preserve' &&
      textWrapMode === 'nowrap'
    )
  }

  /** Each thing to press in it is as wide as the box at most, and there is nothing else to read. */
  function isRow(element: HTMLElement): boolean {
    const parts = [...element.querySelectorAll<HTMLElement>('a[href], button')]
    const [first] = parts
    if (!first || parts.length < 3) return false
    const {top, bottom} = first.getBoundingClientRect()
    const isInRow = (part: Element) => {
      const box = part.getBoundingClientRect()
      const isBeside = box.top < bottom && top < box.bottom
      return isBeside && box.width <= element.clientWidth && box.height <= 64
    }
    const bare = (text: string) => text.replace(/\s+/g, '')
    const words = bare(parts.map(({innerText}) => innerText).join(''))
    return parts.every(isInRow) && words === bare(element.innerText)
  }

  /** Of its slides each comes to rest in it as a whole, and is read without scrolling. */
  function isCarousel(element: Element): boolean {
    const slides = [...element.querySelectorAll(':scope > *')].map(
      (slide) => slide.getBoundingClientRect().width,
    )
    const snaps = /^(x|both|inline)\b/.test(getComputedStyle(element).scrollSnapType)
    return snaps && slides.length > 1 && slides.every((width) => width <= element.clientWidth + 1)
  }
}

/**
 * Runs in the page, with its eyes open.
 *
 * @returns of each of the given selectors, which of the planes makes its box reach as far to the side
 *   as it does: a column is as wide as the widest that stands in it
 */
export function wideners({
  selectors,
  planes,
}: {
  readonly selectors: readonly string[]
  readonly planes: readonly string[]
}): readonly (string | null)[] {
  const {find} = globalThis.galleyEyes
  const boxes = selectors.map(find)
  const rights = () => boxes.map((box) => box?.getBoundingClientRect().right ?? 0)
  const before = rights()
  const found: (string | null)[] = selectors.map(() => null)
  for (const plane of planes) {
    const element = find(plane)
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) continue
    const own = element.getAttribute('style')
    element.style.setProperty('display', 'none', 'important')
    const after = rights()
    if (own === null) element.removeAttribute('style')
    else element.setAttribute('style', own)
    for (const [index, right] of after.entries()) {
      const isAround = boxes[index]?.contains(element)
      if (!isAround && right < (before[index] ?? 0) - 1) found[index] ??= plane
    }
  }
  return found
}
