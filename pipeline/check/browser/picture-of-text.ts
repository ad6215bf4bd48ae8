import type {Hands} from '../../model/hands.ts'
import type {BrowserCheck} from '../check.ts'
import {findingOn} from './finding.ts'
import {openPictures} from './picture-pixels.ts'
import type {PixelProfile} from './pixel-profile.ts'
import {fits} from './set-text.ts'

const about = {id: 'browser/picture-of-text', criteria: ['1.4.5']}

type Pictured = {
  readonly selector: string
  readonly alt: string
  /** It is all there is in a link, a button or a heading. */
  readonly isAlone: boolean
  readonly kind: 'words' | 'brand' | 'shown'
  readonly profile: PixelProfile
}

/**
 * Words are words, and no picture of them, which nobody can enlarge without blur, recolour or
 * select. Told where the pixels are strokes in rows, as many as the alternative text has letters
 * and words; what words over a photograph say is not read. Logos are allowed.
 */
export const pictureOfText: BrowserCheck<readonly Pictured[]> = {
  ...about,
  every: 'widest',
  probe: (tab) =>
    tab.perform(about.id, async (hands: Hands) => {
      await openPictures(hands)
      return hands.evaluate(picturesWithWords, null)
    }),
  judge: (found, seen) =>
    found.flatMap(({selector, alt, isAlone, kind, profile}) => {
      const fit = fits(profile, alt)
      const letters = alt.match(/\S/gu)?.length ?? 0
      const words = alt.trim().split(/\s+/).length
      const isEnough = words > 1 ? letters >= 8 : isAlone && letters >= 4 && fit === 'surely'
      if (kind === 'brand' || fit === 'not' || !isEnough) return []
      const isSentence = fit === 'surely' && words >= 4 && letters >= 16
      const isShown = kind === 'shown'
      return [
        findingOn(seen, {
          check: about.id,
          outcome: isShown ? 'cantTell' : 'failed',
          severity: isShown ? 'notice' : isSentence ? 'error' : 'warning',
          message: {key: isShown ? `${about.id}/shown` : about.id, values: {text: alt}},
          selector,
          excerpt: alt,
          criteria: about.criteria,
          act: ['0va7u6'],
        }),
      ]
    }),
}

/** Runs in the page: pictures whose alternative text could be what they show. */
async function picturesWithWords(): Promise<readonly Pictured[]> {
  const {all, isSeen, isForEarsOnly, selectorOf} = globalThis.galleyEyes
  const {kindOf, pixelsOf} = globalThis.galleyPixels
  const found: Pictured[] = []
  for (const element of all('img[alt], input[type=image][alt], [role=img][aria-label]:empty')) {
    const told = element.getAttribute('alt') ?? element.getAttribute('aria-label') ?? ''
    const alt = told.replace(/\s+/g, ' ').trim()
    const isAlone = isAllThereIs(element)
    const isWorded = alt.includes(' ') ? alt.length >= 8 : isAlone && alt.length >= 4
    if (!isWorded || alt.length > 600 || !isSeen(element) || isForEarsOnly(element)) continue
    const kind = kindOf(element, alt)
    // A drawing’s words are words.
    const pixels = kind === 'brand' ? undefined : await pixelsOf(element, 'without drawings')
    if (pixels)
      found.push({selector: selectorOf(element), alt, isAlone, kind, profile: pixels.profile})
    if (found.length >= 40) break
  }
  return found

  function isAllThereIs(element: Element): boolean {
    if (element.localName === 'input') return true
    const around = element.closest(
      'a, button, h1, h2, h3, h4, h5, h6, [role=button], [role=heading]',
    )
    return around !== null && around.textContent?.trim() === ''
  }
}
