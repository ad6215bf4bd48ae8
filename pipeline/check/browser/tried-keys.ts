import type {Hands} from '../../model/hands.ts'
import type {Spot} from './deaf-to-keys.ts'

/** How many are tried: each takes about a second. */
const most = 4

declare global {
  var galleyTried: {
    readonly element: HTMLElement
    /** What changed since it was asked last. */
    readonly take: () => boolean
    /** What is clicked from here on is no answer to a key. */
    readonly passClicks: () => void
    readonly end: () => void
  }
}

/**
 * Of what may hear keys by way of something that listens for all of the page (`deafToKeys`), as a
 * framework or a library does, what changes the page when it is clicked, and does nothing at all when
 * Enter and the space bar are pressed on it; and sliders that a pointer moves, and no key. Told only
 * where the page stands still by itself.
 */
export async function triedKeys(hands: Hands): Promise<readonly Spot[]> {
  const found: Spot[] = []
  for (let index = 0; index < most; index++) {
    const {state, keys} = await hands.evaluate(begin, index)
    if (state === 'none') break
    if (state === 'restless') continue
    for (const key of keys) await hands.press(key)
    const spot = await hands.evaluate(clicked, null)
    if (spot !== null) found.push(spot)
  }
  return found
}

/** Runs in the page: puts the focus on one of each kind, and waits whether anything changes by itself. */
async function begin(
  index: number,
): Promise<{readonly state: 'none' | 'restless' | 'still'; readonly keys: readonly string[]}> {
  const {focused, isSeen} = globalThis.galleyEyes
  const kindOf = (one: Element) =>
    `${one.localName} ${one.className} ${one.role} ${one.ariaSelected} ${one.ariaChecked}`
  const kinds = globalThis.galleyDoubted.map(kindOf)
  const all = globalThis.galleyDoubted.filter((one, at) => kinds.indexOf(kindOf(one)) === at)
  const element = all[index]
  const keys = keysOf(element)
  if (!element) return {state: 'none', keys}
  if (!element.isConnected || !isSeen(element)) return {state: 'restless', keys}
  element.focus()
  if (focused() !== element) return {state: 'restless', keys}
  await new Promise((done) => setTimeout(done, 100))
  let isChanged = false
  const note = () => void (isChanged = true)
  const watch = new MutationObserver((records) => {
    isChanged ||= records.some(
      ({target}) => target !== document.documentElement && target !== document.body,
    )
  })
  for (const root of new Set([document, element.getRootNode()]))
    watch.observe(root, {subtree: true, childList: true, attributes: true, characterData: true})
  const leave = (event: Event) => {
    isChanged = true
    event.preventDefault()
  }
  // A script that answers a key holds back what the browser would do, or clicks itself.
  const answered = (event: Event) => void (isChanged ||= event.defaultPrevented)
  // `navigation` is newer than the types.
  const navigation: unknown = Reflect.get(globalThis, 'navigation')
  if (navigation instanceof EventTarget) navigation.addEventListener('navigate', leave)
  // A button is clicked by the browser itself, whoever listens.
  if (!element.matches('button, input, a')) element.addEventListener('click', note)
  addEventListener('keydown', answered)
  globalThis.galleyTried = {
    element,
    take() {
      const was = isChanged || focused() !== element
      isChanged = false
      return was
    },
    passClicks: () => element.removeEventListener('click', note),
    end() {
      watch.disconnect()
      if (navigation instanceof EventTarget) navigation.removeEventListener('navigate', leave)
      removeEventListener('keydown', answered)
    },
  }
  await new Promise((done) => setTimeout(done, 300))
  if (!globalThis.galleyTried.take()) return {state: 'still', keys}
  globalThis.galleyTried.end()
  return {state: 'restless', keys}

  /** By the ARIA Authoring Practices. */
  function keysOf(one: Element | undefined): readonly string[] {
    const ways = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']
    if (one?.matches('[role=slider], [role=spinbutton]'))
      return [...ways, 'PageUp', 'PageDown', 'End', 'Home']
    return ['Enter', 'Space', ...(one?.matches('[role=treeitem]') ? ways : [])]
  }
}

/** Runs in the page, after the keys: `null` where they did something, or a click does nothing either. */
async function clicked(): Promise<Spot | null> {
  const {selectorOf, textOf} = globalThis.galleyEyes
  const {element, take, passClicks, end} = globalThis.galleyTried
  const spot = {selector: selectorOf(element), text: textOf(element)}
  await new Promise((done) => setTimeout(done, 250))
  const isAnswered = take() || !element.isConnected
  passClicks()
  if (isAnswered) {
    end()
    return null
  }
  const isDown = element.matches('button, input, a')
  const options = {bubbles: true, cancelable: true, composed: true}
  if (element.matches('[role=slider], [role=spinbutton]')) pull()
  else if (isDown) {
    element.dispatchEvent(new PointerEvent('pointerdown', options))
    element.dispatchEvent(new MouseEvent('mousedown', options))
  } else if (globalThis.galleyReleased.includes(element)) {
    for (const type of ['pointerdown', 'pointerup'])
      element.dispatchEvent(new PointerEvent(type, options))
    for (const type of ['mousedown', 'mouseup'])
      element.dispatchEvent(new MouseEvent(type, options))
  } else element.click()
  await new Promise((done) => setTimeout(done, 250))
  const isChanged = take() || !element.isConnected
  end()
  return isChanged ? spot : null

  /** To both sides, by its middle. */
  function pull() {
    const {left, top, width, height} = element.getBoundingClientRect()
    const [clientX, clientY] = [left + width / 2, top + height / 2]
    const at = (away: number) => ({
      ...options,
      clientX: clientX + away,
      clientY: clientY + away,
      buttons: 1,
      pointerId: 1,
    })
    element.dispatchEvent(new PointerEvent('pointerdown', at(0)))
    element.dispatchEvent(new MouseEvent('mousedown', at(0)))
    for (const away of [30, -30]) {
      element.dispatchEvent(new PointerEvent('pointermove', at(away)))
      element.dispatchEvent(new MouseEvent('mousemove', at(away)))
    }
    element.dispatchEvent(new PointerEvent('pointerup', at(-30)))
    element.dispatchEvent(new MouseEvent('mouseup', at(-30)))
    element.click()
  }
}
