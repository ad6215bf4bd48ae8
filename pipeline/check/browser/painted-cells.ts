declare global {
  /** What is drawn in an element that has no words: the same for what looks the same, empty for nothing. */
  var galleyPainted: (element: Element) => string
}

/** Runs in the page, by itself: a tool for others. */
export function paintedCells(): null {
  globalThis.galleyPainted = painted
  return null

  function painted(element: Element): string {
    if (element.textContent?.trim() || element.querySelector('input, button, a[href], iframe'))
      return ''
    const parts = [...element.querySelectorAll('*')].flatMap((one) => drawn(one))
    return short([...parts, ...shapes(element)].join(' '))
  }

  function drawn(element: Element): readonly string[] {
    if (element instanceof SVGElement) return element.matches('svg') ? [element.innerHTML] : []
    if (element instanceof HTMLImageElement) return [element.src]
    const {width, height} = element.getBoundingClientRect()
    const {backgroundColor, backgroundImage} = getComputedStyle(element)
    const isGround = backgroundImage !== 'none' || !/^rgba\(.*, 0\)$/.test(backgroundColor)
    const own =
      isGround && width >= 6 && height >= 6 ? [`${backgroundColor} ${backgroundImage}`] : []
    return [...own, ...shapes(element)]
  }

  /** What a style sheet draws before or after it: a box of some size, in a colour or a picture. */
  function shapes(element: Element): readonly string[] {
    return ['::before', '::after'].flatMap((part) => {
      const {content, width, backgroundColor, backgroundImage} = getComputedStyle(element, part)
      const isGround = backgroundImage !== 'none' || !/^rgba\(.*, 0\)$/.test(backgroundColor)
      const isDrawn =
        content !== 'none' && content !== 'normal' && (isGround || content.includes('url('))
      return isDrawn && parseFloat(width) >= 6
        ? [`${content} ${backgroundColor} ${backgroundImage}`]
        : []
    })
  }

  function short(text: string): string {
    let sum = 0
    for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0
    return text === '' ? '' : sum.toString(36)
  }
}
