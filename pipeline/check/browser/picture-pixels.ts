import type {Hands} from '../../model/hands.ts'
import {openEyes} from './eyes.ts'
import {installProfile, type PixelProfile} from './pixel-profile.ts'

/** A picture as it was measured, and what it is. */
export type PicturePixels = {
  readonly profile: PixelProfile
  /** So many times as large as it was measured does it stand on the page. */
  readonly scale: number
}

export interface Pictures {
  /** A logo, or said to be one; a picture of something that cannot but show words; or neither. */
  readonly kindOf: (element: Element, told: string) => 'words' | 'brand' | 'shown'
  /**
   * The pixels of a picture, or of the one in an element’s background.
   * @returns `undefined` where no pixels are to be seen, or too few or too many
   */
  readonly pixelsOf: (
    element: Element,
    drawings: 'with drawings' | 'without drawings',
  ) => Promise<PicturePixels | undefined>
}

declare global {
  var galleyPixels: Pictures
}

/** Lets the page’s world, with its eyes, measure pictures. */
export async function openPictures(hands: Hands): Promise<void> {
  await openEyes(hands)
  await hands.evaluate(installProfile, null)
  await hands.evaluate(installPictures, null)
}

/** Runs in the page, by itself: a tool for others. */
function installPictures(): null {
  globalThis.galleyPixels = {kindOf, pixelsOf}
  return null

  function kindOf(element: Element, told: string): 'words' | 'brand' | 'shown' {
    const source = element.getAttribute('src') ?? ''
    const named = [told, source.startsWith('data:') ? '' : source, element.id, element.className]
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

  async function pixelsOf(
    element: Element,
    drawings: 'with drawings' | 'without drawings',
  ): Promise<PicturePixels | undefined> {
    const own = element instanceof HTMLImageElement ? element : new Image()
    if (element instanceof HTMLInputElement) own.src = element.src
    else if (own !== element) own.src = groundOf(element)
    const isDrawing = /\.svgz?([?#]|$)|^data:image\/svg/i.test(own.currentSrc || own.src)
    if (isDrawing && drawings === 'without drawings') return undefined
    const isThere = await own
      .decode()
      .then(() => true)
      .catch(() => false)
    const {naturalWidth, naturalHeight} = own
    const isLarge = naturalWidth * naturalHeight > 16_000_000
    const isEnough = isThere && naturalWidth >= 24 && naturalHeight >= 10 && !isLarge
    return isEnough
      ? measured(own, own === element ? element.clientWidth : naturalWidth)
      : undefined
  }

  /** The one picture in the background of an element, and no part of a larger one. */
  function groundOf(element: Element): string {
    const {backgroundImage, backgroundPosition} = getComputedStyle(element)
    const [, url = ''] = /^url\("([^"]+)"\)$/.exec(backgroundImage) ?? []
    return /^(0%|0px|50%) (0%|0px|50%)$/.test(backgroundPosition) ? url : ''
  }

  function measured(picture: HTMLImageElement, shownWidth: number): PicturePixels | undefined {
    const {naturalWidth, naturalHeight} = picture
    const share = Math.min(1, 1200 / Math.max(naturalWidth, naturalHeight))
    const width = Math.max(1, Math.round(naturalWidth * share))
    const height = Math.max(1, Math.round(naturalHeight * share))
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
        if (profile.lines.length > 0 || profile.ground < 0.9)
          return {profile, scale: shownWidth / width}
      } catch {
        // Another site’s pixels are not to be seen.
        return undefined
      }
    }
    return undefined
  }
}
