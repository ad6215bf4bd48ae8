import {promisify} from 'node:util'
import {brotliCompress, constants, gzip} from 'node:zlib'

/** As HTTP names them (`Content-Encoding`). */
export type Encoding = 'br' | 'gzip'

/** Whether packing makes files of this media type smaller: pictures and WOFF2 are packed already. */
export function isCompressible(mediaType: string): boolean {
  return /^text\/|json$|xml$|javascript$/.test(mediaType)
}

/**
 * The best encoding that an `Accept-Encoding` header (RFC 9110, 12.5.3) allows; `undefined` where
 * it names none of ours.
 */
export function chooseEncoding(accepted: string | undefined): Encoding | undefined {
  const named = new Set(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((one) => one.split(';').map((part) => part.trim()))
      .flatMap(([name, weight]) => (/^q=0(\.0*)?$/.test(weight ?? '') ? [] : [name])),
  )
  return (['br', 'gzip'] as const).find((one) => named.has(one))
}

/** Packed fast rather than small: it does not travel far. */
export function compress(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'gzip') return promisify(gzip)(bytes)
  return promisify(brotliCompress)(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 5}})
}
