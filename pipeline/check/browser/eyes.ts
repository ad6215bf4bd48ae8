import type {Hands} from '../../model/hands.ts'
import type {PixelBox} from './pixels.ts'

/** What several probes look for in a page, in the world of the checks. */
export interface Eyes {
  /**
   * As pa11y writes it, so that one element has one name in all findings; what stands in a shadow tree
   * by the way to its host too: `#mail::shadow > input`.
   */
  readonly selectorOf: (element: Element) => string
  /** The element that `cssSelector` asks for, also within a shadow tree. */
  readonly find: (selector: string) => Element | null
  /** Its words or name, shortened, for a person to know it by. */
  readonly textOf: (element: Element) => string
  readonly isSeen: (element: Element) => boolean
  /**
   * For screen readers alone, by one of the usual idioms.
   * @param known answers for this element's ancestors, where many are asked of one layout
   */
  readonly isForEarsOnly: (element: Element, known?: WeakMap<Element, boolean>) => boolean
  /** What is seen of a control: the label, or the knob, where that is drawn in place of a field; a link's picture. */
  readonly faceOf: (element: Element) => Element
  /** All elements, those in open shadow trees among them, in document order. */
  readonly all: (selector: string) => readonly Element[]
  /** What the Tab key should reach, in document order. */
  readonly stops: () => readonly HTMLElement[]
  /** Boxes to tick that it reaches and nobody sees, because their labels are drawn in their place. */
  readonly standIns: () => readonly HTMLElement[]
  /** The element that has the focus, also within a shadow tree; `undefined` where none has. */
  readonly focused: () => Element | undefined
  /** Whether one stands in the other, or in its shadow tree, or in a slot there. */
  readonly contains: (outer: Element, inner: Element) => boolean
  /** What an element is shown in, and events come by next: a slot, its parent, or the host of its shadow tree. */
  readonly around: (element: Element) => Element | null
  /** A box in the window as a box on the page, however far that is scrolled. */
  readonly onPage: (box: PixelBox) => PixelBox
  /** Whether a computed colour draws nothing. */
  readonly isNone: (colour: string) => boolean
  /** Relative luminance, as WCAG 2.2 defines it, of a colour's red, green and blue of 0 to 255. */
  readonly luminanceOf: (red: number, green: number, blue: number) => number
  /** Whether nothing lies over an element where this box of it is, which is scrolled to and back from. */
  readonly isOnTop: (element: Element, box: DOMRect) => boolean
  /** Has the next Tab begin at the top of the page, wherever the focus was last. */
  readonly startOver: () => void
}

declare global {
  var galleyEyes: Eyes
}

/** Gives the page's world its eyes. */
export async function openEyes(hands: Hands): Promise<void> {
  await hands.prepare(eyes)
}

/** Runs in the page, by itself: a tool for others. */
export function eyes(): null {
  const tabbable =
    'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only]'

  const linear = (value: number) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }

  globalThis.galleyEyes = {
    selectorOf,
    luminanceOf: (red, green, blue) =>
      0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue),
    onPage: ({left, top, right, bottom}) => ({
      left: left + scrollX,
      top: top + scrollY,
      right: right + scrollX,
      bottom: bottom + scrollY,
    }),
    find: (selector) =>
      selector
        .split('::shadow > ')
        .reduce<Document | Element | null>(
          (at, inner) => (at instanceof Element ? at.shadowRoot : at)?.querySelector(inner) ?? null,
          document,
        ) as Element | null,
    textOf(element) {
      const text = element instanceof HTMLElement ? element.innerText : element.textContent
      const input = element instanceof HTMLInputElement ? element : undefined
      const hasLabels =
        element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
      const field = hasLabels ? element : input
      const name =
        element.getAttribute('aria-label') ||
        field?.labels?.[0]?.innerText.trim() ||
        text?.trim() ||
        (input?.matches('[type=checkbox], [type=radio]') ? '' : input?.value) ||
        input?.placeholder ||
        element.getAttribute('title')
      return (name || `<${element.localName}>`).replace(/\s+/g, ' ').slice(0, 60)
    },
    isSeen,
    isForEarsOnly,
    faceOf,
    all,
    stops: () => reached(isSeen),
    standIns: () =>
      reached(
        (element) =>
          element.checkVisibility({visibilityProperty: true}) && faceOf(element) !== element,
      ),
    focused() {
      let element = document.activeElement
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
      if (!element || element === document.body || element === document.documentElement) {
        return undefined
      }
      return element
    },
    contains,
    isOnTop,
    around,
    isNone: (colour) => /^rgba\(.*, 0\)$|\/ 0\)$/.test(colour),
    startOver,
  }
  return null

  /** A focus that is merely taken away is where Tab goes on from. */
  function startOver(): void {
    const {body} = document
    const before = body.getAttribute('tabindex')
    body.tabIndex = -1
    body.focus({preventScroll: true})
    body.blur()
    if (before === null) body.removeAttribute('tabindex')
    else body.setAttribute('tabindex', before)
  }

  function selectorOf(element: Element): string {
    const host = hostOf(element.getRootNode())
    const way = host ? `${selectorOf(host)}::shadow > ` : ''
    const parts: string[] = []
    for (let at: Element | null = element; at; at = at.parentElement) {
      // A form's own `id` is its field of that name.
      const id = at.getAttribute('id')
      if (id) return way + [`#${id}`, ...parts].join(' > ')
      // A form's own `children` are its field of that name, as in how many children come along.
      const siblings = [...(at.parentNode?.childNodes ?? [at])].filter(
        (one): one is Element => one.nodeType === Node.ELEMENT_NODE,
      )
      const alone = siblings.filter(({tagName}) => tagName === at?.tagName).length === 1
      const tag = at.tagName.toLowerCase()
      parts.unshift(alone ? tag : `${tag}:nth-child(${siblings.indexOf(at) + 1})`)
    }
    return way + parts.join(' > ')
  }

  function reached(isThere: (element: Element) => boolean): readonly HTMLElement[] {
    const modal = all(':modal, [aria-modal=true]').findLast(isSeen)
    return all(tabbable).filter(
      (element): element is HTMLElement =>
        (element instanceof HTMLElement || element instanceof SVGElement) &&
        // What is written in can have the focus, though its `tabIndex` says nothing of it.
        (element.tabIndex >= 0 || element.matches('[contenteditable]:not([tabindex])')) &&
        !element.matches(':disabled') &&
        !element.closest('[inert]') &&
        isThere(element) &&
        (!modal || contains(modal, element)) &&
        !isOtherRadio(element) &&
        // Of a `details`, only the first `summary` opens it.
        !(element.localName === 'summary' && element.parentElement?.localName !== 'details'),
    )
  }

  function faceOf(element: Element): Element {
    // Stars that show what is chosen in a list of choices, and what is drawn for a field that nobody sees.
    const isUnseen = !isSeen(element) || (element.matches('select') && isForEarsOnly(element))
    if (isUnseen && element.matches('select, input[role=combobox]'))
      return drawnAround(element, {height: 96})
    const isLabelled = element instanceof HTMLInputElement || element instanceof HTMLButtonElement
    const ticked =
      '[type=checkbox], [type=radio], [type=file], [type=range], button[role=switch], button[role=checkbox]'
    if (!isLabelled || !element.matches(ticked) || (isSeen(element) && !isForEarsOnly(element)))
      return drawnIn(element)
    // A switch of several states shows one label at a time, that of the state it leads to.
    const labels = [element, ...radiosBeside(element)].flatMap((one) => [...(one.labels ?? [])])
    return (
      labels.find((label) => isSeen(label) && !isForEarsOnly(label)) ??
      drawnAround(element, {height: 64, ...(element.type !== 'range' && {width: 64})})
    )
  }

  /** Of a link that has no box of its own, what floats or stands apart: its picture. */
  function drawnIn(element: Element): Element {
    if (isBox(element)) return element
    const inside = [...element.querySelectorAll('*')]
    return inside.find((one) => isBox(one) && isSeen(one) && !isForEarsOnly(one)) ?? element
  }

  function isBox(element: Element): boolean {
    const {width, height} = element.getBoundingClientRect()
    return width > 0 && height > 0
  }

  /** The knob of a slider, the box of a mark or of a choice, that holds the field which is not drawn itself. */
  function drawnAround(element: Element, most: {width?: number; height: number}): Element {
    let at = element.parentElement
    for (let steps = 0; at && steps < 3; steps++, at = at.parentElement) {
      const {width, height} = at.getBoundingClientRect()
      const isTooLarge = width > (most.width ?? Infinity) || height > most.height
      const others = [...at.querySelectorAll<HTMLElement>(tabbable)].filter(
        (one) => one !== element && one.tabIndex >= 0,
      )
      if (isTooLarge || others.length > 0) break
      if (Math.min(width, height) >= 8 && isSeen(at) && !isForEarsOnly(at)) return at
    }
    return element
  }

  function isSeen(element: Element): boolean {
    return element.checkVisibility({opacityProperty: true, visibilityProperty: true})
  }

  function isForEarsOnly(element: Element, known = new WeakMap<Element, boolean>()): boolean {
    if (element === document.body) return false
    const answered = known.get(element)
    if (answered !== undefined) return answered
    const above = around(element)
    const found = isOutOfSight(element) || (above !== null && isForEarsOnly(above, known))
    known.set(element, found)
    return found
  }

  function isOutOfSight(element: Element): boolean {
    const style = getComputedStyle(element)
    if (/inset\((50|100)%/.test(style.clipPath)) return true
    const {position} = style
    const isPlaced = /absolute|fixed/.test(position)
    if (isPlaced && style.clip !== 'auto') return true
    const isCut = /hidden|clip/.test(style.overflowX + style.overflowY)
    // Of most elements nobody needs to know where they are.
    if (!isPlaced && !isCut) return false
    const {width, height, left, right, top, bottom} = element.getBoundingClientRect()
    if (isCut && (width <= 2 || height <= 2)) return true
    if (!isPlaced) return false
    // A panel that waits beside the window, or below it, until it is called.
    const isBeside = left >= innerWidth && left < innerWidth + width
    const isBelow = top >= innerHeight && top < innerHeight + height
    if (position === 'fixed' && (isBeside || isBelow)) return true
    return right + scrollX <= 0 || bottom + scrollY <= 0
  }

  function all(selector: string, root: Document | ShadowRoot = document): readonly Element[] {
    return [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(selector) ? [element] : []),
      ...(element.shadowRoot ? all(selector, element.shadowRoot) : []),
    ])
  }

  function isOnTop(element: Element, {left, width, top, height}: DOMRect): boolean {
    const [atX, atY] = [scrollX, scrollY]
    scrollTo({left: 0, top: top + scrollY - innerHeight / 2, behavior: 'instant'})
    const hit = document.elementFromPoint(
      left + width / 2 + atX - scrollX,
      top + height / 2 + atY - scrollY,
    )
    scrollTo({left: atX, top: atY, behavior: 'instant'})
    return hit !== null && (element.contains(hit) || hit.contains(element))
  }

  function contains(outer: Element, inner: Element): boolean {
    for (let at: Element | null = inner; at; at = around(at)) if (at === outer) return true
    return false
  }

  function around(element: Element): Element | null {
    return element.assignedSlot ?? element.parentElement ?? hostOf(element.getRootNode())
  }

  function hostOf(node: Node): Element | null {
    return node instanceof ShadowRoot ? node.host : null
  }

  /** Of radio buttons that belong together, Tab reaches one; the arrow keys reach the others. */
  function isOtherRadio(element: Element): boolean {
    const group = radiosBeside(element)
    return group.length > 0 && element !== (group.find(({checked}) => checked) ?? group[0])
  }

  /** The radio buttons of its question, which stand in one tree with it, itself among them. */
  function radiosBeside(element: Element): readonly HTMLInputElement[] {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return []
    const {name, form} = element
    if (name === '') return []
    const root = element.getRootNode() as Document | ShadowRoot
    const radios = root.querySelectorAll<HTMLInputElement>(
      `input[type=radio][name="${CSS.escape(name)}"]`,
    )
    return [...radios].filter((one) => one.form === form && !one.disabled)
  }
}
