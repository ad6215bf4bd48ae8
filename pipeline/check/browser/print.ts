import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'
import {troublesOn, type Trouble} from './layout-change.ts'

const id = 'browser/print'

declare global {
  /** In the world of the checks: the blocks of the running text, before the page is styled for paper. */
  var galleyBlocks: readonly Element[]
}

type Spot = {readonly selector: string; readonly text: string; readonly pixels: number}
type Printed = {
  readonly troubles: readonly Trouble[]
  /** Characters of the main content, on the screen and on paper. */
  readonly before: number
  readonly after: number
  /** CSS selector of what is left out with most of it; empty where that is nothing alone. */
  readonly lost: string
  /** Blocks of the running text that are there on the screen alone. */
  readonly hidden: readonly Spot[]
  readonly pale: readonly Spot[]
  readonly scrolling: readonly Spot[]
  readonly fixed: readonly Spot[]
}

/** On paper, where nobody scrolls and grounds are not printed, the article is whole and readable. */
export const print: BrowserCheck<Printed> = {
  id,
  criteria: [],
  every: 'widest',
  probe: (tab) =>
    tab.perform(id, async (hands) => {
      await openEyes(hands)
      const before = await hands.evaluate(mainText, null)
      await hands.evaluate(rememberBlocks, null)
      await hands.emulate({window: {width: 718, height: 1000}, media: 'print'})
      const width = await hands.evaluate(paperWidth, null)
      if (width !== 718) await hands.emulate({window: {width, height: 1000}, media: 'print'})
      const after = await hands.evaluate(mainText, null)
      const lost = await hands.evaluate(mostLost, null)
      const hidden = await hands.evaluate(hiddenBlocks, null)
      const troubles = await troublesOn(hands)
      return {troubles, before, after, lost, hidden, ...(await hands.evaluate(onPaper, null))}
    }),
  judge({troubles, before, after, lost, hidden, pale, scrolling, fixed}, seen) {
    const isLost = after < before * 0.9 && before - after >= 80
    const spots = [
      ...(isLost ? [{selector: lost, text: '', pixels: before - after, kind: 'lost'}] : []),
      ...(isLost ? [] : hidden.map((spot) => ({...spot, kind: 'hidden'}))),
      ...troubles
        .filter(({kind}) => /^(cut|page|overlap|wide|flat|widened|concealed)$/.test(kind))
        .filter(({meant}) => meant !== true)
        .map(({kind, ...spot}) => ({
          ...spot,
          kind: kind === 'overlap' ? 'overlap' : kind === 'cut' ? 'cut' : 'off',
        }))
        .filter(isFirstOff)
        .filter(isFirstCut),
      ...scrolling.map((spot) => ({...spot, kind: 'scroller'})),
      ...pale.map((spot) => ({...spot, kind: 'pale'})),
      ...fixed.map((spot) => ({...spot, kind: 'fixed'})),
    ]
    return spots.map(({kind, selector, text, pixels}) =>
      findingOn(seen, {
        check: id,
        severity: kind === 'pale' || kind === 'fixed' ? 'warning' : 'error',
        message: {key: `${id}/${kind}`, values: {text, pixels}},
        selector,
        excerpt: text,
      }),
    )
  },
}

/** What one box that is too wide pushes off the paper, all of it equally far, is told of once. */
function isFirstOff({kind, pixels}: Off, index: number, all: readonly Off[]): boolean {
  return (
    kind !== 'off' || all.findIndex((one) => one.kind === 'off' && one.pixels === pixels) === index
  )
}

/** Cells are cut off with the table they are in, which is told of once. */
function isFirstCut({kind, selector}: Cut, index: number, all: readonly Cut[]): boolean {
  const table = tableOf(selector)
  return (
    kind !== 'cut' ||
    table === undefined ||
    all.findIndex((one) => one.kind === 'cut' && tableOf(one.selector) === table) === index
  )
}

/** The selector of the table that an element is in, where its own selector names that. */
function tableOf(selector: string): string | undefined {
  return /^.*\btable(?=[:. ]|$)[^ ]*/.exec(selector)?.[0]
}

type Off = {readonly kind: string; readonly pixels: number}
type Cut = {readonly kind: string; readonly selector: string}

/**
 * Runs in the page, while it is styled for paper: how wide the paper is that the page asks for
 * (CSS Paged Media, section 7.1), without margins; else A4. Browsers shrink it to what is there.
 */
function paperWidth(): number {
  const millimetre = 96 / 25.4
  const sheets: Readonly<Record<string, readonly [number, number]>> = {
    a5: [148, 210],
    a4: [210, 297],
    a3: [297, 420],
    letter: [216, 279],
    legal: [216, 356],
    ledger: [279, 432],
  }
  const isPage = (rule: CSSRule): rule is CSSPageRule =>
    rule instanceof CSSPageRule && rule.selectorText === ''
  const size = [...document.styleSheets]
    .flatMap((sheet) => rulesIn(sheet))
    .filter(isPage)
    .map(({style}) => style.getPropertyValue('size'))
    .findLast((value) => value !== '')
  const [, name = ''] = /\b(a[345]|letter|legal|ledger)\b/i.exec(size ?? '') ?? []
  const [width = 210, height = 297] = sheets[name.toLowerCase()] ?? []
  return Math.round(((/landscape/i.test(size ?? '') ? height : width) - 20) * millimetre)

  function rulesIn(holder: CSSStyleSheet | CSSGroupingRule): readonly CSSRule[] {
    try {
      const isMeant =
        !(holder instanceof CSSMediaRule) || matchMedia(holder.media.mediaText).matches
      return isMeant
        ? [...holder.cssRules].flatMap((rule) =>
            rule instanceof CSSGroupingRule && !isPage(rule) ? rulesIn(rule) : [rule],
          )
        : []
    } catch {
      // The style sheet of another site lets nobody read it.
      return []
    }
  }
}

/** Runs in the page: how much there is to read in it. Controls and links are of no use on paper. */
function mainText(): number {
  const main = document.querySelector('main, [role=main], article') ?? document.body
  if (!(main instanceof HTMLElement)) return 0
  // What is not displayed still has an `innerText`.
  const length = (element: HTMLElement) =>
    element.checkVisibility() ? element.innerText.replace(/\s+/g, '').length : 0
  // A link in a drawing is no element of HTML.
  const aside = [...main.querySelectorAll('form, nav, button, aside, a')].filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement &&
      !element.parentElement?.closest('form, nav, button, aside, a'),
  )
  return length(main) - aside.reduce((sum, element) => sum + length(element), 0)
}

/** Runs in the page, as it is on the screen. */
function rememberBlocks(): null {
  const blocks = document.querySelectorAll('p, blockquote, ul, ol, dl, table, pre, h2, h3, h4')
  globalThis.galleyBlocks = [...blocks].filter(
    (block) =>
      block.closest('main, [role=main], article') &&
      !block.closest('form, nav, aside, header, footer, dialog, [role=navigation]') &&
      (block.textContent ?? '').trim().length >= 20 &&
      block.querySelector('button, input, select') === null &&
      block.checkVisibility({visibilityProperty: true}),
  )
  return null
}

/** Runs in the page, while it is styled for paper: the outermost element that most of what is lost went with. */
function mostLost(): string {
  const lengths = new Map<Element, number>()
  for (const block of globalThis.galleyBlocks) {
    let gone: Element | undefined
    for (let at: Element | null = block; at && !at.checkVisibility(); at = at.parentElement)
      gone = at
    if (gone === undefined || gone === document.documentElement) continue
    lengths.set(gone, (lengths.get(gone) ?? 0) + (block.textContent ?? '').length)
  }
  const [most] = [...lengths].toSorted(([, one], [, other]) => other - one)
  return most === undefined ? '' : globalThis.galleyEyes.selectorOf(most[0])
}

/**
 * Runs in the page, while it is styled for paper: what is not printed of the running text, whose
 * other paragraphs are. Lists of links are of no use there.
 */
function hiddenBlocks(): readonly Spot[] {
  const {selectorOf} = globalThis.galleyEyes
  const isPrinted = (block: Element) => block.checkVisibility({visibilityProperty: true})
  const words = (block: Element) => (block.textContent ?? '').trim().replace(/\s+/g, ' ')
  return globalThis.galleyBlocks
    .filter((block) => {
      if (isPrinted(block)) return false
      // A table stands in a box of its own.
      const around = block.closest(
        ':is(article, article *, main, main *):has(> p) > *',
      )?.parentElement
      const siblings = globalThis.galleyBlocks.filter(
        (one) => one.localName === 'p' && one.parentElement === around,
      )
      const linked = [...block.querySelectorAll('a')].reduce(
        (sum, one) => sum + words(one).length,
        0,
      )
      return (
        linked < words(block).length / 2 &&
        siblings.filter((one) => isPrinted(one) && words(one).length >= 80).length >= 2
      )
    })
    .slice(0, 10)
    .map((block) => ({selector: selectorOf(block), text: words(block).slice(0, 60), pixels: 0}))
}

/** Runs in the page, while it is styled for paper. */
function onPaper(): Pick<Printed, 'pale' | 'scrolling' | 'fixed'> {
  const {isForEarsOnly, luminanceOf, selectorOf} = globalThis.galleyEyes
  const spot = (element: Element, pixels: number): Spot => {
    const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)
    return {selector: selectorOf(element), text, pixels}
  }
  const elements = [...document.body.querySelectorAll('*')].filter((element) =>
    element.checkVisibility({opacityProperty: true, visibilityProperty: true}),
  )
  const pen = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true})!
  const paleness = new Map<string, boolean>()
  const words = elements.filter((element) =>
    [...element.childNodes].some((node) => node instanceof Text && /[\p{L}\p{N}]/u.test(node.data)),
  )
  // Nobody presses a button or follows a menu on paper, and a skip link waits beyond its edge.
  const isForReaders = (element: Element) => {
    const {right, bottom} = element.getBoundingClientRect()
    const isOnPage = right + scrollX > 0 && bottom + scrollY > 0
    return isOnPage && !element.closest('button, [role=button], nav, [role=navigation]')
  }
  return {
    pale: words
      .filter((element) => isForReaders(element) && isPale(element))
      .slice(0, 10)
      .map((element) => spot(element, 0)),
    scrolling: elements
      .filter(
        (element) =>
          /auto|scroll/.test(getComputedStyle(element).overflowX) &&
          element.scrollWidth > element.clientWidth + 1,
      )
      .slice(0, 10)
      .map((element) => spot(element, element.scrollWidth - element.clientWidth)),
    fixed: elements
      .filter(
        (element) =>
          getComputedStyle(element).position === 'fixed' &&
          element.getBoundingClientRect().height > 0 &&
          !isForEarsOnly(element),
      )
      .slice(0, 10)
      .map((element) => spot(element, 0)),
  }

  function isPale(element: Element): boolean {
    const {color, printColorAdjust} = getComputedStyle(element)
    if (printColorAdjust === 'exact') return false
    const known = paleness.get(color) ?? isPaleInk(color)
    paleness.set(color, known)
    return known
  }

  /** Less than 3 : 1 against white paper. */
  function isPaleInk(color: string): boolean {
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, 1, 1)
    pen.fillStyle = color
    pen.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data
    return 1.05 / (luminanceOf(red, green, blue) + 0.05) < 3
  }
}
