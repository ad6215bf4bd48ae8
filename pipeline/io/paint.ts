import {callOf, type World} from './world.ts'

/** How a page is painted, as far as the contrast of its text depends on it. */
export interface Paint {
  /** Remembers how every element is painted now. */
  readonly keep: () => void
  /** Finds what is painted otherwise than it was then; gives how many there are. */
  readonly look: () => number
  /** What was found so far: engines that look at colours look at these, and at what is in them. */
  readonly asked: () => readonly Element[] | undefined
  readonly forget: () => void
  /** All of it in a few letters; `null` where more than that decides. */
  readonly sum: () => string | null
}

declare global {
  /** In a world of the checks. */
  var galleyPaint: Paint | undefined
}

/** How a page is painted, in a few letters; `undefined` where more than its elements decides. */
export async function sumOfPaint(world: World): Promise<string | undefined> {
  await world.give(callOf(paint, null))
  const sum = await world('globalThis.galleyPaint.sum()')
  return typeof sum === 'string' ? sum : undefined
}

/** Runs in the page, by itself: a tool for others. */
export function paint(): null {
  const names =
    'color background-color background-image opacity text-shadow font-size font-weight visibility display filter mix-blend-mode position z-index'.split(
      ' ',
    )
  const all = (root: Document | ShadowRoot): readonly Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ])
  const paintOf = (element: Element): string => {
    const style = getComputedStyle(element)
    const own = names.map((name) => style.getPropertyValue(name)).join(' ')
    return element instanceof HTMLImageElement ? `${own} ${element.currentSrc}` : own
  }
  const begin = () => new Map(all(document).map((element) => [element, paintOf(element)]))
  let before: ReadonlyMap<Element, string> = new Map()
  let found: Set<Element> | undefined
  globalThis.galleyPaint = {
    keep: () => {
      before = begin()
      found = new Set()
    },
    look: () => {
      const now = [...before.keys()].filter(
        (element) => element.isConnected && paintOf(element) !== before.get(element),
      )
      for (const element of now) found?.add(element)
      return now.length
    },
    asked: () => {
      const there = [...(found ?? [])].filter(({isConnected}) => isConnected)
      return there.length === 0 ? undefined : there
    },
    forget: () => {
      before = new Map()
      found = undefined
    },
    sum: () => {
      // What lies below a page that paints no ground is said by no element; a frame is a page of its own.
      const {colorScheme} = getComputedStyle(document.documentElement)
      const decides = 'meta[name="color-scheme" i], iframe, frame, object, embed'
      if (colorScheme !== 'normal' || document.querySelector(decides) !== null) return null
      let [high, low] = [0xdeadbeef, 0x41c6ce57]
      const elements = begin()
      for (const text of [document.body?.textContent ?? '', ...elements.values()]) {
        for (let at = 0; at < text.length; at++) {
          const code = text.charCodeAt(at)
          high = Math.imul(high ^ code, 2654435761)
          low = Math.imul(low ^ code, 1597334677)
        }
      }
      return [elements.size, high >>> 0, low >>> 0].join(' ')
    },
  }
  return null
}
