/** A place where the focus came to rest. */
export type Stop = {
  readonly selector: string
  readonly text: string
  /** Its number among all that Tab should reach; -1 where it is none of them. */
  readonly index: number
  /** In CSS pixels from the page's top left, before the walk: boxes that scroll move. -1 where it has no place there. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly seen: boolean
  /** Which way the line that it stands in is read. */
  readonly direction: string
  /** How much of it is covered when it has the focus, from 0 to 1, and by what. */
  readonly covered: number
  readonly by: string
}

/** One press of Tab, and where it led. */
export type Step = {
  readonly id: number
  /** How many presses of Tab may stay at it. */
  readonly patience: number
  readonly stop: Stop
}

declare global {
  var galleyWalk: {
    readonly stops: readonly HTMLElement[]
    /** Of these the ones that were hidden when Tab went by, as by a list of suggestions. */
    readonly hidden: Set<HTMLElement>
    readonly boxes: ReadonlyMap<Element, Box>
    readonly ids: Map<Element, number>
    readonly sheet: CSSStyleSheet
  }
  interface Box {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
}

/** Runs in the page: before the walk. */
export function start() {
  const {all, contains, isSeen, isForEarsOnly, onPage, selectorOf, startOver, stops, textOf} =
    globalThis.galleyEyes
  const found = stops()
  // What stays where it is in the window has no place on the page.
  const boxes = found.filter(isOnPage).map((element) => {
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
    return [element, onPage(box)] as const
  })
  // What lies over the focus hides it, whether or not a pointer goes through.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* {pointer-events: auto !important}')
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  // From the top of the page, unless a dialog holds the focus.
  if (!document.querySelector(':modal')) startOver()
  globalThis.galleyWalk = {
    stops: found,
    hidden: new Set(),
    boxes: new Map(boxes),
    ids: new Map(),
    sheet,
  }
  const spot = (element: Element) => ({selector: selectorOf(element), text: textOf(element)})
  const reachable = new Set<Element>(found)
  const operable =
    '[onclick], [role=button], [role=link], [role=checkbox], [role=switch], [role=radio], [role=tab], [role=menuitem], [role=textbox], [role=slider]'
  const pointerOnly = all(operable).filter(
    (element) =>
      isSeen(element) &&
      !isForEarsOnly(element) &&
      !reachable.has(element) &&
      !element.matches(
        'body, main, :disabled, [aria-disabled=true], [role=link][aria-current=page]:not([onclick])',
      ) &&
      // Within a group, one is reached by Tab and the others by arrow keys.
      element.getAttribute('tabindex') !== '-1' &&
      !element.closest('a[href], button, label, summary, [aria-activedescendant], [inert]') &&
      // For no reader the role is there, and no script hears a press: it is a drawing.
      (element.matches('[onclick]') || !element.closest('[aria-hidden=true]')) &&
      !element.querySelector('a[href], button, input, select, textarea, summary, [tabindex]') &&
      !isLeftToArrows(element) &&
      !isShownValue(element) &&
      // Its own part, in a shadow of its own, is reached for it.
      !found.some((stop) => contains(element, stop)),
  )
  return {
    count: found.length,
    pointerOnly: pointerOnly.map(spot),
    jumps: found.filter(({tabIndex}) => tabIndex > 0).map(spot),
  }

  /** Of a group that Tab comes to a part of: the arrow keys are tried there. */
  function isLeftToArrows(element: Element): boolean {
    const group = element.matches('[role=tab], [role=radio], [role=menuitem]')
      ? element.closest('[role=tablist], [role=radiogroup], [role=menubar], [role=menu]')
      : null
    return group !== null && found.some((stop) => stop !== group && group.contains(stop))
  }

  /** The text that a box to choose from shows is not written in: the box has the focus. */
  function isShownValue(element: Element): boolean {
    const box = element.closest('[role=combobox]')
    return element.matches('[role=textbox]') && box !== null && reachable.has(box)
  }

  function isOnPage(element: Element): boolean {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (/fixed|sticky/.test(getComputedStyle(at).position)) return false
    return true
  }
}

/** Runs in the page: after each press of Tab, and after what that has the page do at once. */
export async function arrive(): Promise<Step | null> {
  await new Promise((done) => setTimeout(done, 0))
  const {around, contains, faceOf, focused, isForEarsOnly, isNone, isSeen, selectorOf, textOf} =
    globalThis.galleyEyes
  const {boxes, hidden, ids, stops} = globalThis.galleyWalk
  const element = focused()
  if (!element) return null
  const id = ids.get(element) ?? ids.size
  ids.set(element, id)
  const index = stops.findIndex((one) => one === element)
  for (const next of index < 0 ? [] : stops.slice(index + 1)) {
    if (isSeen(next)) break
    hidden.add(next)
  }
  for (let waits = 0; waits < 8 && !isSeen(faceOf(element)) && fades(element); waits++)
    await new Promise((done) => setTimeout(done, 50))
  const face = faceOf(element)
  const rect = face.getBoundingClientRect()
  const box = boxes.get(element)
  const isWhole = rect.width > 0 && rect.height > 0
  // Where nothing stands in it yet, the line around it is seen; there is nothing to lie over.
  const isLine = !isWhole && (rect.width > 0 || rect.height > 0)
  const {share, by} = isLine ? {share: 0, by: ''} : coverOf(face, rect)
  // Within a frame, a player or a date, several presses stay at one element.
  const patience = element.matches('iframe, object, embed')
    ? 100
    : element.matches(
          'audio, video, input[type=date], input[type=time], input[type^=datetime], input[type=month], input[type=week]',
        )
      ? 15
      : 2
  const stop = {
    selector: selectorOf(element),
    text: textOf(element),
    index,
    left: box?.left ?? -1,
    top: box?.top ?? -1,
    right: box?.right ?? -1,
    bottom: box?.bottom ?? -1,
    // An area is never drawn itself: its picture is.
    seen: element.matches('area') || ((isWhole || isLine) && isSeen(face) && !isForEarsOnly(face)),
    direction: getComputedStyle(around(element) ?? element).direction,
    covered: share,
    by,
  }
  return {id, patience, stop}

  /** It comes out when it has the focus, little by little. */
  function fades(target: Element): boolean {
    for (let at: Element | null = target; at; at = around(at)) {
      const {opacity, transitionProperty, transitionDuration} = getComputedStyle(at)
      const isMoved =
        /\b(all|opacity)\b/.test(transitionProperty) && /[1-9]/.test(transitionDuration)
      if (isMoved && Number(opacity) < 1) return true
    }
    return false
  }

  function coverOf(target: Element, {left, top, width, height}: DOMRect) {
    let covered = 0
    let cover = ''
    for (let column = 0; column < 5; column++) {
      for (let row = 0; row < 3; row++) {
        const x = left + width * (0.05 + 0.225 * column)
        const y = top + height * (0.1 + 0.4 * row)
        const isOutside = x < 0 || y < 0 || x >= innerWidth || y >= innerHeight
        const over = isOutside ? null : topmost(target, x, y)
        if (over && (contains(target, over) || contains(over, target) || isDrawnBy(target, over)))
          continue
        if (over && isUnderLines(target, over)) continue
        if (!over && !isOutside) continue
        covered++
        if (over) cover ||= selectorOf(over)
      }
    }
    return {share: covered / 15, by: cover}
  }

  /** A box to tick, or a field for a file, that is drawn by what lies over it within one box of its size. */
  function isDrawnBy(target: Element, over: Element): boolean {
    const holder = target.parentElement
    if (!holder?.contains(over) || !target.matches('[type=file], [type=checkbox], [type=radio]'))
      return false
    const [inner, outer] = [target.getBoundingClientRect(), holder.getBoundingClientRect()]
    const isItsOwn = stops.filter((one) => holder.contains(one)).length === 1
    return isItsOwn && outer.width <= inner.width + 24 && outer.height <= inner.height + 24
  }

  /** What one types goes into a layer below the lines that an editor draws, in one box with them. */
  function isUnderLines(target: Element, over: Element): boolean {
    if (!target.matches('textarea, [role=textbox]')) return false
    if (!(Number(getComputedStyle(target).zIndex) < 0)) return false
    for (let at = target.parentElement; at; at = at.parentElement) {
      const holder = at
      if (stops.some((one) => one !== target && holder.contains(one))) return false
      if (holder.contains(over)) return true
    }
    return false
  }

  /** What is drawn there; a link that is stretched over its card draws nothing, and hides nothing. */
  function topmost(target: Element, x: number, y: number): Element | null {
    let over =
      document
        .elementsFromPoint(x, y)
        .find((one) => contains(target, one) || contains(one, target) || !isClear(one, x, y)) ??
      null
    while (over?.shadowRoot) {
      const inner: Element | null = over.shadowRoot.elementFromPoint(x, y)
      if (!inner || inner === over) break
      over = inner
    }
    return over
  }

  function isClear(one: Element, x: number, y: number): boolean {
    if (!one.checkVisibility({opacityProperty: true})) return true
    // Of two sliders that share a line, each draws its knob alone.
    const isKnob = one.matches('[type=range]') && getComputedStyle(one).appearance === 'none'
    if (
      one.shadowRoot ||
      (!isKnob && one.matches('img, svg, svg *, video, canvas, iframe, object, embed, input'))
    )
      return false
    const drawn = ['', '::before', '::after'].some((part) => {
      const style = getComputedStyle(one, part)
      if (part !== '' && /^(none|normal)$/.test(style.content)) return false
      return (
        !(isNone(style.backgroundColor) || isVeil(one, style)) ||
        style.backgroundImage !== 'none' ||
        style.backdropFilter !== 'none' ||
        (part !== '' && !/^["']\s*["']$/.test(style.content))
      )
    })
    return !drawn && ![...one.childNodes].some((node) => node instanceof Text && isAt(node, x, y))
  }

  /** A tint through which what has the focus is still seen. */
  function isVeil(one: Element, {backgroundColor, opacity}: CSSStyleDeclaration): boolean {
    const [, alpha = '1'] = /(?:^rgba\(.*, |\/ )([\d.]+)\)$/.exec(backgroundColor) ?? []
    const own = Number(getComputedStyle(one).opacity)
    return Number(alpha) * Math.min(own, Number(opacity)) <= 0.5
  }

  function isAt(text: Text, x: number, y: number): boolean {
    const range = document.createRange()
    range.selectNodeContents(text)
    return [...range.getClientRects()].some(
      ({left, right, top, bottom}) => left <= x && x <= right && top <= y && y <= bottom,
    )
  }
}

/** Runs in the page: after the walk. */
export async function finish(reached: readonly number[]) {
  const {contains, focused, isForEarsOnly, isSeen, selectorOf, textOf} = globalThis.galleyEyes
  const {hidden, sheet, stops} = globalThis.galleyWalk
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  const passed = stops
    .filter(
      (element, index) =>
        // One with a tabindex above 0 lies before the place where the walk begins.
        element.tabIndex === 0 &&
        !reached.includes(index) &&
        !hidden.has(element) &&
        element.isConnected &&
        isSeen(element),
    )
    .slice(0, 30)
  const left: {
    readonly index: number
    readonly selector: string
    readonly text: string
    readonly refuses: boolean
  }[] = []
  for (const element of passed) {
    element.focus({preventScroll: true})
    // Some scripts hand it on a moment later.
    if (focused() === element) await new Promise((done) => setTimeout(done, 30))
    const now = focused()
    // A group hands the focus on to a part of it, a guard to its neighbour, and words to the field
    // that takes their place.
    const isHandedOn =
      now !== undefined &&
      now !== element &&
      (contains(element, now) || isGuard(element) || !isSeen(element))
    // Words for ears alone that say where something ends: they are read without the focus.
    if (!isHandedOn && !isWordsForEars(element))
      left.push({
        index: stops.indexOf(element),
        selector: selectorOf(element),
        text: textOf(element),
        // It gives the focus away to nothing as soon as it has it.
        refuses: now === undefined,
      })
  }
  return left

  /** It has nothing to show or to press, and says at most where something ends. */
  function isGuard(element: Element): boolean {
    return element.matches('[aria-hidden=true]') || isWordsForEars(element)
  }

  function isWordsForEars(element: Element): boolean {
    const operable =
      'a, button, input, select, textarea, summary, iframe, [role], [contenteditable]'
    return !element.matches(operable) && !element.querySelector(operable) && isForEarsOnly(element)
  }
}
