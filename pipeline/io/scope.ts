/** Runs in the page: how many elements a selector means. */
export function countIn(selector: string): number {
  return document.querySelectorAll(selector).length
}

/** What counts of a page, by selectors: the whole page where no root is named, but for what is hidden. */
export interface Scope {
  readonly root: string | null
  readonly hidden: string | null
}

/** Runs in the page: whether anything that counts is shown, words or anything else that is drawn. */
export function isAnythingShown({root, hidden}: Scope): boolean {
  const whole = root === null ? document.body : document.querySelector(root)
  const drawn =
    'img, svg, canvas, video, audio, iframe, object, embed, input, button, select, textarea, meter, progress'
  const isWorded = ({childNodes}: Element) =>
    [...childNodes].some((one) => one.nodeType === Node.TEXT_NODE && /\S/.test(one.nodeValue ?? ''))
  const shows = (one: Element) =>
    isWorded(one) ||
    one.matches(drawn) ||
    one.shadowRoot !== null ||
    getComputedStyle(one).backgroundImage !== 'none'
  const parts = whole === null ? [] : [whole, ...whole.querySelectorAll('*')]
  return parts.some(
    (one) =>
      shows(one) &&
      one.checkVisibility({visibilityProperty: true}) &&
      (hidden === null || one.closest(`:is(${hidden})`) === null),
  )
}

/**
 * Runs in the page: takes what a selector means out of sight and reach, as pa11y does, by a style sheet
 * that the page's Content-Security-Policy has no say in.
 */
export function hide(selector: string): null {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`:is(${selector}), :is(${selector}) * { visibility: hidden !important }`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return null
}

/**
 * Runs in the page: its document as it stands, and where what counts and what does not are in it. What
 * is for browsers without scripts would be read as elements elsewhere.
 */
export function describePage({root, hidden}: {root: string | null; hidden: string | null}) {
  const doctype = document.doctype ? new XMLSerializer().serializeToString(document.doctype) : ''
  const all = (selector: string | null) =>
    selector === null ? [] : [...document.querySelectorAll(selector)]
  const copy = document.documentElement.cloneNode(true) as HTMLElement
  for (const one of copy.querySelectorAll('noscript')) one.textContent = ''
  return {
    html: doctype + copy.outerHTML,
    url: location.href,
    root: all(root).slice(0, 1).map(wayTo),
    hidden: all(hidden).map(wayTo),
  }

  function wayTo(element: Element): string {
    const {parentElement: parent, localName} = element
    if (parent === null) return localName
    const place = [...parent.querySelectorAll(':scope > *')].indexOf(element) + 1
    return `${wayTo(parent)} > :nth-child(${place})`
  }
}
