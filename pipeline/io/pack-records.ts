import {crc32} from 'node:zlib'

/** Where a text lies. */
export interface Pointer {
  readonly segment: string
  readonly offset: number
  readonly length: number
  /** Of the content, in hex. */
  readonly sha256: string
}

/** What a record is of: a value, or a text. */
export type Kind = 'v' | 't'

/** What a record holds: a value, or where a text lies. */
export interface Kept {
  readonly value?: Buffer
  readonly pointer?: Pointer
}

/** `key kind length checksum`, of a fixed width, so that a segment is read through quickly. */
const head = 32 + 1 + 1 + 1 + 8 + 1 + 8 + 1

/** A record's bytes: its head, with a checksum over key and body, and the body. */
export function record(key: string, kind: Kind, body: Buffer): Buffer {
  const sum = crc32(body, crc32(key)).toString(16).padStart(8, '0')
  const length = body.length.toString(16).padStart(8, '0')
  return Buffer.concat([Buffer.from(`${key} ${kind} ${length} ${sum}\n`, 'latin1'), body])
}

/** A record among others, and where it lies. */
export interface Found {
  readonly key: string
  readonly kind: Kind
  readonly at: number
  readonly length: number
}

/** Finds the records in the bytes of a segment; what they hold is not looked at. */
export function recordsIn(bytes: Buffer): readonly Found[] {
  const found: Found[] = []
  for (let at = 0; at + head <= bytes.length;) {
    const length = head + Number.parseInt(bytes.toString('latin1', at + 35, at + 43), 16)
    // Behind a record that is not whole nothing can be found.
    if (!(at + length <= bytes.length)) break
    const kind = bytes[at + 33] === 0x76 ? 'v' : 't'
    found.push({key: bytes.toString('latin1', at, at + 32), kind, at, length})
    at += length
  }
  return found
}

/**
 * What a record holds; `undefined` where it is damaged, or another one.
 *
 * @param segment whose texts it speaks of
 */
export function keptIn(bytes: Buffer, key: string, segment: string): Kept | undefined {
  const body = bytes.subarray(head)
  const sum = Number.parseInt(bytes.toString('latin1', 44, 52), 16)
  if (crc32(body, crc32(key)) !== sum) return undefined
  if (bytes[33] === 0x76) return {value: body}
  const [offset = '', length = '', hash = ''] = body.toString('latin1').split(' ')
  return {pointer: {segment, offset: Number(offset), length: Number(length), sha256: hash}}
}
