import type {Hands} from '../../model/hands.ts'
import './deaf-to-keys.ts'

/**
 * Of what waits for clicks and does not look so (`deafToKeys`), what does nothing when it is clicked:
 * frameworks listen at many things in case the page wants to know. Clicks are real to the page.
 *
 * @returns selectors
 */
export function idleClicks(hands: Hands): Promise<readonly string[]> {
  return hands.evaluate(clickAll, 12)
}

/** Runs in the page. */
async function clickAll(most: number): Promise<readonly string[]> {
  const {selectorOf} = globalThis.galleyEyes
  const found: string[] = []
  let isChanged = false
  const watch = new MutationObserver((records) => void (isChanged ||= !records.every(isRipple)))
  const leave = (event: Event) => {
    isChanged = true
    event.preventDefault()
  }
  const fetched = () => performance.getEntriesByType('resource').length
  const place = () => `${scrollX} ${scrollY} ${history.length} ${location.href}`
  // `navigation` is newer than the types.
  const navigation: unknown = Reflect.get(globalThis, 'navigation')
  if (navigation instanceof EventTarget) navigation.addEventListener('navigate', leave)
  for (const element of globalThis.galleyUnsure.slice(0, most)) {
    if (!element.isConnected || !(element instanceof HTMLElement)) continue
    const selector = selectorOf(element)
    const [before, files, focused] = [place(), fetched(), document.activeElement]
    isChanged = false
    watch.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    element.click()
    await new Promise((done) => setTimeout(done, 200))
    watch.disconnect()
    const isSame =
      !isChanged && place() === before && fetched() === files && document.activeElement === focused
    if (isSame) found.push(selector)
  }
  if (navigation instanceof EventTarget) navigation.removeEventListener('navigate', leave)
  return found

  /** A drop of colour that a click leaves for a moment, and that says nothing. */
  function isRipple({target, attributeName, addedNodes, removedNodes}: MutationRecord): boolean {
    if (/ripple/i.test(attributeName ?? '')) return true
    const nodes = [...addedNodes, ...removedNodes]
    return (nodes.length > 0 ? nodes : [target]).every(
      (node) => node instanceof Element && /ripple/i.test(node.getAttribute('class') ?? ''),
    )
  }
}
