import type {BrowserCheck} from '../check.ts'
import {eyes} from './eyes.ts'
import {findingOn} from './finding.ts'

const id = 'browser/glyphs'

// A type, since an interface is no JSON: it could be added to.
type Glyph = {
  /** No font has it; or the page's own fonts do not, and another stands in. */
  readonly kind: 'missing' | 'fallback'
  readonly character: string
  readonly selector: string
  /** The other edition's language, where its own words lead to it. */
  readonly edition?: string
}

declare global {
  /** In the world of the checks: what was drawn of each character in each font. */
  var galleyDrawn: Map<string, string> | undefined
}

/**
 * Characters that readers see as boxes or blanks, or in a font that is not the page's. The words by
 * which every page leads to the editions in a language count against those, and no other.
 */
export const glyphs: BrowserCheck<readonly Glyph[]> = {
  id,
  criteria: [],
  every: 'viewport',
  probe: (tab) => tab.evaluate(badGlyphs, null, [eyes]),
  judge(found, seen) {
    const spots = new Map<string, Glyph[]>()
    for (const glyph of found) {
      const spot = `${glyph.kind}\n${glyph.selector}`
      spots.set(spot, [...(spots.get(spot) ?? []), glyph])
    }
    return [...spots.values()].map((group) => {
      const isMissing = group[0]?.kind === 'missing'
      const characters = group.map(({character}) => character).join(' ')
      const codes = group.map(({character}) => codePointOf(character)).join(' ')
      const edition = isMissing ? group[0]?.edition : undefined
      const variant = edition === undefined ? (isMissing ? 'missing' : 'fallback') : 'language'
      const against = edition === undefined ? seen : {...seen, locale: edition, article: undefined}
      return findingOn(against, {
        check: id,
        severity: isMissing ? 'error' : 'warning',
        message: {
          key: `${id}/${variant}`,
          values: {characters, codes, ...(edition !== undefined && {language: edition})},
        },
        selector: group[0]?.selector ?? '',
        excerpt: characters,
      })
    })
  },
}

function codePointOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Runs in the page, with its eyes open: draws every character it shows and looks at what was drawn. */
function badGlyphs(): readonly Glyph[] {
  const {selectorOf} = globalThis.galleyEyes
  const size = 48
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const pen = canvas.getContext('2d', {willReadFrequently: true})!
  const own = new Set([...document.fonts].map(({family}) => bare(family)))
  const found: Glyph[] = []
  const loaded = [...document.fonts].filter(({status}) => status === 'loaded').length
  const known = (globalThis.galleyDrawn ??= new Map())

  for (const [font, characters] of charactersByFont()) {
    const [style = '', families = ''] = font.split('\n')
    const names = families.split(',')
    const others = names.filter((name) => !own.has(bare(name)))
    // Where another font is wanted first, the page's own are what stands in.
    const hasOwn = own.has(bare(names[0] ?? ''))
    const whole = `${style} 32px ${families}`
    const without = `${style} 32px ${others.join(',') || 'serif'}`
    // What no font has is drawn like these, which no font may have.
    const boxes = new Set(
      ['\u{10fffe}', '\ufffe', '\u{efffe}', '\u0378'].map((no) => draw(whole, no)),
    )
    for (const [character, element] of characters) {
      const drawn = draw(whole, character)
      const isMissing = drawn === '' || boxes.has(drawn)
      if (!isMissing && !(hasOwn && drawn === draw(without, character))) continue
      const kind = isMissing ? 'missing' : 'fallback'
      const edition = editionNamed(element)
      const about = {kind, character, selector: selectorOf(element)} as const
      if (found.length < 100) found.push(edition === undefined ? about : {...about, edition})
    }
  }
  return found

  /** The language that an element outside of the text is in, if its words lead to an edition in it. */
  function editionNamed(element: Element): string | undefined {
    const part = element.closest('[lang]')
    const language = part?.getAttribute('lang') ?? ''
    if (!part || language === '' || language === document.documentElement.lang) return undefined
    if (element.closest('[id^="text-"], [id*="-text-"]')) return undefined
    const link = `a[hreflang="${CSS.escape(language)}"]`
    const leads =
      part.closest<HTMLAnchorElement>(link) ?? part.querySelector<HTMLAnchorElement>(link)
    const isHere = leads?.origin === location.origin && leads.pathname.split('/').includes(language)
    return isHere ? language : undefined
  }

  function bare(family: string): string {
    return family
      .trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase()
  }

  /** The same in every window, for as long as no font is added. */
  function draw(font: string, character: string): string {
    const key = `${loaded}\n${font}\n${character}`
    const drawn = known.get(key) ?? drawAnew(font, character)
    known.set(key, drawn)
    return drawn
  }

  /** The picture of a character, as text; empty where nothing was drawn. */
  function drawAnew(font: string, character: string): string {
    pen.clearRect(0, 0, size, size)
    pen.font = font
    pen.fillText(character, 4, 36)
    let hash = 0x811c9dc5
    let hasInk = false
    const {data} = pen.getImageData(0, 0, size, size)
    for (let at = 3; at < data.length; at += 4) {
      const alpha = data[at] ?? 0
      if (alpha > 0) hasInk = true
      hash = Math.imul(hash ^ alpha, 16777619)
    }
    return hasInk ? String(hash) : ''
  }

  /** Style and families → each character shown in them, with the first element that shows it. */
  function charactersByFont(): Map<string, Map<string, Element>> {
    const fonts = new Map<string, Map<string, Element>>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement
      if (!element || element.closest('script, style, noscript, template')) continue
      if (!element.checkVisibility({visibilityProperty: true})) continue
      const {fontStyle, fontWeight, fontFamily} = getComputedStyle(element)
      const font = `${fontStyle} ${fontWeight}\n${fontFamily}`
      const characters = fonts.get(font) ?? new Map<string, Element>()
      fonts.set(font, characters)
      for (const character of walker.currentNode.nodeValue ?? '') {
        // Spaces, controls, marks, fillers and pictures have no glyph of their own, or not here.
        if (
          /[\s\p{Z}\p{Cc}\p{Cf}\p{M}\p{Emoji_Presentation}\u115f\u1160\u2800\u3164\uffa0]/u.test(
            character,
          )
        )
          continue
        if (!characters.has(character)) characters.set(character, element)
      }
    }
    return fonts
  }
}
