import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
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
 * carries a checksum: half of one, or a damaged one, is none. Once segments are many, or most of
 * what they hold is not asked for any more, a run that asked for everything gathers what it asked
 * for into one; one that asked for a part gathers all there is.
 */
export function openPack(folder: string): Pack {
  const records = new Map<string, Buffer>()
  const pointers = new Map<string, Pointer>()
  const found = segmentsIn(folder)
  let stored = 0
  for (const segment of found) stored += readSegment(folder, segment, records, pointers)
  const used = new Set<string>()
  const fresh = new Set<string>()
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
  const pack: Pack = {
    value(key) {
      used.add(key)
      return records.get(key)?.toString('utf8')
    },
    putValue(key, json) {
      const body = Buffer.from(json)
      records.set(key, body)
      fresh.add(key)
      own.value(key, body)
    },
    pointer(key) {
      used.add(key)
      return pointers.get(key)
    },
    putText(key, content) {
      const pointer = own.text(key, content)
      pointers.set(key, pointer)
      return pointer
    },
    read,
    close(whole) {
      own.close()
      if (whole ? isWorthGathering() : found.length >= many) gather(whole ? used : all())
      for (const file of files.values()) closeSync(file)
      files.clear()
    },
  }
  return pack

  function isWorthGathering(): boolean {
    let wanted = 0
    for (const key of used)
      wanted += (records.get(key)?.length ?? 0) + (pointers.get(key)?.length ?? 0)
    return found.length >= many || stored > 2 * wanted + 32 * 2 ** 20
  }

  /** What somebody else may still ask for, unless that has become too much. */
  function all(): ReadonlySet<string> {
    return stored > most ? used : new Set([...records.keys(), ...pointers.keys()])
  }

  function gather(wanted: ReadonlySet<string>): void {
    const gathered = writer(folder)
    for (const key of wanted) {
      const kept = records.get(key)
      // What this run wrote lies in a segment of its own, which stays.
      if (kept !== undefined && !fresh.has(key)) gathered.value(key, kept)
      const pointer = pointers.get(key)
      if (pointer === undefined || !found.includes(pointer.segment)) continue
      const content = read(pointer)
      if (content !== undefined) gathered.text(key, content)
    }
    gathered.close()
    for (const segment of found) {
      for (const part of ['values', 'texts']) {
        try {
          rmSync(join(folder, `${segment}.${part}`), {force: true})
        } catch {
          // It is read by somebody else at this moment; the next run removes it.
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

/** `key kind length checksum`, of a fixed width, so that a segment is read through quickly. */
const head = 32 + 1 + 1 + 1 + 8 + 1 + 8 + 1

function record(key: string, kind: 'v' | 't', body: Buffer): Buffer {
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

/** Takes in what is whole of a segment; gives how many bytes it has. */
function readSegment(
  folder: string,
  segment: string,
  records: Map<string, Buffer>,
  pointers: Map<string, Pointer>,
): number {
  let bytes: Buffer
  try {
    bytes = readFileSync(join(folder, `${segment}.values`))
  } catch {
    return 0
  }
  let size = bytes.length
  for (let at = 0; at + head <= bytes.length;) {
    const key = bytes.toString('latin1', at, at + 32)
    const length = Number.parseInt(bytes.toString('latin1', at + 35, at + 43), 16)
    const sum = Number.parseInt(bytes.toString('latin1', at + 44, at + 52), 16)
    const body = bytes.subarray(at + head, at + head + length)
    // Behind a record that is not whole nothing can be found.
    if (Number.isNaN(length) || body.length < length || crc32(body, crc32(key)) !== sum) break
    if (bytes[at + 33] === 0x76) records.set(key, body)
    else {
      const [offset = '', long = '', hash = ''] = body.toString('latin1').split(' ')
      pointers.set(key, {segment, offset: Number(offset), length: Number(long), sha256: hash})
      size += Number(long)
    }
    at += head + length
  }
  return size
}

/** Gathers records, and writes them a megabyte at a time. It gives up at the first failure. */
function writer(folder: string) {
  const segment = temporaryName('part').replace(/\.tmp$/, '')
  let files: {readonly values: number; readonly texts: number} | undefined
  let failed = false
  let offset = 0
  const values: Buffer[] = []
  let waiting = 0
  /** Texts that wait to be written, as bytes and as they are. */
  let texts = Buffer.allocUnsafe(2 ** 20)
  let filled = 0
  const fresh = new Map<number, string>()

  function flush(): void {
    if (failed || values.length === 0) return
    try {
      if (files === undefined) {
        if (!existsSync(folder)) mkdirSync(folder, {recursive: true})
        files = {
          values: openSync(join(folder, `${segment}.values`), 'wx'),
          texts: openSync(join(folder, `${segment}.texts`), 'wx'),
        }
      }
      // Texts first: a record never says that something is there which is not.
      writeWhole(files.texts, texts.subarray(0, filled))
      writeWhole(files.values, Buffer.concat(values))
    } catch {
      failed = true
    }
    // Where it failed, texts stay in memory for as long as somebody may ask for them.
    if (!failed) fresh.clear()
    values.length = 0
    waiting = 0
    filled = 0
  }

  function add(bytes: Buffer): void {
    values.push(bytes)
    waiting += bytes.length
    if (waiting > 2 ** 20) flush()
  }

  return {
    pending: (name: string, at: number) => (name === segment ? fresh.get(at) : undefined),
    value(key: string, json: Buffer) {
      add(record(key, 'v', json))
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
