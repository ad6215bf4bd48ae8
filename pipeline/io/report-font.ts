import {Buffer} from 'node:buffer'
import {sha256} from './digest.ts'
import {subsetFonts} from './fonts.ts'

/**
 * A report with a font in it for its Korean: machines that check have none as a rule, and their readers
 * would see boxes. It stands last in the styles' lists; a report without Korean stays as it is, and so
 * does one whose font cannot be cut.
 *
 * @param cache folder of fonts that were cut before
 */
export async function withReportFont(page: string, cache: string): Promise<string> {
  const characters = [
    ...new Set(page.match(/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]/g)),
  ]
    .toSorted()
    .join('')
  if (characters === '') return page
  const path = `report/korean.${sha256(source + characters).slice(0, 16)}.woff2`
  const [font] = await subsetFonts([{path, source, characters}], cache).catch(() => [])
  if (font === undefined) return page
  const data = Buffer.from(font.content).toString('base64')
  const rule = `@font-face{font-family:'Galley Korean';src:url(data:font/woff2;base64,${data})}`
  return page.replace('</head>', () => `<style>${rule}</style></head>`)
}

const source = '@fontsource/noto-sans-kr/files/noto-sans-kr-korean-400-normal.woff2'
