import {Buffer} from 'node:buffer'
import {sha256} from './digest.ts'
import {subsetFonts} from './fonts.ts'

/** A font for the Korean of a report: how heavy it is, and its bytes (WOFF2). */
export interface KoreanFont {
  readonly weight: number
  readonly content: Uint8Array
}

/**
 * Fonts with the Korean that a text is written in, for running text and for headings: machines that
 * check have none as a rule, and their readers would see boxes. None for a text without Korean, or
 * where they cannot be cut.
 *
 * @param cache folder of fonts that were cut before
 */
export async function koreanFonts(text: string, cache: string): Promise<readonly KoreanFont[]> {
  const characters = [
    ...new Set(text.match(/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]/g)),
  ]
    .toSorted()
    .join('')
  if (characters === '') return []
  const requests = weights.map((weight) => {
    const source = `@fontsource/noto-sans-kr/files/noto-sans-kr-korean-${weight}-normal.woff2`
    const path = `report/korean.${sha256(source + characters).slice(0, 16)}.woff2`
    return {path, source, characters}
  })
  const cut = await subsetFonts(requests, cache).catch(() => [])
  return cut.map(({content}, index) => ({
    weight: weights[index] ?? 400,
    content: typeof content === 'string' ? Buffer.from(content) : content,
  }))
}

const weights = [400, 700] as const

/** The rule that has a font used, last in the styles’ lists. */
export function koreanFontRule({weight}: KoreanFont, url: string): string {
  return `@font-face{font-family:'Galley Korean';font-weight:${weight};src:url(${url})}`
}

/** A report with fonts in it for its Korean; one without Korean stays as it is. */
export async function withReportFont(page: string, cache: string): Promise<string> {
  const fonts = await koreanFonts(page, cache)
  if (fonts.length === 0) return page
  const rules = fonts.map((font) => {
    const data = Buffer.from(font.content).toString('base64')
    return koreanFontRule(font, `data:font/woff2;base64,${data}`)
  })
  return page.replace('</head>', () => `<style>${rules.join('')}</style></head>`)
}
