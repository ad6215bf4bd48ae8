import {promisify} from 'node:util'
import {brotliCompress, brotliDecompress, constants} from 'node:zlib'
import type {Layout} from '../model/layout.ts'

const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)

/** A layout as text: the same layout, the same bytes. */
export function textOf({properties, styles, fonts, boxes, hidden}: Layout): string {
  return JSON.stringify({properties, styles, fonts, boxes, hidden})
}

/** A layout's text in as few bytes as can be, to be committed beside its picture. */
export function packLayout(text: string): Promise<Buffer> {
  return compress(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    },
  })
}

/** The text again; `undefined` where the bytes are damaged, or would unfold to far more than any layout. */
export async function unpackLayout(bytes: Uint8Array): Promise<string | undefined> {
  const text = await decompress(bytes, {maxOutputLength: 32 * 2 ** 20}).catch(() => undefined)
  return text?.toString('utf8')
}

/** A layout as it comes with a pull request; `undefined` where it is none. */
export function parseLayout(text: string): Layout | undefined {
  try {
    const layout: unknown = JSON.parse(text)
    return isLayout(layout) ? layout : undefined
  } catch {
    return undefined
  }
}

function isLayout(value: unknown): value is Layout {
  const {properties, styles, fonts, boxes, hidden = []} = Object(value)
  if (![properties, fonts, hidden].every(isTexts) || !Array.isArray(styles)) return false
  return styles.every(isTexts) && Array.isArray(boxes) && boxes.every(isBox)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

/** Parents come first, so that nothing lies within itself. */
function isBox(value: unknown, index: number): boolean {
  const {parent, tag, id, text, hash, style, x, y, w, h} = Object(value)
  return (
    isTexts([tag, id, text, hash]) &&
    [parent, style, x, y, w, h].every((one) => Number.isInteger(one)) &&
    parent < index &&
    parent >= -1
  )
}
