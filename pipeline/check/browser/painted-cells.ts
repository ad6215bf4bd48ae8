declare global {
  /** What is drawn in an element that has no words: the same for what looks the same, empty for nothing. */
  var galleyPainted: (element: Element) => string
}

/** Runs in the page, by itself: a tool for others. */
export function paintedCells(): null {
  const kinds = new Map<string, string>()
  globalThis.galleyPainted = painted
  return null

  function painted(element: Element): string {
    if (element.textContent?.trim() || element.querySelector('input, button, a[href], iframe'))
      return ''
    const parts = [...element.querySelectorAll('*')].flatMap((one) => drawn(one))
    const picture = [...parts, ...shapes(element)].join(' ')
    if (picture === '') return ''
    const kind = kinds.get(picture) ?? String(kinds.size + 1)
    kinds.set(picture, kind)
    return kind
  }

  function drawn(element: Element): readonly string[] {
    if (element instanceof SVGElement) return element.matches('svg') ? [element.innerHTML] : []
    if (element instanceof HTMLImageElement) return [element.src]
    const {width, height} = element.getBoundingClientRect()
    const ground = groundOf(getComputedStyle(element))
    const own = ground !== '' && width >= 6 && height >= 6 ? [ground] : []
    return [...own, ...shapes(element)]
  }

  /** What a style sheet draws before or after it: a box of some size, in a colour or a picture. */
  function shapes(element: Element): readonly string[] {
    return ['::before', '::after'].flatMap((part) => {
      const style = getComputedStyle(element, part)
      const {content, width} = style
      const ground = groundOf(style)
      const isDrawn =
        content !== 'none' && content !== 'normal' && (ground !== '' || content.includes('url('))
      return isDrawn && parseFloat(width) >= 6 ? [`${content} ${ground}`] : []
    })
  }

  /** Its colour and picture; empty where it lets through what is behind it. */
  function groundOf({backgroundColor, backgroundImage}: CSSStyleDeclaration): string {
    const isBare = backgroundImage === 'none' && /^rgba\(.*, 0\)$/.test(backgroundColor)
    return isBare ? '' : `${backgroundColor} ${backgroundImage}`
  }
}
