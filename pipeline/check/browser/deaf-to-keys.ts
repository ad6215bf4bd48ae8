import type {Hands} from '../../model/hands.ts'
import {openPressLooks} from './press-looks.ts'

/** An element, and words for a person to know it by. */
export type Spot = {readonly selector: string; readonly text: string}

const clicks = ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'dblclick', 'touchend']
const swipes = ['touchstart', 'touchmove', 'touchend', 'touchcancel']
const keys = ['keydown', 'keyup', 'keypress']

declare global {
  /** What waits for clicks, cannot be reached by a key, and has no hand for a pointer. */
  var galleyUnsure: readonly Element[]
  /** What waits for a pointer that is let go, and not for clicks. */
  var galleyReleased: readonly Element[]
  /** What may hear keys by way of what listens for all of the page, or of what it stands in. */
  var galleyDoubted: readonly HTMLElement[]
}

/** What waits for clicks: what no key reaches, what a key reaches and hears no key, and what does all and has no role, and what acts as soon as the pointer is down. */
export async function deafToKeys(hands: Hands): Promise<{
  readonly pointerOnly: readonly Spot[]
  readonly keyless: readonly Spot[]
  readonly roleless: readonly Spot[]
  readonly hasty: readonly Spot[]
}> {
  const {everywhere, elements} = await hands.heard([
    ...new Set([...clicks, ...keys, ...swipes, 'drop']),
  ])
  await openPressLooks(hands)
  return hands.evaluate(deaf, {
    anyClick: everywhere.some((event) => clicks.includes(event)),
    anyKey: everywhere.some((event) => keys.includes(event)),
    clicked: elements.map((events) => events.some((event) => clicks.includes(event))),
    keyed: elements.map((events) => events.some((event) => keys.includes(event))),
    swiped: elements.map(
      (events) =>
        events.includes('touchend') &&
        events.some((event) => /^touch(start|move)$/.test(event)) &&
        !events.some((event) => clicks.includes(event) && !swipes.includes(event)),
    ),
    pulled: elements.map(
      (events) =>
        events.includes('touchstart') &&
        events.some((event) => /^(mouse|pointer)down$/.test(event)),
    ),
    downed: elements.map(
      (events) =>
        events.some((event) => event.endsWith('down') && event !== 'keydown') &&
        !events.some((event) => /^(click|mouseup|pointerup|dblclick|key.*)$/.test(event)),
    ),
    hurried: elements.map(
      (events) =>
        events.some((event) => /^(mouse|pointer)down$/.test(event)) &&
        events.some((event) => keys.includes(event)) &&
        !events.some((event) => /^(click|mouseup|pointerup|dblclick|touchend)$/.test(event)),
    ),
    released: elements.map(
      (events) =>
        events.some((event) => /^(pointer|mouse)up$/.test(event)) && !events.includes('click'),
    ),
    dropped: elements.map((events) => events.includes('drop')),
    pressed: elements.map((events) =>
      events.every((event) => event === 'click' || keys.includes(event)),
    ),
    rooted: elements.map((events) =>
      ['click', 'keydown', 'touchstart', 'drop'].every((event) => events.includes(event)),
    ),
  })
}

/** Runs in the page. */
function deaf(given: {
  readonly anyClick: boolean
  readonly anyKey: boolean
  readonly clicked: readonly boolean[]
  readonly keyed: readonly boolean[]
  readonly swiped: readonly boolean[]
  /** By a finger or a mouse that comes down on it. */
  readonly pulled: readonly boolean[]
  readonly downed: readonly boolean[]
  readonly hurried: readonly boolean[]
  readonly released: readonly boolean[]
  readonly dropped: readonly boolean[]
  /** It waits for clicks, perhaps for keys, and for nothing that leads to a click. */
  readonly pressed: readonly boolean[]
  /** It waits for everything, as a framework does at the root of all that it draws. */
  readonly rooted: readonly boolean[]
}) {
  const {all, around, contains, faceOf, isForEarsOnly, isSeen, selectorOf, standIns} =
    globalThis.galleyEyes
  const {stops, textOf} = globalThis.galleyEyes
  const {fills, isAt, isOne, isSign, isSmallAndDrawn, looksClickable} = globalThis.galleyPressLooks
  // Whether a pointer goes through is what the walk has hidden.
  const {sheet} = globalThis.galleyWalk
  sheet.disabled = true
  const listening = globalThis.galleyHeard
  const clicked = new Set(listening.filter((_, index) => given.clicked[index]))
  const keyed = listening.filter((_, index) => given.keyed[index])
  const rooted = new Set(listening.filter((_, index) => given.rooted[index]))
  const reached = new Set<Element>(stops())
  const drawnElsewhere = new Set<Element>(standIns())
  const operable = 'a[href], button, input, select, textarea, summary, option, video, audio, iframe'
  const spot = (element: Element) => ({selector: selectorOf(element), text: textOf(element)})
  // Words that name a control, or a group of them, are pressed for it, as a label is.
  const groups = all('[role=group], [role=radiogroup]').filter((group) =>
    [...reached].some((stop) => contains(group, stop)),
  )
  const named = new Set<Element | null>(
    [...reached, ...groups].flatMap((one) =>
      (one.getAttribute('aria-labelledby') ?? '')
        .split(/\s+/)
        .map((id) => document.getElementById(id)),
    ),
  )

  // Who listens for others, at the document or around them, is known by how those look.
  const delegates = [...clicked]
  const isHandled = (element: Element) =>
    given.anyClick || delegates.some((one) => one !== element && contains(one, element))
  const looks = all('body *').filter(
    (element) => !clicked.has(element) && looksClickable(element) && isHandled(element),
  )
  const swiped = new Set(listening.filter((_, index) => given.swiped[index]))
  const pulled = new Set(listening.filter((_, index) => given.pulled[index]))
  const pointerOnly = [...[...clicked].filter(isOne), ...looks]
    .filter(
      (element) =>
        !reached.has(element) &&
        !element.matches(
          `html, body, main, form, label, legend, ${operable}, [onclick], [role], [tabindex], :disabled, [aria-disabled=true], [aria-hidden=true]`,
        ) &&
        !shownIn(element, 'a[href], button, label, summary, select, [inert], [aria-hidden=true]') &&
        getComputedStyle(element).pointerEvents !== 'none' &&
        !isListeningFor(element) &&
        !isSwitchedOff(element) &&
        !isPartOfControl(element) &&
        !isDrawnFor(element) &&
        !isFaceOf(element) &&
        !isCellAlone(element) &&
        !element.querySelector(`${operable}, [tabindex], [aria-disabled=true]`) &&
        !named.has(element) &&
        !holdsStop(element) &&
        !(swiped.has(element) && hasStopBeside(element)) &&
        !(pulled.has(element) && hasButtonBeside(element)) &&
        isSeen(element) &&
        !isForEarsOnly(element),
    )
    .slice(0, 50)
  const keyless = [...clicked]
    .filter(
      (element) =>
        !given.anyKey &&
        reached.has(element) &&
        !element.matches(`${operable}, [contenteditable]`) &&
        !element.querySelector(operable) &&
        !isSlottedPart(element) &&
        !keyed.some((one) => contains(one, element) || contains(element, one)),
    )
    .concat(given.anyClick || given.anyKey ? [] : pressedAlone())
    .slice(0, 50)
  globalThis.galleyDoubted = [
    ...sliders(),
    ...[...clicked].filter(isDoubted),
    ...pressedAlone(),
    ...delegating().filter(isDoubted),
  ].filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement && !keyless.includes(element) && isSeen(element),
  )
  globalThis.galleyReleased = listening.filter((_, index) => given.released[index])
  const roleless = [...clicked]
    .filter((element) => reached.has(element) && !keyless.includes(element) && isBare(element))
    .slice(0, 50)
  const found = {
    pointerOnly: [...pointerOnly.filter((one) => !stopLike(one)), ...dropsAlone()].map(spot),
    keyless: keyless.map(spot),
    roleless: roleless.map(spot),
    hasty: hasty().map(spot),
  }
  globalThis.galleyUnsure = pointerOnly.filter(
    (element) =>
      listening.some((one, index) => one === element && given.pressed[index] === true) &&
      getComputedStyle(element).cursor !== 'pointer',
  )
  globalThis.galleyGroups = [...new Set(pointerOnly.map(stopLike))].flatMap((from) => {
    const to = pointerOnly.find((one) => from && stopLike(one) === from)
    return from && to instanceof HTMLElement ? [{from, to}] : []
  })
  sheet.disabled = false
  return found

  /** What says that it can be pressed, and leaves the listening to what it stands in. */
  function delegating(): readonly Element[] {
    return all('[role=button], [role=link], [role=switch], [role=checkbox]').filter(
      (element) => !clicked.has(element) && isHandled(element),
    )
  }

  /** One thing to press, that keys reach, and that listens to none itself. */
  function isDoubted(element: Element): boolean {
    return (
      reached.has(element) &&
      !element.matches(`${operable}, [contenteditable], [aria-disabled=true]`) &&
      (element.matches(
        '[role=button], [role=link], [role=switch], [role=checkbox], [role=radio], [role=tab], [role=menuitem], [role=treeitem]',
      ) ||
        isBare(element)) &&
      !element.querySelector(operable) &&
      !keyed.includes(element)
    )
  }

  /** Sliders of the page’s own making, that keys reach. */
  function sliders(): readonly Element[] {
    return all('[role=slider], [role=spinbutton]').filter(
      (element) =>
        reached.has(element) &&
        !element.matches('input, [contenteditable], [aria-disabled=true], [aria-readonly=true]') &&
        !keyless.includes(element),
    )
  }

  /** In a table, the one part of the same make that Tab comes to, as to a day of a month: the arrow keys are tried there. */
  function stopLike(element: Element): HTMLElement | undefined {
    const table = element.closest('table, [role=grid]')
    const [stop, ...others] = [
      ...(table?.querySelectorAll<HTMLElement>(element.localName) ?? []),
    ].filter((one) => reached.has(one))
    return others.length === 0 ? stop : undefined
  }

  /** Of what is one control with all that is in it (ARIA, “Presentational Children”), and has the focus. */
  function isPartOfControl(element: Element): boolean {
    const control = shownIn(
      around(element),
      '[role=button], [role=link], [role=tab], [role=checkbox], [role=radio], [role=switch], [role=slider], [role=option], [role=treeitem], [role^=menuitem]',
    )
    if (control) return reached.has(control) || isMovedTo(control)
    // A list to choose from shows what is chosen in itself; a small sign in it may empty it.
    const list = element.parentElement?.closest('[role=combobox]')
    return list instanceof Element && reached.has(list) && fills(element, list)
  }

  /** Of a list or a tree that has the focus itself, or in one of its parts, and moves by its keys. */
  function isMovedTo(part: Element): boolean {
    const whole = part.closest('[role=listbox], [role=tree], [role=menu], [role=menubar]')
    const isIn = (one: Element) => whole?.contains(one) === true
    return (
      whole !== null &&
      (reached.has(whole) || [...reached].some((stop) => stop.role === part.role && isIn(stop))) &&
      (given.anyKey || keyed.some((one) => contains(one, whole) || isIn(one)))
    )
  }

  /** A part of a group that is a component: what hears keys within a shadow tree is not known. */
  function isSlottedPart(element: Element): boolean {
    const part = '[role=radio], [role=tab], [role=option], [role=treeitem], [role^=menuitem]'
    return element.matches(part) && shownIn(around(element), 'slot') !== undefined
  }

  /** Its own part, in its shadow tree, is switched off. */
  function isSwitchedOff({shadowRoot}: Element): boolean {
    const parts = [...(shadowRoot?.querySelectorAll(operable) ?? [])]
    return parts.length > 0 && parts.every((part) => part.matches(':disabled'))
  }

  /** The nearest that fits, and that it is shown in: what fills a slot is a part of what has the slot. */
  function shownIn(element: Element | null, selector: string): Element | undefined {
    for (let at = element; at; at = around(at)) if (at.matches(selector)) return at
    return undefined
  }

  /** It listens for what stands in it and looks as if it could be clicked, which is told alone. */
  function isListeningFor(element: Element): boolean {
    if (!clicked.has(element) || getComputedStyle(element).cursor === 'pointer') return false
    return rooted.has(element) || looks.some((one) => element.contains(one))
  }

  /** The rail of a switch, the groove of a slider: a plain box at the one field beside it, that keys do move; or the sign that is drawn for one that nobody sees. */
  function isDrawnFor(element: Element): boolean {
    const moved =
      'input:is([type=checkbox], [type=radio], [type=range]), [role=switch], [role=checkbox], [role=radio], [role=slider]'
    const beside = [...(element.parentElement?.querySelectorAll(moved) ?? [])]
    const [field, ...others] = beside.filter((one) => reached.has(one) || isTicked(one))
    const isUnseen = field !== undefined && (!isSeen(field) || isForEarsOnly(field))
    const isPlain = !isSign(element) || isUnseen
    return field !== undefined && others.length === 0 && isPlain && isAt(element, field)
  }

  /** A star that stands for one of the choices of a list that nobody sees, and that keys move. */
  function isFaceOf(element: Element): boolean {
    return [...drawnElsewhere].some(
      (field) => field.matches('select') && faceOf(field).contains(element),
    )
  }

  /** Tab reaches it, though nobody sees it, or another answer to its question. */
  function isTicked(field: Element): boolean {
    return (
      drawnElsewhere.has(field) ||
      (field instanceof HTMLInputElement &&
        field.type === 'radio' &&
        field.name !== '' &&
        [...reached, ...drawnElsewhere].some(
          (one) =>
            one instanceof HTMLInputElement && one.type === 'radio' && one.name === field.name,
        ))
    )
  }

  /** Libraries of tables listen at every row and cell; what a page does with it has a hand for a pointer. */
  function isCellAlone(element: Element): boolean {
    return (
      element.matches('tr, td, th:not([aria-sort])') &&
      getComputedStyle(element).cursor !== 'pointer'
    )
  }

  /** Buttons that wait for a key and for the pointer to come down, and for nothing when it is let go. */
  function hasty(): readonly Element[] {
    if (given.anyClick) return []
    return listening.filter(
      (element, index) =>
        given.hurried[index] === true &&
        element.matches('button, [role=button]') &&
        !element.matches('[onclick], [popovertarget], [commandfor], :disabled') &&
        !/grab|move|resize/.test(getComputedStyle(element).cursor) &&
        (element.closest('form') === null || !element.matches('[type=submit], :not([type])')) &&
        ![...clicked].some((one) => one !== element && one.contains(element)),
    )
  }

  /** A box or some words that are pressed as a button is, and are none to a machine. */
  function isBare(element: Element): boolean {
    const looksPressed = getComputedStyle(element).cursor === 'pointer' || keyed.includes(element)
    const areas = '[role=grid], [role=tree], [role=listbox], [role=application], [contenteditable]'
    return (
      (element.matches('div, span, p, li, i, b, em, strong, td, dt, dd') || isOwn(element)) &&
      !element.hasAttribute('role') &&
      !element.matches('[contenteditable], [aria-hidden=true], [aria-disabled=true]') &&
      !element.closest(`${areas}, label, a[href], button, summary, [aria-hidden=true]`) &&
      !element.querySelector(`${operable}, [tabindex], [role], label`) &&
      looksPressed &&
      (isOne(element) || (element.textContent?.trim() === '' && isSmallAndDrawn(element))) &&
      isSeen(element) &&
      !isForEarsOnly(element)
    )
  }

  /** An element of the page's own, which is nothing to a machine unless it says what; what is in its shadow may. */
  function isOwn({localName, shadowRoot}: Element): boolean {
    return localName.includes('-') && !shadowRoot?.querySelector(`${operable}, [tabindex], [role]`)
  }

  /** Where files are dropped, on a page that has no other way to choose one. */
  function dropsAlone(): readonly Element[] {
    const isOffered = all('input[type=file]').length > 0
    return listening.filter(
      (element, index) =>
        given.dropped[index] === true &&
        !isOffered &&
        isSeen(element) &&
        /\b(drag|drop)\b.*\b(files?|photos?|images?|documents?|pictures?|here)\b|(끌어|드래그)/i.test(
          element.textContent ?? '',
        ) &&
        ![...reached].some((stop) => element === stop || element.contains(stop)),
    )
  }

  /** What is turned by a swipe has its buttons beside it. */
  function hasStopBeside(element: Element): boolean {
    const box = element.parentElement
    return box !== null && [...reached].some((stop) => stop !== box && box.contains(stop))
  }

  /** A row of pictures or words that is pulled, and that has no hand for a pointer, is turned by the buttons beside it. */
  function hasButtonBeside(element: Element): boolean {
    const isRow =
      element.querySelectorAll('li, img, [role=group], [role=img]').length > 1 || isWindow(element)
    if (!isRow || getComputedStyle(element).cursor === 'pointer') return false
    return [...(element.parentElement?.querySelectorAll('button, [role=button]') ?? [])].some(
      (one) => reached.has(one),
    )
  }

  /** It shows a part of a row that a script moves in it. */
  function isWindow(element: Element): boolean {
    const [row, ...others] = element.children
    return (
      row !== undefined &&
      others.length === 0 &&
      row.children.length > 1 &&
      getComputedStyle(element).overflowX !== 'visible' &&
      getComputedStyle(row).transform !== 'none'
    )
  }

  /** Buttons that do something as soon as the pointer is down on them, and nothing when they are pressed. */
  function pressedAlone(): readonly Element[] {
    return listening.filter(
      (element, index) =>
        given.downed[index] === true &&
        element.matches('button, input[type=button], a[href^="#"]') &&
        !element.matches('[onclick], [popovertarget], [commandfor], [disabled]') &&
        !(element instanceof HTMLAnchorElement && leadsOn(element)) &&
        (element.closest('form') === null || element.matches('[type=button]')) &&
        ![...clicked, ...keyed].some((one) => one !== element && one.contains(element)),
    )
  }

  /** To a place on this page, whatever else is done when it is pressed. */
  function leadsOn({hash}: HTMLAnchorElement): boolean {
    return hash.length > 1 && document.getElementById(hash.slice(1)) !== null
  }

  /** In its shadow, or in that of what stands in it, is what Tab reaches. */
  function holdsStop(element: Element): boolean {
    return [...reached].some((stop) => contains(element, stop))
  }
}
