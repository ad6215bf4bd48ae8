import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
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

/** `key kind length checksum`, of a fixed width, so that a segment is read through quickly. */
const head = 32 + 1 + 1 + 1 + 8 + 1 + 8 + 1

/** A record's bytes: its head, with a checksum over key and body, and the body. */
export function record(key: string, kind: Kind, body: Buffer): Buffer {
  const sum = crc32(body, crc32(key)).toString(16).padStart(8, '0')
  const length = body.length.toString(16).padStart(8, '0')
  return Buffer.concat([Buffer.from(`${key} ${kind} ${length} ${sum}\n`, 'latin1'), body])
}

/** Names of the segments in a folder, the oldest first. */
export function segmentsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.values'))
      .map((name) => name.slice(0, -'.values'.length))
      .sort()
  } catch {
    return []
  }
}

/** What an earlier run wrote. */
export interface Segment {
  readonly name: string
  readonly bytes: Buffer
  /** Of its records and its texts. */
  readonly size: number
}

/** Where a record lies. */
export interface Place {
  readonly segment: Segment
  readonly at: number
}

/** Where a record lies in the segment that is being written. */
export interface Extent {
  readonly at: number
  readonly length: number
}

/** What a record holds: a value, or where a text lies. */
export interface Kept {
  readonly value?: Buffer
  readonly pointer?: Pointer
}

/** A segment's records; `undefined` where one of its files cannot be read. */
export function readSegment(folder: string, name: string): Segment | undefined {
  try {
    const bytes = readFileSync(join(folder, `${name}.values`))
    return {name, bytes, size: bytes.length + statSync(join(folder, `${name}.texts`)).size}
  } catch {
    return undefined
  }
}

/** Finds the records of a segment, by key and kind; what they hold is looked at when somebody asks for it. */
export function indexRecords(segment: Segment, places: Map<string, Place>): void {
  const {bytes} = segment
  for (let at = 0; at + head <= bytes.length; at += head + lengthAt(bytes, at)) {
    // Behind a record that is not whole nothing can be found.
    if (!(at + head + lengthAt(bytes, at) <= bytes.length)) break
    places.set(bytes.toString('latin1', at, at + 34), {segment, at})
  }
}

function lengthAt(bytes: Buffer, at: number): number {
  return Number.parseInt(bytes.toString('latin1', at + 35, at + 43), 16)
}

/** What a record holds; `undefined` where it is damaged. */
export function keptAt(key: string, {segment: {name, bytes}, at}: Place): Kept | undefined {
  const body = bytes.subarray(at + head, at + head + lengthAt(bytes, at))
  const sum = Number.parseInt(bytes.toString('latin1', at + 44, at + 52), 16)
  if (crc32(body, crc32(key)) !== sum) return undefined
  if (bytes[at + 33] === 0x76) return {value: body}
  const [offset = '', length = '', hash = ''] = body.toString('latin1').split(' ')
  return {
    pointer: {segment: name, offset: Number(offset), length: Number(length), sha256: hash},
  }
}
