import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import {join} from 'node:path'
import {crc32} from 'node:zlib'
import {sha256} from './digest.ts'
import {temporaryName} from './temporary.ts'

/** Values and texts by their keys, in a few files. */
export interface Pack {
  readonly value: (key: string) => string | undefined
  readonly putValue: (key: string, json: string) => void
  readonly pointer: (key: string) => Pointer | undefined
  readonly putText: (key: string, content: string) => Pointer
  /** The text, or `undefined` where it is no longer what was put there. */
  readonly read: (pointer: Pointer) => string | undefined
  readonly close: (whole: boolean) => void
}

/** Where a text lies. */
export interface Pointer {
  readonly segment: string
  readonly offset: number
  readonly length: number
  /** Of the content, in hex. */
  readonly sha256: string
}

/**
 * Open the pack in this folder. Each run that puts something writes a segment of its own: two files
 * that only grow, records of values and of where texts lie in `.values`, the texts in `.texts`. So a
 * run that is killed leaves all but its last record, and no run can spoil another's. Every record
 * carries a checksum: half of one, or a damaged one, is none. Small segments are gathered into one
 * once they are many. What nobody asks for stays, until most of the pack is of that kind.
 */
export function openPack(folder: string): Pack {
  const found = segmentsIn(folder).flatMap((name) => readSegment(folder, name) ?? [])
  const places = new Map<string, Place>()
  for (const segment of found) index(segment, places)
  const used = new Set<string>()
  /** Keys of this run's values. */
  const fresh = new Map<string, Extent>()
  const files = new Map<string, number>()
  const own = writer(folder)
  let room = Buffer.allocUnsafe(2 ** 16)

  const read = ({segment, offset, length, sha256: sum}: Pointer): string | undefined => {
    const waiting = own.pending(segment, offset)
    if (waiting !== undefined) return waiting
    try {
      const file = files.get(segment) ?? openSync(join(folder, `${segment}.texts`), 'r')
      files.set(segment, file)
      // One for all that is read: there is much of it, and it is soon done with.
      if (room.length < length) room = Buffer.allocUnsafe(2 * length)
      const bytes = room.subarray(0, length)
      if (readSync(file, bytes, 0, length, offset) !== length || sha256(bytes) !== sum) {
        return undefined
      }
      return bytes.toString('utf8')
    } catch {
      return undefined
    }
  }
  const kept = (key: string, kind: Kind): Kept | undefined => {
    const place = places.get(`${key} ${kind}`)
    return place && keptAt(key, place)
  }
  const pointers = new Map<string, Pointer>()
  return {
    value(key) {
      used.add(key)
      const extent = fresh.get(key)
      return (extent ? own.valueAt(key, extent) : kept(key, 'v')?.value)?.toString('utf8')
    },
    putValue(key, json) {
      fresh.set(key, own.value(key, Buffer.from(json)))
    },
    pointer(key) {
      used.add(key)
      return pointers.get(key) ?? kept(key, 't')?.pointer
    },
    putText(key, content) {
      const pointer = own.text(key, content)
      pointers.set(key, pointer)
      return pointer
    },
    read,
    close(whole) {
      own.close()
      const small = found.filter(({size}) => size < 2 ** 23)
      if (isTooMuch(whole)) gather(found, (key) => used.has(key))
      else if (small.length >= many) gather(small, () => true)
      for (const file of files.values()) closeSync(file)
      files.clear()
    },
  }

  /** What a run did not ask for somebody else may, or a later one when more has changed. */
  function isTooMuch(whole: boolean): boolean {
    const sizes = found.map(({size}) => size)
    const all = sizes.reduce((sum, size) => sum + size, 0)
    return all > (whole ? 3 * Math.max(0, ...sizes) + 2 ** 26 : most)
  }

  /** Put what is wanted of these segments into one; what this run wrote stays in its own. */
  function gather(segments: readonly Segment[], isWanted: (key: string) => boolean): void {
    const all = writer(folder)
    for (const [name, place] of places) {
      const key = name.slice(0, 32)
      const isNew = name.endsWith('v') ? fresh.has(key) : pointers.has(key)
      if (!segments.includes(place.segment) || isNew) continue
      const {value, pointer} = (isWanted(key) && keptAt(key, place)) || {}
      if (value !== undefined) all.value(key, value)
      const content = pointer && read(pointer)
      if (content !== undefined) all.text(key, content)
    }
    all.close()
    for (const {name} of segments) {
      for (const part of ['values', 'texts']) {
        try {
          rmSync(join(folder, `${name}.${part}`), {force: true})
        } catch {
          // It is read by somebody else at this moment; a later run removes it.
        }
      }
    }
  }
}

/** Segments that are gathered into one. */
const many = 12

/** Bytes beyond which a run keeps no more than it asked for itself. */
const most = 2 ** 30

/** Keeps texts in memory and values nowhere. */
export function noPack(): Pack {
  const contents = new Map<string, string>()
  return {
    value: () => undefined,
    putValue: () => {},
    pointer: () => undefined,
    putText(key, content) {
      contents.set(key, content)
      return {segment: key, offset: 0, length: content.length, sha256: sha256(content)}
    },
    read: ({segment}) => contents.get(segment),
    close: () => {},
  }
}

/** What a record is of: a value, or a text. */
type Kind = 'v' | 't'

/** `key kind length checksum`, of a fixed width, so that a segment is read through quickly. */
const head = 32 + 1 + 1 + 1 + 8 + 1 + 8 + 1

function record(key: string, kind: Kind, body: Buffer): Buffer {
  const sum = crc32(body, crc32(key)).toString(16).padStart(8, '0')
  const length = body.length.toString(16).padStart(8, '0')
  return Buffer.concat([Buffer.from(`${key} ${kind} ${length} ${sum}\n`, 'latin1'), body])
}

function segmentsIn(folder: string): readonly string[] {
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
interface Segment {
  readonly name: string
  readonly bytes: Buffer
  /** Of its records and its texts. */
  readonly size: number
}

/** Where a record lies. */
interface Place {
  readonly segment: Segment
  readonly at: number
}

/** Where a record lies in the segment that is being written. */
interface Extent {
  readonly at: number
  readonly length: number
}

/** What a record holds: a value, or where a text lies. */
interface Kept {
  readonly value?: Buffer
  readonly pointer?: Pointer
}

function readSegment(folder: string, name: string): Segment | undefined {
  try {
    const bytes = readFileSync(join(folder, `${name}.values`))
    return {name, bytes, size: bytes.length + statSync(join(folder, `${name}.texts`)).size}
  } catch {
    return undefined
  }
}

/** Finds the records of a segment, by key and kind; what they hold is looked at when somebody asks for it. */
function index(segment: Segment, places: Map<string, Place>): void {
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

function keptAt(key: string, {segment: {name, bytes}, at}: Place): Kept | undefined {
  const body = bytes.subarray(at + head, at + head + lengthAt(bytes, at))
  const sum = Number.parseInt(bytes.toString('latin1', at + 44, at + 52), 16)
  if (crc32(body, crc32(key)) !== sum) return undefined
  if (bytes[at + 33] === 0x76) return {value: body}
  const [offset = '', length = '', hash = ''] = body.toString('latin1').split(' ')
  return {
    pointer: {segment: name, offset: Number(offset), length: Number(length), sha256: hash},
  }
}

/** Gathers records, and writes them a megabyte at a time. It gives up at the first failure. */
function writer(folder: string) {
  const segment = temporaryName('part').replace(/\.tmp$/, '')
  let files: {readonly values: number; readonly texts: number} | undefined
  let failed = false
  let offset = 0
  /** Records that wait to be written, by where they will lie. */
  let values = new Map<number, Buffer>()
  let written = 0
  let waiting = 0
  /** Texts that wait to be written, as bytes and as they are. */
  let texts = Buffer.allocUnsafe(2 ** 20)
  let filled = 0
  let fresh = new Map<number, string>()
  /** Those written last: they are often asked for once more. */
  let recent: ReadonlyMap<number, string> = new Map()

  function flush(): void {
    if (failed || values.size === 0) return
    try {
      if (files === undefined) {
        if (!existsSync(folder)) mkdirSync(folder, {recursive: true})
        files = {
          values: openSync(join(folder, `${segment}.values`), 'wx+'),
          texts: openSync(join(folder, `${segment}.texts`), 'wx'),
        }
      }
      // Texts first: a record never says that something is there which is not.
      writeWhole(files.texts, texts.subarray(0, filled))
      writeWhole(files.values, Buffer.concat([...values.values()]))
    } catch {
      failed = true
    }
    // Where it failed, all stays in memory for as long as somebody may ask for it.
    if (!failed) [recent, fresh, values] = [fresh, new Map(), new Map()]
    written += waiting
    waiting = 0
    filled = 0
  }

  /** Gives where the record will lie. */
  function add(bytes: Buffer): Extent {
    const at = written + waiting
    values.set(at, bytes)
    waiting += bytes.length
    if (waiting > 2 ** 20) flush()
    return {at, length: bytes.length}
  }

  function readBack({at, length}: Extent): Buffer | undefined {
    const bytes = Buffer.allocUnsafe(length)
    return files && readSync(files.values, bytes, 0, length, at) === length ? bytes : undefined
  }

  return {
    pending: (name: string, at: number) =>
      name === segment ? (fresh.get(at) ?? recent.get(at)) : undefined,
    value: (key: string, json: Buffer) => add(record(key, 'v', json)),
    /** A value that was put here; `undefined` where it is no longer there. */
    valueAt(key: string, extent: Extent): Buffer | undefined {
      const bytes = values.get(extent.at) ?? readBack(extent)
      return (
        bytes && keptAt(key, {segment: {name: segment, bytes, size: extent.length}, at: 0})?.value
      )
    },
    text(key: string, content: string): Pointer {
      // Three bytes at most for each unit of UTF-16.
      if (filled + 3 * content.length > texts.length) flush()
      if (3 * content.length > texts.length) texts = Buffer.allocUnsafe(3 * content.length)
      const length = failed ? Buffer.byteLength(content) : texts.write(content, filled)
      const bytes = failed ? content : texts.subarray(filled, filled + length)
      const pointer = {segment, offset, length, sha256: sha256(bytes)}
      fresh.set(offset, content)
      offset += length
      if (!failed) filled += length
      add(record(key, 't', Buffer.from(`${pointer.offset} ${length} ${pointer.sha256}`)))
      return pointer
    },
    close() {
      flush()
      if (files !== undefined) for (const file of Object.values(files)) closeSync(file)
      files = undefined
    },
  }
}

function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
