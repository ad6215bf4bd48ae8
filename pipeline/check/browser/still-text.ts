import type {Hands} from '../../model/hands.ts'
import type {Spot} from './deaf-to-keys.ts'
import {openEyes} from './eyes.ts'

declare global {
  /** In the world of the checks: how large the text of elements is before the page is enlarged. */
  var galleySizes: Map<Element, number>
}

/**
 * Text that stays as large as it is, at 200 % and at 400 %, because its size is a part of the
 * window's: WCAG's failure F94. Leaves the window as it was.
 */
export async function stillText(hands: Hands): Promise<readonly Spot[]> {
  if (!(await hands.evaluate(isSizedByWindow, null))) return []
  await openEyes(hands)
  const {width, height} = await hands.evaluate(rememberSizes, null)
  for (const times of [2, 4]) {
    const window = {width: Math.round(width / times), height: Math.round(height / times)}
    await hands.emulate({window})
    await hands.evaluate(forgetGrown, times)
  }
  await hands.emulate({})
  return hands.evaluate(still, null)
}

/** Runs in the page: whether any style that can be read sets letters in parts of the window. */
function isSizedByWindow(): boolean {
  const sized = /\bfont(?:-size)?\s*:[^;}]*\d(?:vw|vh|vmin|vmax|[sld]vw|[sld]vh)\b/
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets]
  return (
    sheets.some((sheet) => {
      try {
        return [...sheet.cssRules].some(({cssText}) => sized.test(cssText))
      } catch {
        // A sheet of another site does not show its rules.
        return false
      }
    }) ||
    [...document.querySelectorAll('[style*=font]')].some((one) =>
      sized.test(one.getAttribute('style') ?? ''),
    )
  )
}

/** Runs in the page. */
function rememberSizes(): {readonly width: number; readonly height: number} {
  const {all, isForEarsOnly, isSeen} = globalThis.galleyEyes
  const hasWords = ({childNodes}: Element) =>
    [...childNodes].some((one) => one instanceof Text && /\p{L}/u.test(one.data))
  globalThis.galleySizes = new Map(
    all('body *')
      .filter((one) => hasWords(one) && isSeen(one) && !isForEarsOnly(one))
      .map((one) => [one, parseFloat(getComputedStyle(one).fontSize)]),
  )
  return {width: innerWidth, height: innerHeight}
}

/** Runs in the page, enlarged: a tenth is no growth that anybody sees. */
function forgetGrown(times: number): null {
  for (const [one, size] of globalThis.galleySizes) {
    const isGrown = parseFloat(getComputedStyle(one).fontSize) * times > size * 1.1
    if (isGrown) globalThis.galleySizes.delete(one)
  }
  return null
}

/** Runs in the page. */
function still(): readonly Spot[] {
  const {selectorOf, textOf} = globalThis.galleyEyes
  return [...globalThis.galleySizes.keys()]
    .slice(0, 20)
    .map((one) => ({selector: selectorOf(one), text: textOf(one)}))
}
