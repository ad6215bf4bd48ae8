import {closeSync, existsSync, mkdirSync, openSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {sha256} from './digest.ts'
import {indexWriter, type Extent} from './pack-index.ts'
import {keptIn, record, type Kind, type Pointer} from './pack-records.ts'
import {readAt} from './pack-segment.ts'
import {temporaryName} from './temporary.ts'

/** Gathers records, and writes them a megabyte at a time. It gives up at the first failure. */
export function packWriter(folder: string) {
  const segment = temporaryName('part').replace(/\.tmp$/, '')
  let files: {readonly values: number; readonly texts: number} | undefined
  let failed = false
  let offset = 0
  /** Records that wait to be written, by where they will lie. */
  let values = new Map<number, Buffer>()
  let written = 0
  let waiting = 0
  const index = indexWriter()
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
          texts: openSync(join(folder, `${segment}.texts`), 'wx+'),
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
  function add(key: string, kind: Kind, body: Buffer): Extent {
    const bytes = record(key, kind, body)
    const extent = {at: written + waiting, length: bytes.length}
    values.set(extent.at, bytes)
    index.add(key, kind, extent)
    waiting += bytes.length
    if (waiting > 2 ** 20) flush()
    return extent
  }

  return {
    pending: (name: string, at: number) =>
      name === segment ? (fresh.get(at) ?? recent.get(at)) : undefined,
    /** Where texts of this segment are read, once they are written. */
    file: (name: string) => (name === segment ? files?.texts : undefined),
    value: (key: string, json: Buffer) => add(key, 'v', json),
    /** A value that was put here; `undefined` where it is no longer there. */
    valueAt(key: string, extent: Extent): Buffer | undefined {
      const bytes = values.get(extent.at) ?? (files && readAt(files.values, extent))
      return bytes && keptIn(bytes, key, segment)?.value
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
      add(key, 't', Buffer.from(`${pointer.offset} ${length} ${pointer.sha256}`))
      return pointer
    },
    close() {
      flush()
      if (files === undefined) return
      for (const file of Object.values(files)) closeSync(file)
      if (!failed) index.write(join(folder, `${segment}.index`), written)
      files = undefined
    },
  }
}

function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
