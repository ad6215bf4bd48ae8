import type {Hands} from '../../model/hands.ts'

/** What eyes make of something that waits for a pointer. */
export interface PressLooks {
  /** One thing to press or to pull, and no area that holds things: short words, a picture, a grip. */
  readonly isOne: (element: Element) => boolean
  /** It is one, and says so by the hand of the pointer or by what it is called. */
  readonly looksClickable: (element: Element) => boolean
  /** A small box that a style sheet draws: a switch, a swatch. */
  readonly isSmallAndDrawn: (element: Element) => boolean
  /** It says or shows something, and not only its own shape. */
  readonly isSign: (element: Element) => boolean
  /** At least half as wide as the other. */
  readonly fills: (element: Element, other: Element) => boolean
  /** Over it, or so near that both look like one. */
  readonly isAt: (one: Element, other: Element) => boolean
}

declare global {
  var galleyPressLooks: PressLooks
}

/** Lets the page’s world judge how things to press look. */
export async function openPressLooks(hands: Hands): Promise<void> {
  await hands.prepare(installPressLooks)
}

/** Runs in the page, by itself: a tool for others. */
function installPressLooks(): null {
  globalThis.galleyPressLooks = {isOne, looksClickable, isSmallAndDrawn, isSign, fills, isAt}
  return null

  function fills(element: Element, other: Element): boolean {
    return 2 * element.getBoundingClientRect().width >= other.getBoundingClientRect().width
  }

  function isSign(element: Element): boolean {
    if (element.textContent?.trim()) return true
    return [element, ...element.querySelectorAll('*')].some((part) => {
      if (part.matches('img, svg, picture, canvas, video, object')) return true
      return [undefined, '::before', '::after'].some((which) => {
        const {backgroundImage, maskImage, content} = getComputedStyle(part, which)
        const hasPicture = backgroundImage.includes('url(') || maskImage !== 'none'
        return hasPicture || !/^(none|normal|"\s*")$/.test(content)
      })
    })
  }

  function isAt(one: Element, other: Element): boolean {
    const near = 16
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
    return (
      a.left < b.right + near &&
      b.left < a.right + near &&
      a.top < b.bottom + near &&
      b.top < a.bottom + near
    )
  }

  function looksClickable(element: Element): boolean {
    const own = getComputedStyle(element).cursor === 'pointer'
    const above = element.parentElement
    const isInherited = above !== null && getComputedStyle(above).cursor === 'pointer'
    const isCalled = ['btn', 'button'].some((name) => element.classList.contains(name))
    return (isCalled || (own && !isInherited)) && isOne(element)
  }

  /** Small, drawn by a style sheet, and under a hand for a pointer: a switch, a swatch. */
  function isKnob(element: Element): boolean {
    return getComputedStyle(element).cursor === 'pointer' && isSmallAndDrawn(element)
  }

  function isSmallAndDrawn(element: Element): boolean {
    const {backgroundColor, backgroundImage, borderTopWidth} = getComputedStyle(element)
    const {width, height} = element.getBoundingClientRect()
    const isDrawn =
      !/^rgba\(.*, 0\)$/.test(backgroundColor) ||
      backgroundImage !== 'none' ||
      parseFloat(borderTopWidth) > 0
    return isDrawn && Math.max(width, height) <= 64 && Math.min(width, height) >= 8
  }

  function isOne(element: Element): boolean {
    const words = element.textContent?.trim() ?? ''
    const {width, height} = element.getBoundingClientRect()
    const isArea = width * height > (innerWidth * innerHeight) / 2
    const hasPicture = element.matches('img, svg') || element.querySelector('img, svg') !== null
    const isGrip =
      Math.max(width, height) <= 64 && /grab|move|resize/.test(getComputedStyle(element).cursor)
    return (
      !isArea && (words.length > 0 ? words.length <= 80 : hasPicture || isGrip || isKnob(element))
    )
  }
}
