import type {Hands} from '../../model/hands.ts'

/** What comes and goes on a page while a reader does something. */
export interface Shown {
  /** Elements with words or a picture of their own that are on the page now. */
  readonly now: () => ReadonlySet<Element>
  /** Those of them that were not there before. */
  readonly since: (before: ReadonlySet<Element>) => readonly Element[]
  readonly isThere: (element: Element) => boolean
  readonly pause: (milliseconds: number) => Promise<void>
}

declare global {
  var galleyShown: Shown
}

/** Gives the page's world what tells what is shown. Eyes must be open. */
export async function watchShown(hands: Hands): Promise<void> {
  await hands.evaluate(install, null)
}

/** Runs in the page, by itself. */
function install(): null {
  const {isForEarsOnly, isSeen} = globalThis.galleyEyes
  globalThis.galleyShown = {
    now,
    since: (before) => [...now()].filter((element) => !before.has(element)),
    isThere,
    async pause(milliseconds) {
      await new Promise((done) => setTimeout(done, milliseconds))
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    },
  }
  return null

  function now(): ReadonlySet<Element> {
    return new Set(
      [...document.querySelectorAll('body *')]
        .slice(0, 8000)
        .filter((element) => hasContent(element) && isThere(element)),
    )
  }

  function hasContent(element: Element): boolean {
    return (
      element.matches('img, svg, input, button') ||
      [...element.childNodes].some(
        (child) =>
          child.nodeType === Node.TEXT_NODE && /\p{L}{2}|\p{L}$/u.test(child.nodeValue ?? ''),
      )
    )
  }

  function isThere(element: Element): boolean {
    const {width, height, right, bottom} = element.getBoundingClientRect()
    const isDrawn = width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0
    return isDrawn && isSeen(element) && !isForEarsOnly(element)
  }
}
