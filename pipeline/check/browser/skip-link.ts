import type {Hands} from '../../model/hands.ts'
import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'

const about = {id: 'browser/skip-link', criteria: ['2.4.1']}

/** What happens to somebody who presses Tab, then Enter, then Tab on a page that was just opened. */
type Skip = {
  /** The first place Tab leads to, where that is a link within the page; else `null`. */
  readonly link: {readonly selector: string; readonly text: string; readonly isSeen: boolean} | null
  /** Links and controls before the main content, which a skip link would spare. */
  readonly before: number
  readonly target: 'missing' | 'hidden' | 'there'
  /** Whether the next Tab goes on from the target. */
  readonly moves: boolean
}

/** The skip link can be seen when it has the focus, leads somewhere, and takes the focus there. */
export const skipLink: BrowserCheck<Skip> = {
  ...about,
  every: 'widest',
  disturbs: true,
  probe: (tab) => tab.perform(about.id, follow),
  judge({link, before, target, moves}, seen) {
    const kinds =
      link === null
        ? before > 5
          ? ['none' as const]
          : []
        : [
            ...(link.isSeen ? [] : ['invisible' as const]),
            ...(target === 'there' ? (moves ? [] : ['stays' as const]) : [target]),
          ]
    return kinds.map((kind) =>
      findingOn(seen, {
        ...about,
        check: about.id,
        // Headings and landmarks are another way past what repeats.
        severity: kind === 'none' ? 'warning' : 'error',
        message: {key: `${about.id}/${kind}`, values: {text: link?.text ?? '', count: before}},
        selector: link?.selector ?? '',
        excerpt: link?.text,
        criteria: kind === 'invisible' ? ['2.4.7'] : about.criteria,
      }),
    )
  },
}

async function follow(hands: Hands): Promise<Skip> {
  await openEyes(hands)
  await hands.evaluate(atTheTop, null)
  await hands.press('Tab')
  const {link, before, target} = await hands.evaluate(firstStop, null)
  if (link === null || target !== 'there') return {link, before, target, moves: false}
  await hands.press('Enter')
  await hands.press('Tab')
  return {link, before, target, moves: await hands.evaluate(hasMoved, null)}
}

/** Runs in the page. */
function atTheTop(): null {
  globalThis.galleyEyes.startOver()
  getSelection()?.removeAllRanges()
  scrollTo(0, 0)
  return null
}

declare global {
  var galleySkip: Element | undefined
}

/** Runs in the page. */
async function firstStop(): Promise<Omit<Skip, 'moves'>> {
  const {focused, isForEarsOnly, isSeen, selectorOf, stops, textOf} = globalThis.galleyEyes
  const main = document.querySelector('main, [role=main], h1')
  const before = stops().filter(
    (stop) => main && main.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING,
  ).length
  const element = focused()
  const none = {link: null, before, target: 'missing' as const}
  if (!(element instanceof HTMLAnchorElement)) return none
  const {hash} = element
  const isHere = element.getAttribute('href')?.startsWith('#') === true && hash.length > 1
  // A link to a section, in a table of contents, is no skip link: those say that they skip, or do.
  const target = placeNamed(hash.slice(1))
  const skips =
    /skip|jump|main|content|건너|본문|바로/i.test(`${textOf(element)} ${hash}`) ||
    target?.matches('main, [role=main], main h1')
  if (!isHere || !skips) return none
  // Many slide in.
  for (let waited = 0; waited < 600 && !isShown(element); waited += 50)
    await new Promise((done) => setTimeout(done, 50))
  const link = {
    selector: selectorOf(element),
    text: textOf(element),
    isSeen: isShown(element),
  }
  globalThis.galleySkip = target ?? undefined
  return {link, before, target: !target ? 'missing' : target.checkVisibility() ? 'there' : 'hidden'}

  function isShown(stop: HTMLElement): boolean {
    const {top, left, width, height} = stop.getBoundingClientRect()
    // Half of it is enough to be read: some stand out by the width of their edge.
    const [x, y] = [left + width / 2, top + height / 2]
    const isInView = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight
    return isInView && width > 1 && height > 1 && isSeen(stop) && !isForEarsOnly(stop)
  }

  /** As it is written or, where percent signs stand for it, as it is meant; `50%` is no such sign. */
  function placeNamed(written: string): HTMLElement | null {
    const found = document.getElementById(written)
    if (found) return found
    try {
      return document.getElementById(decodeURIComponent(written))
    } catch {
      return null
    }
  }
}

/** Runs in the page. */
function hasMoved(): boolean {
  const {focused, stops} = globalThis.galleyEyes
  const target = globalThis.galleySkip
  const now = focused()
  if (!target) return false
  const follows = (element: Element) =>
    element === target ||
    (target.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  // Where nothing after the target can have the focus, Tab leaves the page, or begins anew.
  return (now && follows(now)) || !stops().some(follows)
}
