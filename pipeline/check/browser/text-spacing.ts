import type {BrowserCheck} from '../check.ts'
import {brought, troubleFinding, troublesOn, type LayoutChange} from './layout-change.ts'

const about = {id: 'browser/text-spacing', criteria: ['1.4.12']}

declare global {
  /** In the world of the checks: takes the spacing away again. */
  var galleyUnspace: (() => void) | undefined
}

/**
 * A reader's own style sheet may set lines 1.5 apart, paragraphs 2, letters 0.12 and words 0.16 of
 * the letters' size: nothing is cut off or runs over something else by that.
 */
export const textSpacing: BrowserCheck<LayoutChange> = {
  ...about,
  every: 'narrowest',
  probe: (tab) =>
    tab.perform(about.id, async (hands) => {
      const before = await troublesOn(tab)
      await hands.evaluate(space, null)
      try {
        return {before, after: await troublesOn(hands)}
      } finally {
        await hands.evaluate(unspace, null)
      }
    }),
  judge: (change, seen) =>
    brought(change)
      // That a page gets wider is for reflow to say.
      .filter(({kind}) => /^(cut|shortened|block|overlap|concealed)$/.test(kind))
      .map((trouble) => troubleFinding(about, trouble, seen)),
}

/**
 * Runs in the page. A reader's `!important` outweighs the page's, so what the sheet could not widen is
 * widened in the element's own style, which no sheet outweighs. Lines that are further apart already
 * stay as they are, and so does what a drawing says, whose words stand where it was told to draw them.
 */
function space(): null {
  const drawings = [...document.body.querySelectorAll<SVGSVGElement>('svg:not(svg svg)')].map(
    (element) => {
      const {letterSpacing, wordSpacing} = getComputedStyle(element)
      return {element, letterSpacing, wordSpacing, before: element.getAttribute('style')}
    },
  )
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`:not(svg, svg *) {letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
    p {margin-block-end: 2em !important}`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const wanted = [
    {property: 'line-height', on: '*', times: 1.5, unit: ''},
    {property: 'letter-spacing', on: '*', times: 0.12, unit: 'em'},
    {property: 'word-spacing', on: '*', times: 0.16, unit: 'em'},
    {property: 'margin-block-end', on: 'p', times: 2, unit: 'em'},
  ]
  const narrow = [...document.body.querySelectorAll('*')].flatMap((element) => {
    if (!(element instanceof HTMLElement)) return []
    // A form's own `style` is its field of that name; all that is in it is set apart by itself.
    if (!(element.style instanceof CSSStyleDeclaration)) return []
    const style = getComputedStyle(element)
    const size = parseFloat(style.fontSize)
    const lacking = wanted.filter(
      ({property, on, times}) =>
        element.matches(on) &&
        !(parseFloat(style.getPropertyValue(property)) >= times * size - 0.01),
    )
    return lacking.length === 0 ? [] : [{element, lacking, before: element.getAttribute('style')}]
  })
  for (const {element, lacking} of narrow) {
    for (const {property, times, unit} of lacking) {
      element.style.setProperty(property, `${times}${unit}`, 'important')
    }
  }
  for (const {element, letterSpacing, wordSpacing} of drawings) {
    element.style.setProperty('letter-spacing', letterSpacing, 'important')
    element.style.setProperty('word-spacing', wordSpacing, 'important')
  }
  globalThis.galleyUnspace = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    for (const {element, before} of [...narrow, ...drawings]) {
      element.style.cssText = ''
      // Chromium writes a style into its attribute when that is asked for; before, there is none to take away.
      element.getAttribute('style')
      if (before === null) element.removeAttribute('style')
      else element.setAttribute('style', before)
    }
  }
  return null
}

/** Runs in the page. */
function unspace(): null {
  globalThis.galleyUnspace?.()
  return null
}
