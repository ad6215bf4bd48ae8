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

/** Runs in the page. Lines that are further apart already stay as they are. */
function space(): null {
  const elements = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
    if (!(element instanceof HTMLElement)) return false
    const {lineHeight, fontSize} = getComputedStyle(element)
    return lineHeight === 'normal' || parseFloat(lineHeight) < 1.5 * parseFloat(fontSize) - 0.01
  })
  const styles = elements.map((element) => element.getAttribute('style'))
  for (const element of elements) element.style.setProperty('line-height', '1.5', 'important')
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* {letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
    p {margin-block-end: 2em !important}`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  globalThis.galleyUnspace = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    for (const [index, element] of elements.entries()) {
      const style = styles[index]
      element.style.cssText = ''
      // Chromium writes a style into its attribute when that is asked for; before, there is none to take away.
      element.getAttribute('style')
      if (style === null || style === undefined) element.removeAttribute('style')
      else element.setAttribute('style', style)
    }
  }
  return null
}

/** Runs in the page. */
function unspace(): null {
  globalThis.galleyUnspace?.()
  return null
}
