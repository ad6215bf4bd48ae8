import type {BrowserCheck} from '../check.ts'
import {isEchoed, isRepeated, marksOfWords} from './echoed-words.ts'
import {findingOn} from './finding.ts'
import {openPictures, type PicturePixels} from './picture-pixels.ts'
import type {PixelProfile} from './pixel-profile.ts'
import {isSetText} from './set-text.ts'

const about = {id: 'browser/hidden-words', criteria: ['1.1.1']}

type Kept = PicturePixels & {
  readonly selector: string
  readonly file: string
  /** Words that its kind cannot but show: of a screen, of a chart. */
  readonly isShown: boolean
  /** Where in the page’s text it stands: after so many pieces of it. */
  readonly at: number
}
/** The text is of pieces: what stands between two tags, a name. */
type Evidence = {readonly kept: readonly Kept[]; readonly told: readonly string[]}

/**
 * A picture of words that is marked as decoration, or drawn by a style sheet (WCAG’s failures F38,
 * F39 and F3), says nothing that the page’s text does not say. Told where the pixels are nothing but
 * words in rows, and no text of the page has words of such lengths; a question where some far away
 * has, or where the pixels may be something else.
 */
export const hiddenWords: BrowserCheck<Evidence> = {
  ...about,
  every: 'widest',
  probe: (tab) =>
    tab.perform(about.id, async (hands) => {
      await openPictures(hands)
      return hands.evaluate(keptPictures, null)
    }),
  judge: ({kept, told}, seen) => {
    const pieces = told.map((piece) => piece.split(/\s+/).filter(Boolean))
    return kept.flatMap(({selector, file, isShown, at, profile: whole, scale}) => {
      const profile = withoutCutLines(whole)
      const marks = marksOfWords(profile)
      if (marks === undefined || !isWords(profile, marks) || !isLegible(profile, scale)) return []
      const beside = [
        ...pieces.slice(0, at).flat().slice(-nearby),
        ...pieces.slice(at).flat().slice(0, nearby),
      ]
      if (isEchoed(marks, beside, 'nearly') || pieces.some((one) => isRepeated(marks, one)))
        return []
      const isSure = !isShown && isEven(profile) && !isEchoed(marks, pieces.flat(), 'closely')
      return [
        findingOn(seen, {
          check: about.id,
          outcome: isSure ? 'failed' : 'cantTell',
          severity: isSure ? 'error' : 'notice',
          message: {
            key: isSure ? about.id : `${about.id}/look`,
            values: {text: file, count: marks.length},
          },
          selector,
          excerpt: file,
          criteria: about.criteria,
          act: ['e88epe'],
        }),
      ]
    })
  },
}

/** So many words before a picture and after it stand beside it. */
const nearby = 40

/** A line that the picture’s edge cuts off says nothing. */
function withoutCutLines(profile: PixelProfile): PixelProfile {
  const {lines} = profile
  const least = Math.max(...lines.map(({height}) => height)) / 2
  const isOuter = (index: number) => index === 0 || index === lines.length - 1
  return {...profile, lines: lines.filter(({height}, at) => height >= least || !isOuter(at))}
}

/** Some words of several letters; no row of signs, bars or ornaments of one make. */
function isWords(profile: PixelProfile, words: readonly number[]): boolean {
  const marks = words.reduce((sum, one) => sum + one, 0)
  const bars = profile.lines.reduce((sum, line) => sum + line.bars, 0)
  const widths = profile.lines.flatMap(({height, widths: own}) =>
    own.map((width) => Math.round((width / height) * 10)),
  )
  return (
    isSetText(profile) &&
    words.length >= 3 &&
    new Set(words).size > 1 &&
    new Set(widths).size >= 4 &&
    marks >= 10 &&
    marks >= words.length * 2.2 &&
    marks <= words.length * 12 &&
    bars < marks / 2
  )
}

function isLegible({lines}: PixelProfile, scale: number): boolean {
  return Math.max(...lines.map(({height}) => height)) * scale >= 8
}

/** Lines of one size, or two. */
function isEven({lines}: PixelProfile): boolean {
  const heights = lines.map(({height}) => height)
  return Math.max(...heights) <= Math.min(...heights) * 2.2
}

/** Runs in the page: pictures that no screen reader is told of, and the words that it is told. */
async function keptPictures(): Promise<Evidence> {
  const {all, isSeen, isForEarsOnly, selectorOf, textOf} = globalThis.galleyEyes
  const {kindOf, pixelsOf} = globalThis.galleyPixels
  const kept: (Omit<Kept, 'at'> & {readonly picture: Element})[] = []
  // What an alternative says that is kept from readers, a rule asks for in the text.
  const marked =
    'img:not([alt]:not([alt=""])):is([alt=""], [role=none], [role=presentation], [aria-hidden=true], [aria-hidden=true] *)'
  const pictures = all(`${marked}, :is(body *):empty:not(img, [role=img])`).filter(
    (one) => (one.matches('img') || hasGround(one)) && isSeen(one) && isLargeEnough(one),
  )
  for (const picture of pictures.slice(0, 40)) {
    const kind = kindOf(picture, '')
    if (kind === 'brand' || isForEarsOnly(picture) || isNamed(picture)) continue
    const pixels = await pixelsOf(picture, 'with drawings')
    if (pixels === undefined || pixels.profile.lines.length === 0) continue
    const file = fileOf(picture) ?? textOf(picture)
    kept.push({picture, selector: selectorOf(picture), file, isShown: kind === 'shown', ...pixels})
  }
  const {told, places} = kept.length > 0 ? heard() : {told: [], places: new Map<Element, number>()}
  return {
    kept: kept.map(({picture, ...one}) => ({...one, at: places.get(picture) ?? 0})),
    told,
  }

  function isLargeEnough(element: Element): boolean {
    const {width, height} = element.getBoundingClientRect()
    return width >= 60 && height >= 12
  }

  function hasGround(element: Element): boolean {
    const {backgroundImage, backgroundRepeat, backgroundSize} = getComputedStyle(element)
    const isOnce = backgroundRepeat === 'no-repeat' || /^(cover|contain|100%)/.test(backgroundSize)
    return backgroundImage.startsWith('url(') && isOnce
  }

  /** It stands in a link, a button or a picture that says what it is. */
  function isNamed(picture: Element): boolean {
    const whole = picture.closest('a, button, [role=link], [role=button], [role=img]')
    return (
      whole !== null &&
      (/\S/.test(whole.textContent ?? '') ||
        whole.matches('[aria-label], [aria-labelledby], [title]'))
    )
  }

  function fileOf(picture: Element): string | undefined {
    const ground = /^url\("([^"]+)"\)/.exec(getComputedStyle(picture).backgroundImage)?.[1]
    const address = picture instanceof HTMLImageElement ? picture.currentSrc : (ground ?? '')
    return address.startsWith('data:') ? undefined : /([^/]+?)(?:[?#].*)?$/.exec(address)?.[1]
  }

  /** What is heard, a block or a name a piece; and before which of them each element stands. */
  function heard() {
    const said: string[] = []
    const stand = new Map<Element, number>()
    let block: Element | null = null
    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_ELEMENT + NodeFilter.SHOW_TEXT,
    )
    for (let at: Node | null = walker.currentNode; at; at = walker.nextNode()) {
      const element = at instanceof Element ? at : at.parentElement
      if (element === null || at instanceof Comment) continue
      if (at === element) stand.set(element, said.length)
      const isHeard =
        element.checkVisibility({visibilityProperty: true}) &&
        element.closest('[aria-hidden=true]') === null
      if (!isHeard) continue
      const names = ['alt', 'aria-label', 'title', 'value', 'placeholder']
      if (at === element) {
        const named = names.flatMap((name) => element.getAttribute(name)?.trim() || [])
        said.push(...named)
        if (named.length > 0) block = null
        continue
      }
      const own = blockOf(element)
      const begun = own === block ? (said.pop() ?? '') : ''
      said.push(`${begun}${at.nodeValue ?? ''}`)
      block = own
    }
    return {told: said, places: stand}
  }

  function blockOf(element: Element): Element {
    let at = element
    while (at.parentElement && getComputedStyle(at).display === 'inline') at = at.parentElement
    return at
  }
}
