import type {Drawn, Hands} from '../../model/hands.ts'
import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'
import {contrastOf, drawAround, luminanceAt, type PixelBox} from './pixels.ts'

const about = {id: 'browser/control-contrast', criteria: ['1.4.11']}

type Edged = PixelBox & {readonly border: number}
type Control = Edged & {
  readonly selector: string
  readonly text: string
  /** What else draws its edge: boxes that it shares with a sign, a button or its edge, or a ring around it. */
  readonly frames: readonly Edged[]
  /** It is drawn by the page alone: a switch is known by its knob too, or draws nothing itself. */
  readonly drawn: boolean
  /** Pictures in it that say what it is and how it stands: a sun, a moon. */
  readonly signs: readonly PixelBox[]
}
type Measured = {
  readonly selector: string
  readonly text: string
  readonly ratio: number
  /** A picture that is all that a button has to show. */
  readonly icon: boolean
}

/**
 * Where one can type or tick something has an edge, or a ground, of at least 3 : 1; so has the
 * picture of a button that has no words.
 */
export const controlContrast: BrowserCheck<readonly Measured[]> = {
  ...about,
  every: 'view',
  probe: (tab) =>
    tab.perform(about.id, async (hands) => {
      await openEyes(hands)
      const controls = await hands.evaluate(fields, null)
      const icons = await hands.evaluate(pictured, null)
      if (controls.length + icons.length === 0) return []
      const first = await measuredOf(hands, controls, icons)
      if (!first.some(isBlank)) return first
      // On a busy machine a frame may not be whole yet: what nothing is drawn of is looked at again.
      await hands.evaluate(() => new Promise<null>((done) => setTimeout(done, 300, null)), null)
      const again = await measuredOf(hands, controls, icons)
      return first.map((one, index) => (isBlank(one) ? (again[index] ?? one) : one))
    }),
  judge: (found, seen) =>
    found
      .filter(({ratio}) => ratio < 3)
      .map(({selector, text, ratio, icon}) =>
        findingOn(seen, {
          check: about.id,
          severity: 'error',
          message: {key: icon ? `${about.id}/icon` : about.id, values: {text, ratio}},
          selector,
          excerpt: text,
          criteria: about.criteria,
          expected: '3',
          actual: String(ratio),
        }),
      ),
}

async function measuredOf(
  hands: Pick<Hands, 'draw'>,
  controls: readonly Control[],
  icons: readonly Control[],
): Promise<readonly Measured[]> {
  const drawn = new Map(
    await drawAround(hands, [...controls, ...icons], (one) => [one, ...one.frames]),
  )
  const measured = (one: Control, ratio: number, icon: boolean) => ({
    selector: one.selector,
    text: one.text,
    ratio: Math.floor(ratio * 100) / 100,
    icon,
  })
  return [
    ...controls.flatMap((one) => {
      const raster = drawn.get(one)
      if (!raster) return []
      const lines = one.drawn ? [one, ...one.signs].map((box) => lineOf(raster, box, 60)) : [1]
      const knob = Math.max(...lines.map((line) => line ?? 1))
      const edges = [one, ...one.frames].map((box) => edgeOf(raster, box))
      return measured(one, Math.max(...edges, knob), false)
    }),
    ...icons.flatMap((one) => {
      const raster = drawn.get(one)
      return raster ? measured(one, lineOf(raster, one, Infinity) ?? 21, true) : []
    }),
  ]
}

function isBlank({ratio}: Measured): boolean {
  return ratio < 1.02
}

/** The best of: a line below it, or an edge or a ground on all sides. */
function edgeOf(raster: Drawn, box: Edged): number {
  const sides = (['top', 'bottom', 'left', 'right'] as const).map((side) => {
    // A border may be of two lines.
    const lines = [0, 1, 2, 3].filter((depth) => depth === 0 || depth < Math.min(box.border, 4))
    const [outside, ...others] = [-3, box.border + 2, ...lines].map((depth) =>
      middle(along(raster, box, side, depth)),
    )
    return Math.max(
      ...others.map((one) =>
        outside === undefined || one === undefined ? 21 : contrastOf(outside, one),
      ),
    )
  })
  return Math.max(sides[1] ?? 1, Math.min(...sides))
}

/**
 * How a drawing stands out from what is around it: by the best of its pixels, if they are some.
 * @param enough so many do in a large box, whose ground is most of it
 * @returns `undefined` where nothing is drawn at all: a picture that has not loaded, or shows at times
 */
function lineOf(raster: Drawn, box: PixelBox, enough: number): number | undefined {
  const sides = (['top', 'bottom', 'left', 'right'] as const).flatMap((side) =>
    along(raster, box, side, -2),
  )
  const ground = middle(sides)
  if (ground === undefined) return undefined
  const ratios: number[] = []
  for (let y = Math.ceil(box.top); y < box.bottom; y++) {
    for (let x = Math.ceil(box.left); x < box.right; x++) {
      const here = luminanceAt(raster, x, y)
      if (here !== undefined) ratios.push(contrastOf(here, ground))
    }
  }
  const sorted = ratios.toSorted((a, b) => b - a)
  const best = sorted[Math.max(5, Math.min(enough, Math.floor(sorted.length * 0.03)))] ?? 21
  return best < 1.02 ? undefined : best
}

/** Luminances along one side, so many pixels into the box. */
function along(
  raster: Drawn,
  {left, top, right, bottom}: PixelBox,
  side: 'top' | 'bottom' | 'left' | 'right',
  depth: number,
): readonly number[] {
  return [1, 2, 3, 4, 5, 6, 7, 8].flatMap((step) => {
    const x = left + ((right - left) * step) / 9
    const y = top + ((bottom - top) * step) / 9
    const at = {
      top: [x, top + depth],
      bottom: [x, bottom - 1 - depth],
      left: [left + depth, y],
      right: [right - 1 - depth, y],
    }[side]
    return luminanceAt(raster, at[0] ?? 0, at[1] ?? 0) ?? []
  })
}

function middle(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}

/** Runs in the page. */
function fields(): readonly Control[] {
  const {all, around, isForEarsOnly, isNone, isSeen, onPage, selectorOf, textOf} =
    globalThis.galleyEyes
  // What a browser draws itself, it draws well enough; what is switched off need not be seen.
  const typed =
    'input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=range], [type=color], [type=file]), textarea, select, [role=checkbox], [role=radio], [role=switch], [role=textbox], [role=combobox]'
  return all(typed)
    .filter(
      (element) =>
        isSeen(element) &&
        !isForEarsOnly(element) &&
        !element.matches(':disabled, [aria-disabled=true]') &&
        !isForScripts(element) &&
        // A box that suggests is its field's.
        !(element.matches('[role=combobox]') && element.querySelector(typed)) &&
        !hasArrow(element) &&
        !isUndrawn(element) &&
        !isWorded(element) &&
        !isAsDrawn(getComputedStyle(element)) &&
        !(
          /^(checkbox|radio)$/.test(element.getAttribute('type') ?? '') &&
          getComputedStyle(element).appearance === 'auto'
        ),
    )
    .slice(0, 50)
    .map((element) => {
      const box = element.parentElement?.closest('[role=combobox]')
      const own = framesOf(element)
      const frames = own.length > 0 ? own : box ? [box] : []
      const ring = ringOf(element)
      return {
        selector: selectorOf(element),
        text: textOf(element),
        ...boxOf(element),
        frames: frames.length > 0 ? frames.map(boxOf) : ring ? [ring] : [],
        drawn: element.matches('input')
          ? element.matches('[type=checkbox], [type=radio]') &&
            (drawsNothing(element) || isRound(element))
          : element.matches('[role=checkbox], [role=radio], [role=switch]'),
        signs: [...element.querySelectorAll('*')]
          .filter((inner) => isSign(inner) && isSeen(inner))
          .map((inner) => boxOf(inner)),
      }
    })

  /** A script types into it, and no person comes to it. */
  function isForScripts(element: Element): boolean {
    return element.matches('[tabindex^="-"]') && element.closest('[aria-hidden=true]') !== null
  }

  function isSign(element: Element): boolean {
    const {maskImage, backgroundImage} = getComputedStyle(element)
    return element.matches('svg, img') || `${maskImage} ${backgroundImage}`.includes('url(')
  }

  function boxOf(element: Element) {
    const border = parseFloat(getComputedStyle(element).borderBottomWidth)
    return {...onPage(element.getBoundingClientRect()), border}
  }

  /** What is drawn around what is chosen: an outline, or a shadow of one width. */
  function ringOf(element: Element): Edged | null {
    const {outlineStyle, outlineWidth, outlineOffset, boxShadow} = getComputedStyle(element)
    const outline = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth)
    const shadows = [...boxShadow.matchAll(/\) 0px 0px 0px (\d+)px(?! inset)/g)]
    const shadow = Math.max(0, ...shadows.map(([, width]) => Number(width)))
    const grown = outline > 0 ? outline + parseFloat(outlineOffset) : shadow
    if (grown <= 0) return null
    const {left, top, right, bottom} = boxOf(element)
    return {
      left: left - grown,
      top: top - grown,
      right: right + grown,
      bottom: bottom + grown,
      border: outline > 0 ? outline : Math.min(shadow, 2),
    }
  }

  /** It only takes the pointer and the focus, over a box that is drawn beside it. */
  function drawsNothing(field: Element): boolean {
    return Number(getComputedStyle(field).opacity) < 0.05 || isBare(field)
  }

  /** Its edge is on none of the straight lines along its sides. */
  function isRound(element: Element): boolean {
    const {borderTopLeftRadius, width, height} = getComputedStyle(element)
    const radius = parseFloat(borderTopLeftRadius)
    const part = borderTopLeftRadius.endsWith('%') ? radius / 100 : radius / parseFloat(width)
    return part >= 0.4 && parseFloat(width) <= parseFloat(height) * 1.2
  }

  /** A choice that is drawn as its own words, as a tab is, is known by them. */
  function isWorded(element: Element): boolean {
    return (
      element.matches('[type=checkbox], [type=radio]') &&
      ['::before', '::after'].some((part) =>
        /attr\(|["'].*\p{L}{2}/u.test(getComputedStyle(element, part).content),
      )
    )
  }

  function isBare(element: Element): boolean {
    const {backgroundColor, backgroundImage, boxShadow, borderBottomWidth} =
      getComputedStyle(element)
    return (
      isNone(backgroundColor) &&
      backgroundImage === 'none' &&
      boxShadow === 'none' &&
      borderBottomWidth === '0px'
    )
  }

  /** Words at most: the page draws nothing of it, and of what the browser alone draws WCAG asks nothing. */
  function isUndrawn(element: Element): boolean {
    const parts = [element, ...element.querySelectorAll('*'), ...framesOf(element)]
    return (
      !element.matches('input, textarea, select') &&
      parts.every((part) => isBare(part) && !part.matches('svg, img, canvas') && !isPrefixed(part))
    )
  }

  function isPrefixed(element: Element): boolean {
    return ['::before', '::after'].some(
      (part) => !/^(none|normal)$/.test(getComputedStyle(element, part).content),
    )
  }

  /** The boxes that are the field's alone, up to the one with a border: what is beside it, or their shadow, may draw the edge. */
  function framesOf(field: Element): readonly Element[] {
    const isEdgeless = parseFloat(getComputedStyle(field).borderBottomWidth) === 0
    const {height} = field.getBoundingClientRect()
    const found: Element[] = []
    let at = isEdgeless ? around(field) : null
    for (let steps = 0; at && at !== document.body && steps < 6; steps++, at = around(at)) {
      if (getComputedStyle(at).display === 'contents') continue
      const isOwn = at.querySelectorAll(typed).length <= 1
      // Some keep their label within the edge, above what is typed.
      if (!isOwn || at.getBoundingClientRect().height > height + 40) break
      found.push(at)
      if (parseFloat(getComputedStyle(at).borderBottomWidth) > 0) break
    }
    return found
  }

  /** A list that is known by the value that it shows and by the arrow that is drawn beside that, as a button is. */
  function hasArrow(field: Element): boolean {
    if (!(field instanceof HTMLSelectElement) || field.size > 1 || field.multiple) return false
    const box = field.parentElement
    const isOwn = box?.querySelectorAll(typed).length === 1
    const signs = isOwn ? [...box.querySelectorAll('svg, img')].filter(isSeen) : []
    const isDrawn = getComputedStyle(field).backgroundImage.includes('url(')
    return /\S/.test(field.selectedOptions[0]?.label ?? '') && (isDrawn || signs.length > 0)
  }

  /** A field that nobody has styled: WCAG asks nothing of the browser's own edge and ground. */
  function isAsDrawn(style: CSSStyleDeclaration): boolean {
    const {borderTopStyle, borderTopColor, borderTopWidth, backgroundColor} = style
    const colors = `${borderTopColor} ${backgroundColor}`
    return (
      borderTopStyle === 'inset' &&
      borderTopWidth === '2px' &&
      /^rgb\(118, 118, 118\) rgb\(255, 255, 255\)|^rgb\(133, 133, 133\) rgb\(59, 59, 59\)/.test(
        colors,
      )
    )
  }
}

/** Runs in the page: drawings, and signs of a font, in controls that show nothing else. */
function pictured(): readonly Control[] {
  const {all, isForEarsOnly, isSeen, onPage, selectorOf, textOf} = globalThis.galleyEyes
  const controls = 'button, a[href], [role=button], summary'
  return [...all('button svg, a[href] svg, [role=button] svg, summary svg'), ...all(controls)]
    .flatMap((found) => {
      const control = found.closest(controls)
      const isDrawing = found.localName === 'svg'
      const isOnly =
        control instanceof HTMLElement &&
        !control.matches(':disabled, [aria-disabled=true]') &&
        (isDrawing
          ? found.parentElement?.closest('svg') === null &&
            !/\S/.test(control.innerText) &&
            control.querySelectorAll('svg, img').length === 1
          : control.querySelector('svg, img, picture, canvas, input, video') === null)
      const drawn = isOnly && !isDrawing ? signIn(control) : found
      if (!isOnly || !drawn || !isSeen(drawn) || isForEarsOnly(control)) return []
      const box = isDrawing ? drawn.getBoundingClientRect() : insideOf(drawn)
      const width = box.right - box.left
      const height = box.bottom - box.top
      if (width < 8 || height < 8 || width > 64 || height > 64) return []
      return [
        {
          selector: selectorOf(control),
          text: textOf(control),
          ...onPage(box),
          border: 0,
          frames: [],
          drawn: true,
          signs: [],
        },
      ]
    })
    .slice(0, 40)

  /** What shows the one sign of a font that is all there is to see in a control. */
  function signIn(control: HTMLElement): Element | undefined {
    const parts = [control, ...control.querySelectorAll('*')].filter(
      (part) => isSeen(part) && !isForEarsOnly(part),
    )
    const written = parts.flatMap((part) => {
      const own = [...part.childNodes].map((node) => (node instanceof Text ? node.data : ''))
      const added = ['::before', '::after'].map((which) => {
        const {content} = getComputedStyle(part, which)
        return /^"(.*)"$/s.exec(content)?.[1] ?? (/url\(/.test(content) ? 'picture' : '')
      })
      const words = [...own, ...added].join('').trim()
      return words === '' ? [] : [{part, words}]
    })
    const [sign, ...others] = written
    return sign && others.length === 0 && isSign(sign.part, sign.words) ? sign.part : undefined
  }

  /** One character that only this font gives a shape, or the word for which a font of signs has one. */
  function isSign(part: Element, words: string): boolean {
    const isWord = /^[a-z][a-z0-9_]+$/.test(words)
    const isOfSigns = isWord && /icon|symbol/i.test(getComputedStyle(part).fontFamily)
    return /^\p{Co}$/u.test(words) || isOfSigns
  }

  /** Without the room around what it shows. */
  function insideOf(part: Element): PixelBox {
    const {left, top, right, bottom} = part.getBoundingClientRect()
    const style = getComputedStyle(part)
    const [above, beside, below, before] = (['Top', 'Right', 'Bottom', 'Left'] as const).map(
      (side) => parseFloat(style[`padding${side}`]) + parseFloat(style[`border${side}Width`]),
    )
    return {
      left: left + (before ?? 0),
      top: top + (above ?? 0),
      right: right - (beside ?? 0),
      bottom: bottom - (below ?? 0),
    }
  }
}
