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
  // A sheet of square cells: to read many at once takes hardly longer than to read one.
  const size = 48
  const across = 8
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size * across
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
    const nobodys = ['\u{10fffe}', '\ufffe', '\u{efffe}', '\u0378']
    const drawnAs = draw(whole, [...nobodys, ...characters.keys()])
    const standIn = hasOwn ? draw(without, [...characters.keys()]) : new Map<string, string>()
    const boxes = new Set(nobodys.map((no) => drawnAs.get(no)))
    for (const [character, element] of characters) {
      const drawn = drawnAs.get(character)
      const isMissing = drawn === '' || boxes.has(drawn)
      if (!isMissing && drawn !== standIn.get(character)) continue
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

  /** Each character → its picture; the same in every window, for as long as no font is added. */
  function draw(font: string, characters: readonly string[]): ReadonlyMap<string, string> {
    const keyOf = (character: string) => `${loaded}\n${font}\n${character}`
    const fresh = characters.filter((character) => !known.has(keyOf(character)))
    for (let from = 0; from < fresh.length; from += across * across) {
      const sheet = fresh.slice(from, from + across * across)
      for (const [index, drawn] of drawAnew(font, sheet).entries())
        known.set(keyOf(sheet[index] ?? ''), drawn)
    }
    return new Map(characters.map((character) => [character, known.get(keyOf(character)) ?? '']))
  }

  /** The pictures of a sheet of characters, each as text; empty where nothing was drawn. */
  function drawAnew(font: string, characters: readonly string[]): readonly string[] {
    const width = size * across
    pen.clearRect(0, 0, width, width)
    pen.font = font
    const cells = characters.map((character, index) => {
      const [left, top] = [(index % across) * size, Math.floor(index / across) * size]
      pen.save()
      pen.beginPath()
      pen.rect(left, top, size, size)
      pen.clip()
      pen.fillText(character, left + 4, top + 36)
      pen.restore()
      return {left, top}
    })
    const {data} = pen.getImageData(0, 0, width, Math.ceil(characters.length / across) * size)
    return cells.map(({left, top}) => {
      let hash = 0x811c9dc5
      let hasInk = false
      for (let row = top; row < top + size; row++) {
        const start = (row * width + left) * 4 + 3
        for (let at = start; at < start + size * 4; at += 4) {
          const alpha = data[at] ?? 0
          if (alpha > 0) hasInk = true
          hash = Math.imul(hash ^ alpha, 16777619)
        }
      }
      return hasInk ? String(hash) : ''
    })
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
