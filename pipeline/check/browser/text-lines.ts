/** CSS pixels, from the page's top left. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A line of text that is seen. */
export interface TextLine {
  readonly node: Text
  readonly element: Element
  /** Where its glyphs may have ink. */
  readonly ink: Box
  readonly box: Box
}

/** Where text stands, for a person to find it, and by how many pixels it stands wrong. */
export type Spot = {selector: string; text: string; pixels: number}

/** The text of a page as it is laid out now. */
export interface TextLines {
  readonly lines: readonly TextLine[]
  /** The words of one line, and where exactly they have ink. Slow: for suspects only. */
  readonly exactly: (line: TextLine) => {readonly text: string; readonly ink: Box}
  readonly spot: (line: TextLine, pixels: number) => Spot
  readonly styleOf: (element: Element) => CSSStyleDeclaration
  readonly boxOf: (rect: DOMRect) => Box
  /** From the element outwards, without the root. */
  readonly ancestors: (element: Element) => readonly Element[]
  readonly isForEarsOnly: (element: Element) => boolean
}

declare global {
  var galleyLines: () => TextLines
  /** In the world of the checks: how large texts are, by their fonts. */
  var galleyMeasured: Map<string, TextMetrics> | undefined
}

/** Runs in the page, with its eyes open: a tool for others. */
export function textLines(): null {
  globalThis.galleyLines = read
  return null

  function read(): TextLines {
    const {around, isNone, isSeen, selectorOf} = globalThis.galleyEyes
    const pen = document.createElement('canvas').getContext('2d')!
    const styles = new WeakMap<Element, CSSStyleDeclaration>()
    const forEars = new WeakMap<Element, boolean>()
    const clear = new WeakMap<Element, boolean>()
    const scales = new WeakMap<Element, number>()
    const loaded = [...document.fonts].filter(({status}) => status === 'loaded').length
    const measured = (globalThis.galleyMeasured ??= new Map())
    // To ask how far the page is scrolled is to ask whether it is laid out, and nobody scrolls meanwhile.
    const [aside, down] = [scrollX, scrollY]
    return {lines: linesNow(), exactly, spot, styleOf, boxOf, ancestors, isForEarsOnly}

    function styleOf(element: Element): CSSStyleDeclaration {
      const known = styles.get(element) ?? getComputedStyle(element)
      styles.set(element, known)
      return known
    }

    function boxOf(rect: DOMRect): Box {
      const {left, top, right, bottom} = rect
      return {
        left: left + aside,
        top: top + down,
        right: right + aside,
        bottom: bottom + down,
      }
    }

    function ancestors(element: Element): readonly Element[] {
      const found: Element[] = []
      for (let at: Element | null = element; at && at !== document.documentElement; at = around(at))
        found.push(at)
      return found
    }

    function isForEarsOnly(element: Element): boolean {
      return globalThis.galleyEyes.isForEarsOnly(element, forEars)
    }

    /** Letters without a colour draw nothing, unless their ground or a shadow shows through them. */
    function isClear(element: Element): boolean {
      const known = clear.get(element)
      if (known !== undefined) return known
      const {webkitTextFillColor, webkitTextStrokeWidth, textShadow} = styleOf(element)
      const found =
        isNone(webkitTextFillColor) &&
        textShadow === 'none' &&
        webkitTextStrokeWidth === '0px' &&
        !ancestors(element).some((one) => styleOf(one).backgroundClip.includes('text'))
      clear.set(element, found)
      return found
    }

    /** How much larger a text is drawn than it is set: slides are scaled to their window. */
    function scaleOf(element: Element): number {
      const known = scales.get(element)
      if (known !== undefined) return known
      const block = ancestors(element).find(
        (one): one is HTMLElement => one instanceof HTMLElement && one.offsetWidth > 0,
      )
      const {width = 1, height = 1} = block?.getBoundingClientRect() ?? {}
      const across = width / (block?.offsetWidth || 1)
      const upright = height / (block?.offsetHeight || 1)
      // What is turned has another box; what is not scaled is off by what is rounded alone.
      const isScaled = Math.abs(across - 1) > 0.05 && Math.abs(across / upright - 1) < 0.05
      const found = isScaled ? across : 1
      scales.set(element, found)
      return found
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
      const scale = scaleOf(element)
      const {fontBoundingBoxAscent: above, fontBoundingBoxDescent: below} = found
      const baseline = (box.top + box.bottom + (above - below) * scale) / 2
      return {
        ...box,
        top: baseline - found.actualBoundingBoxAscent * scale,
        bottom: baseline + found.actualBoundingBoxDescent * scale,
      }
    }

    function linesNow(): readonly TextLine[] {
      const found: TextLine[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      while (walker.nextNode()) {
        const node = walker.currentNode
        const element = node.parentElement
        if (!(node instanceof Text) || !element || !/\S/.test(node.data)) continue
        if (element.closest('script, style, noscript, template, option') || !isSeen(element))
          continue
        // Words of a host stand where its slot is: in a part that is shut, perhaps.
        const place = node.assignedSlot ?? element
        if (styleOf(element).fontSize === '0px' || isForEarsOnly(place) || isClear(element))
          continue
        if (isIcon(element, node.data.trim())) continue
        range.selectNodeContents(node)
        for (const rect of range.getClientRects()) {
          if (rect.width < 0.5) continue
          const box = boxOf(rect)
          found.push({node, element, box, ink: inkOf(element, node.data.trim().slice(0, 400), box)})
        }
      }
      return found
    }

    /** A font draws the whole word as one sign, and would draw its letters otherwise: `help` as a question mark. */
    function isIcon(element: Element, word: string): boolean {
      if (!/^[a-z][a-z0-9_-]{2,39}$/.test(word)) return false
      const {width} = metrics(element, word)
      if (width > parseFloat(styleOf(element).fontSize) * 1.3) return false
      const letters = Array.from(word, (letter) => metrics(element, letter).width)
      return letters.reduce((sum, one) => sum + one, 0) > width * 1.5
    }

    function exactly({node, element, box}: TextLine): {readonly text: string; readonly ink: Box} {
      const range = document.createRange()
      let text = ''
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const rect = range.getClientRects()[0]
        if (rect && Math.abs(rect.top + down - box.top) < 2) text += node.data[at] ?? ''
      }
      // Box-drawing characters touch the next line on purpose.
      const words = text.replace(/[\u2500-\u259f\u2800-\u28ff]/g, '').trim()
      return {text: words, ink: inkOf(element, words, box)}
    }

    function spot({node, element}: TextLine, pixels: number): Spot {
      const text = node.data.trim().replace(/\s+/g, ' ').slice(0, 60)
      return {selector: selectorOf(element), text, pixels: Math.round(pixels)}
    }
  }
}
