import type {Colour, PixelBox} from './pixels.ts'

/** A text whose declared colours do not tell how it is drawn, or one that a style sheet adds or colours in part. */
export type Layered = {
  readonly selector: string
  readonly text: string
  readonly size: number
  readonly bold: boolean
  /** Of what a pseudo-element says: its ink. */
  readonly ink: (Colour & {readonly alpha: number}) | null
  readonly boxes: readonly PixelBox[]
  /** What stands in them beside it. */
  readonly others: readonly PixelBox[]
}

declare global {
  var galleyInkless: (() => void) | undefined
}

/**
 * Runs in the page: texts under filters, blending, veils and backdrops that are filtered, letters that are cut out of their
 * ground, and what `::before`, `::after`, `::marker` and `::first-letter` draw in colours of their own.
 */
export function layeredTexts(): readonly Layered[] {
  const {isForEarsOnly, isOnTop, isSeen, onPage, selectorOf} = globalThis.galleyEyes
  const exempt =
    ':disabled, [aria-disabled=true], [aria-hidden=true], [inert], option, svg, [class*=logo i], [class*=brand i], [id*=logo i]'
  const layered = new Map<Element, boolean>()
  const found: Layered[] = []
  // Styles of what is not shown are worked out only when somebody asks, and take long.
  const shown = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT, (node) =>
    getComputedStyle(node as Element).display === 'none'
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  while (shown.nextNode() && found.length < 40) {
    const element = shown.currentNode as Element
    const style = getComputedStyle(element)
    const added = ['::before', '::after'].map((part) => getComputedStyle(element, part))
    const isLayer = isInLayer(element, style, added)
    const words = wordsOf(element)
    const pseudo = [
      ...generated(element, style, words, added),
      ...marker(element, style),
      ...(saysNothing(added[0]) ? initial(element, style, words) : []),
    ]
    if (pseudo.length === 0 && !(isLayer && words.length > 0)) continue
    if (!isSeen(element) || isForEarsOnly(element) || element.closest(exempt)) continue
    found.push(...pseudo)
    const text = words
      .map(({data}) => data)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    const lines = words.flatMap(linesOf)
    const isOutlined = style.textShadow !== 'none' || parseFloat(style.webkitTextStrokeWidth) > 0
    // Of a few letters, none may be drawn with all of its ink.
    const isEnough = (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= 8
    if (isLayer && isEnough && !isOutlined && lines[0] && isOnTop(element, lines[0]))
      found.push(layer(element, text, style, null, lines, []))
  }
  return found

  function layer(
    element: Element,
    text: string,
    {fontSize, fontWeight}: CSSStyleDeclaration,
    ink: Layered['ink'],
    boxes: readonly DOMRect[],
    others: readonly DOMRect[],
  ): Layered {
    return {
      selector: selectorOf(element),
      text: text.slice(0, 60),
      size: parseFloat(fontSize),
      bold: Number(fontWeight) >= 700,
      ink,
      boxes: boxes.slice(0, 6).map(onPage),
      others: others.slice(0, 100).map(onPage),
    }
  }

  function saysNothing(part: CSSStyleDeclaration | undefined): boolean {
    return part === undefined || /^(none|normal|"")$/.test(part.content)
  }

  function isInLayer(
    element: Element,
    style: CSSStyleDeclaration,
    added: readonly CSSStyleDeclaration[],
  ): boolean {
    const above = element.parentElement ? (layered.get(element.parentElement) ?? false) : false
    const changes = /brightness|contrast|opacity|invert|grayscale|sepia|hue-rotate|saturate/
    const isFiltered = changes.test(style.filter) && !/blur|url|shadow/.test(style.filter)
    const isBlended = style.mixBlendMode !== 'normal' || changes.test(style.backdropFilter)
    const isVeiled = added.some(
      ({content, position, backgroundColor, backgroundImage}) =>
        content !== 'none' &&
        /absolute|fixed/.test(position) &&
        // What fades out below a preview is meant to be read no further.
        backgroundImage === 'none' &&
        !backgroundColor.endsWith(', 0)'),
    )
    const is = above || isFiltered || isBlended || isVeiled || style.backgroundClip === 'text'
    layered.set(element, is)
    return is
  }

  function wordsOf({childNodes}: Element): readonly Text[] {
    return [...childNodes].filter(
      (child): child is Text => child instanceof Text && /[\p{L}\p{N}]/u.test(child.data),
    )
  }

  function linesOf(text: Text): readonly DOMRect[] {
    const range = document.createRange()
    range.selectNodeContents(text)
    return [...range.getClientRects()].filter(({width, height}) => width > 3 && height > 3)
  }

  /** Words of a style sheet that stand in the line. */
  function generated(
    element: Element,
    own: CSSStyleDeclaration,
    words: readonly Text[],
    added: readonly CSSStyleDeclaration[],
  ): readonly Layered[] {
    // What the other of the two draws is not told apart from this.
    const saying = added.filter((part) => !saysNothing(part))
    return (saying.length === 1 ? saying : []).flatMap((style) => {
      const [, said = ''] = /^"((?:[^"\\]|\\.)*)"$/.exec(style.content) ?? []
      const isPlain = style.color === own.color && style.opacity === '1' && words.length > 0
      const isSign = /icon|symbol|awesome|glyph/i.test(style.fontFamily)
      const isPlaced = /absolute|fixed/.test(style.position) || style.visibility !== 'visible'
      if (!/\p{L}{2}/u.test(said) || isPlain || isSign || isPlaced || style.textShadow !== 'none')
        return []
      const ink = inkOf(style, element)
      if (!ink) return []
      return [layer(element, said, style, ink, [...element.getClientRects()], textIn(element))]
    })
  }

  function marker(element: Element, own: CSSStyleDeclaration): readonly Layered[] {
    if (own.display !== 'list-item' || own.direction === 'rtl') return []
    if (/^(none|disc|circle|square|disclosure-)/.test(own.listStyleType)) return []
    const style = getComputedStyle(element, '::marker')
    const ink = inkOf(style, element)
    if (own.listStylePosition !== 'outside' || style.color === own.color || !ink) return []
    const {left, top} = element.getBoundingClientRect()
    const size = parseFloat(style.fontSize)
    const box = new DOMRect(left - 3 * size, top, 3 * size, 1.5 * size)
    const said = element.textContent.trim()
    return [layer(element, said, style, ink, [box], [])]
  }

  function initial(
    element: Element,
    own: CSSStyleDeclaration,
    [text]: readonly Text[],
  ): readonly Layered[] {
    if (!text || /^inline$|contents/.test(own.display)) return []
    const style = getComputedStyle(element, '::first-letter')
    if (style.color === own.color || style.textShadow !== 'none') return []
    const ink = inkOf(style, element)
    const at = text.data.search(/[\p{L}\p{N}]/u)
    // Words of an element would come first.
    const isFirst = element.textContent.trimStart().startsWith(text.data.trimStart())
    if (!ink || !isFirst) return []
    const range = document.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    return [layer(element, text.data.trim(), style, ink, [...range.getClientRects()], [])]
  }

  function textIn(element: Element): readonly DOMRect[] {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const rects: DOMRect[] = []
    while (walker.nextNode()) rects.push(...linesOf(walker.currentNode as Text))
    const drawn = [...element.querySelectorAll('img, svg, input, select, textarea, button, canvas')]
    return [...rects, ...drawn.map((one) => one.getBoundingClientRect())]
  }

  function inkOf(style: CSSStyleDeclaration, element: Element): Layered['ink'] {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    // A fill of its own, which WebKit brought, is drawn instead of the colour.
    const colour = style.webkitTextFillColor || style.color
    if (!canvas || !CSS.supports('color', colour)) return null
    let opacity = style.opacity === '' ? 1 : Number(style.opacity)
    for (let at: Element | null = element; at; at = at.parentElement) {
      const {opacity: own, filter, mixBlendMode} = getComputedStyle(at)
      if (filter !== 'none' || mixBlendMode !== 'normal') return null
      opacity *= Number(own)
    }
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 255] = canvas.getImageData(0, 0, 1, 1).data
    const all = (alpha / 255) * opacity
    return all < 0.05 ? null : {red, green, blue, alpha: all}
  }
}

/** Runs in the page: draws no ink, be it of letters or of the ground they are cut out of; or all again. */
export function withoutInk(isGone: boolean): null {
  if (!isGone) {
    globalThis.galleyInkless?.()
    return null
  }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`*, ::before, ::after, ::marker, ::first-letter, ::placeholder {
    color: transparent !important; -webkit-text-fill-color: transparent !important;
    text-decoration-color: transparent !important;
  }`)
  const cut = [...document.body.querySelectorAll<HTMLElement>('*')]
    .filter((element) => getComputedStyle(element).backgroundClip === 'text')
    .map((element) => ({element, before: element.getAttribute('style')}))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  for (const {element} of cut) element.style.setProperty('background', 'none', 'important')
  globalThis.galleyInkless = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    for (const {element, before} of cut) {
      element.style.cssText = ''
      element.getAttribute('style')
      if (before === null) element.removeAttribute('style')
      else element.setAttribute('style', before)
    }
  }
  return null
}
