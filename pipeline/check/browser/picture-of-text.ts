import type {Hands} from '../../model/hands.ts'
import type {BrowserCheck} from '../check.ts'
import {openEyes} from './eyes.ts'
import {findingOn} from './finding.ts'
import {installProfile, type PixelProfile} from './pixel-profile.ts'
import {fits} from './set-text.ts'

const about = {id: 'browser/picture-of-text', criteria: ['1.4.5']}

type Pictured = {
  readonly selector: string
  readonly alt: string
  /** It is all there is in a link, a button or a heading. */
  readonly isAlone: boolean
  /** A logo, or said to be one; a picture of something that cannot but show words. */
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
      await openEyes(hands)
      await hands.evaluate(installProfile, null)
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
  const found: Pictured[] = []
  for (const element of all('img[alt], input[type=image][alt], [role=img][aria-label]:empty')) {
    const told = element.getAttribute('alt') ?? element.getAttribute('aria-label') ?? ''
    const alt = told.replace(/\s+/g, ' ').trim()
    const isAlone = isAllThereIs(element)
    const isWorded = alt.includes(' ') ? alt.length >= 8 : isAlone && alt.length >= 4
    if (!isWorded || alt.length > 600 || !isSeen(element) || isForEarsOnly(element)) continue
    const kind = kindOf(element, alt)
    const picture = kind === 'brand' ? undefined : await pictureOf(element)
    const profile = picture && measured(picture)
    if (profile) found.push({selector: selectorOf(element), alt, isAlone, kind, profile})
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

  function kindOf(element: Element, alt: string): Pictured['kind'] {
    const source = element.getAttribute('src') ?? ''
    const named = [alt, source.startsWith('data:') ? '' : source, element.id, element.className]
    const around = [...(element.closest('a, header, figure, div')?.classList ?? [])]
    const said = [...named, ...around].join(' ')
    const link = element.closest('a')
    const leadsHome = link instanceof HTMLAnchorElement && /^\/?$/.test(link.pathname)
    if (leadsHome || /logo|brand|badge|wordmark|emblem|captcha|로고|상표|마크/i.test(said))
      return 'brand'
    const shown =
      /chart|graph|diagram|figure|plot|screen|map\b|equation|formula|signature|handwrit|scan|manuscript|cover|specimen|font|typeface|도표|그래프|차트|화면|스크린샷|지도|수식|서명|글씨|표지|글꼴/i
    return shown.test(said) ? 'shown' : 'words'
  }

  /** A drawing’s words are words; what no pixels are there of cannot be told. */
  async function pictureOf(element: Element): Promise<HTMLImageElement | undefined> {
    const own = element instanceof HTMLImageElement ? element : new Image()
    if (element instanceof HTMLInputElement) own.src = element.src
    else if (own !== element) own.src = groundOf(element)
    const isDrawing = /\.svgz?([?#]|$)|^data:image\/svg/i.test(own.currentSrc || own.src)
    const isThere = isDrawing
      ? false
      : await own
          .decode()
          .then(() => true)
          .catch(() => false)
    const {naturalWidth, naturalHeight} = own
    const isLarge = naturalWidth * naturalHeight > 16_000_000
    return isThere && naturalWidth >= 24 && naturalHeight >= 10 && !isLarge ? own : undefined
  }

  /** The one picture in the background of an element, and no part of a larger one. */
  function groundOf(element: Element): string {
    const {backgroundImage, backgroundPosition} = getComputedStyle(element)
    const [, url = ''] = /^url\("([^"]+)"\)$/.exec(backgroundImage) ?? []
    return /^(0%|0px|50%) (0%|0px|50%)$/.test(backgroundPosition) ? url : ''
  }

  function measured(picture: HTMLImageElement): PixelProfile | undefined {
    const {naturalWidth, naturalHeight} = picture
    const scale = Math.min(1, 1200 / Math.max(naturalWidth, naturalHeight))
    const width = Math.max(1, Math.round(naturalWidth * scale))
    const height = Math.max(1, Math.round(naturalHeight * scale))
    const pen = new OffscreenCanvas(width, height).getContext('2d', {willReadFrequently: true})
    if (!pen) return undefined
    pen.imageSmoothingQuality = 'high'
    // White words on nothing show on black alone.
    for (const ground of ['white', 'black']) {
      pen.fillStyle = ground
      pen.fillRect(0, 0, width, height)
      pen.drawImage(picture, 0, 0, width, height)
      try {
        const profile = globalThis.galleyProfile(pen.getImageData(0, 0, width, height))
        if (profile.lines.length > 0 || profile.ground < 0.9) return profile
      } catch {
        // Another site’s pixels are not to be seen.
        return undefined
      }
    }
    return undefined
  }
}
