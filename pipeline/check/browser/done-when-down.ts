import type {Hands} from '../../model/hands.ts'
import type {Spot} from './deaf-to-keys.ts'

/** How many are tried: each takes about half a second. */
const most = 4

/**
 * Buttons that have done something as soon as the pointer is down on them, which letting go elsewhere
 * does not undo (WCAG 2.2, 2.5.2): the page says so where it is spoken, or what the button stands in is gone. Pointers
 * are real to the page. Eyes must be open.
 */
export async function doneWhenDown(hands: Hands): Promise<readonly Spot[]> {
  const {elements} = await hands.heard(['pointerdown', 'mousedown'])
  return elements.length === 0 ? [] : hands.evaluate(pressAll, {listening: elements.length, most})
}

/** Runs in the page. */
async function pressAll(given: {
  readonly listening: number
  readonly most: number
}): Promise<readonly Spot[]> {
  const {all, contains, isSeen, selectorOf, textOf} = globalThis.galleyEyes
  const heard = globalThis.galleyHeard.slice(0, given.listening)
  const spoken =
    '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive], output'
  const options = {
    bubbles: true,
    cancelable: true,
    composed: true,
    button: 0,
    isPrimary: true,
    pointerId: 1,
  }
  const pause = (milliseconds: number) =>
    new Promise<void>((done) => setTimeout(done, milliseconds))
  const said = () =>
    all(spoken)
      .map((one) => one.textContent?.trim() ?? '')
      .join('\n')
  const found: Spot[] = []
  const buttons = all('button, [role=button]').filter(
    (one) => heard.some((other) => contains(other, one)) && isSeen(one) && isPlain(one),
  )
  for (const button of oneOfEach(buttons).slice(0, given.most)) {
    if (!button.isConnected) continue
    const spot = {selector: selectorOf(button), text: textOf(button)}
    const box = button.parentElement
    const before = said()
    await pause(150)
    if (said() !== before) continue
    button.dispatchEvent(new PointerEvent('pointerdown', {...options, buttons: 1}))
    button.dispatchEvent(new MouseEvent('mousedown', {...options, buttons: 1}))
    await pause(150)
    const isSaid = () => said() !== before && /\p{L}{2}/u.test(newWords(before))
    const isGone = () => !button.isConnected && box?.isConnected === false
    const then = said()
    if (!isSaid() && !isGone()) {
      letGo()
      continue
    }
    letGo()
    await pause(250)
    if ((isSaid() && said() === then) || isGone()) found.push(spot)
  }
  return found

  /** With words of its own, and nothing that is pulled, held, turned or opened, nor a key of a keyboard. */
  function isPlain(element: Element): boolean {
    return (
      textOf(element).length > 1 &&
      !element.matches(
        ':disabled, [aria-disabled=true], [aria-haspopup], [aria-expanded], [aria-roledescription], [draggable=true], [popovertarget], [commandfor]',
      ) &&
      !/grab|move|resize/.test(getComputedStyle(element).cursor)
    )
  }

  function oneOfEach(elements: readonly Element[]): readonly Element[] {
    const kinds = elements.map(
      (one) =>
        `${one.localName} ${one.className} ${selectorOf(one.parentElement ?? one).replace(/\d+/g, '')}`,
    )
    return elements.filter((_, index) => kinds.indexOf(kinds[index] ?? '') === index)
  }

  /** Beside the button, at nothing. */
  function letGo() {
    document.body.dispatchEvent(new PointerEvent('pointerup', options))
    document.body.dispatchEvent(new MouseEvent('mouseup', options))
  }

  function newWords(before: string): string {
    const known = new Set(before.split('\n'))
    return said()
      .split('\n')
      .filter((one) => !known.has(one))
      .join(' ')
  }
}
