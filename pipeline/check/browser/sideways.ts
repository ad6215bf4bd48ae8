/** What is read by scrolling sideways. */
export type Sideways = {
  /** Boxes that scroll sideways, with text in them that could wrap. */
  readonly scrollers: readonly {selector: string; text: string; pixels: number}[]
  /** Those of the given selectors whose content needs two dimensions, as a table does. */
  readonly flat: readonly string[]
}

/** Runs in the page, by itself. */
export function sideways(selectors: readonly string[]): Sideways {
  const plane =
    'table, pre, code, svg, img, video, canvas, iframe, object, math, map, [role=grid], [role=table], [role=toolbar], [role=tablist]'
  const flat = selectors.filter((selector) => elementAt(selector)?.closest(plane))
  const scrollers: {selector: string; text: string; pixels: number}[] = []
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const pixels = element.scrollWidth - element.clientWidth
    if (pixels <= 1 || scrollers.length === 30) continue
    if (!/auto|scroll/.test(getComputedStyle(element).overflowX)) continue
    if (element.closest(plane) || element.querySelector(plane)) continue
    if (!element.checkVisibility({visibilityProperty: true})) continue
    const text = element.innerText.trim().replace(/\s+/g, ' ').slice(0, 60)
    if (text.length > 1) scrollers.push({selector: selectorOf(element), text, pixels})
  }
  return {scrollers, flat}

  /** An id stands in a selector as it is, with dots and colons. */
  function elementAt(selector: string): Element | null | undefined {
    const [first = '', ...rest] = selector.split(' > ')
    const start = first.startsWith('#')
      ? document.getElementById(first.slice(1))
      : document.querySelector(first)
    return rest.length === 0 ? start : start?.querySelector(`:scope > ${rest.join(' > ')}`)
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
}
