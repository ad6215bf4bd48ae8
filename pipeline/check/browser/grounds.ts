import type {Colour, PixelBox} from './pixels.ts'

/** A text that does not stand on one colour, or in a field that is empty. */
export type OnGround = {
  readonly kind: 'picture' | 'placeholder'
  readonly selector: string
  readonly text: string
  readonly colour: Colour & {readonly alpha: number}
  readonly size: number
  readonly bold: boolean
  readonly boxes: readonly PixelBox[]
}

/** An element, as findings name it and as browsers find it. */
export type Named = {readonly selector: string; readonly css: string}

/**
 * Runs in the page: text over pictures or gradients, and what fields say while they are empty; or
 * what these elements say, whatever they stand on.
 */
export function textsOnGrounds(asked: readonly Named[] | null): readonly OnGround[] {
  const {all, find, isForEarsOnly, isOnTop, isSeen, onPage, selectorOf, textOf} =
    globalThis.galleyEyes
  if (asked !== null) return asked.flatMap(textAsked)
  const pictures = all('img, video, canvas')
    .filter((element) => isSeen(element))
    .map((element) => ({element, box: element.getBoundingClientRect()}))
    .filter(({box}) => box.width > 40 && box.height > 15)
  const fields = all('input[placeholder], textarea[placeholder]').flatMap((field) => {
    const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    if (!isField || field.value !== '' || field.disabled || !field.placeholder.trim()) return []
    if (!isSeen(field) || isForEarsOnly(field)) return []
    const style = getComputedStyle(field, '::placeholder')
    return one('placeholder', field, field.placeholder, style, Number(style.opacity), [
      lineIn(field, parseFloat(style.fontSize)),
    ])
  })
  let count = 0
  const texts = all('body *').flatMap((element) => {
    const lines = linesOf(element)
    const [line] = lines
    if (!line || !isSeen(element) || isForEarsOnly(element) || !isOverPicture(element, line))
      return []
    return isOutlined(element) || ++count > 60 || !isOnTop(element, line)
      ? []
      : one(
          'picture',
          element,
          textOf(element),
          getComputedStyle(element),
          opacityOf(element),
          lines,
        )
  })
  return [...fields, ...texts].slice(0, 60)

  function textAsked({selector, css}: Named): readonly OnGround[] {
    const element = find(css)
    if (!element || !isSeen(element) || isForEarsOnly(element) || isOutlined(element)) return []
    const style = getComputedStyle(element)
    const isField = element.matches('select, input:not([type=submit], [type=button], [type=reset])')
    const lines = isField ? [lineIn(element, parseFloat(style.fontSize))] : linesOf(element)
    const [line] = lines
    if (!line || !isOnTop(element, line)) return []
    return one('picture', element, textOf(element), style, opacityOf(element), lines).map(
      (text) => ({...text, selector}),
    )
  }

  /** With letters that have a rim or are cut out, or need no contrast. */
  function isOutlined(element: Element): boolean {
    const {textShadow, webkitTextStrokeWidth, backgroundClip} = getComputedStyle(element)
    const hasRim = textShadow !== 'none' || parseFloat(webkitTextStrokeWidth) > 0
    return hasRim || backgroundClip === 'text' || element.matches('option, :disabled')
  }

  /** Where a field shows what is written in it. */
  function lineIn(field: Element, size: number): DOMRect {
    const {left, top, right, height} = field.getBoundingClientRect()
    const middle = field instanceof HTMLTextAreaElement ? top + size : top + height / 2
    return new DOMRect(left + 4, middle - size / 2, Math.min(right - left - 8, 76), size)
  }

  function one(
    kind: OnGround['kind'],
    element: Element,
    text: string,
    style: CSSStyleDeclaration,
    opacity: number,
    boxes: readonly PixelBox[],
  ): readonly OnGround[] {
    const colour = colourOf(style.color, opacity)
    if (!colour || colour.alpha < 0.05) return []
    const placed = boxes.slice(0, asked ? 200 : 6).map(onPage)
    const bold = Number(style.fontWeight) >= 700
    return [
      {
        kind,
        selector: selectorOf(element),
        text: text.slice(0, 60),
        colour,
        size: parseFloat(style.fontSize),
        bold,
        boxes: placed,
      },
    ]
  }

  function linesOf(element: Element): readonly DOMRect[] {
    return [...element.childNodes].flatMap((child) => {
      if (!(child instanceof Text) || !/[\p{L}\p{N}]/u.test(child.data)) return []
      const range = document.createRange()
      range.selectNodeContents(child)
      return [...range.getClientRects()].filter(({width, height}) => width > 3 && height > 3)
    })
  }

  /** Between the text and the first ground of one colour lies a picture or a gradient. */
  function isOverPicture(element: Element, {left, top, right, bottom}: DOMRect): boolean {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const {backgroundImage, backgroundColor} = getComputedStyle(at)
      if (backgroundImage !== 'none') return true
      if (backgroundColor.startsWith('rgb(')) return false
    }
    const x = (left + right) / 2
    const y = (top + bottom) / 2
    return pictures.some(
      ({element: picture, box}) =>
        !picture.contains(element) &&
        x > box.left &&
        x < box.right &&
        y > box.top &&
        y < box.bottom,
    )
  }

  function opacityOf(element: Element): number {
    let opacity = 1
    for (let at: Element | null = element; at; at = at.parentElement)
      opacity *= Number(getComputedStyle(at).opacity)
    return opacity
  }

  /** A colour of another space (`oklch`, `color-mix`), as it is painted. */
  function painted(text: string, opacity: number) {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    if (!canvas || !CSS.supports('color', text)) return undefined
    canvas.fillStyle = text
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 255] = canvas.getImageData(0, 0, 1, 1).data
    return {red, green, blue, alpha: (alpha / 255) * opacity}
  }

  function colourOf(text: string, opacity: number) {
    const [, red, green, blue, alpha = '1'] =
      /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(text) ?? []
    if (red === undefined) return painted(text, opacity)
    return {
      red: Number(red),
      green: Number(green),
      blue: Number(blue),
      alpha: Number(alpha) * opacity,
    }
  }
}

declare global {
  var galleyTextless: CSSStyleSheet | undefined
}

/** Runs in the page: draws no letter, or all again. */
export function withoutText(isGone: boolean): null {
  if (isGone) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`*, ::before, ::after, ::placeholder {
      color: transparent !important; -webkit-text-fill-color: transparent !important;
      text-decoration-color: transparent !important;
    }`)
    globalThis.galleyTextless = sheet
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  } else {
    const sheet = globalThis.galleyTextless
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
  return null
}
