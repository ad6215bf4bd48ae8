import {closeSync, openSync, readSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {sha256} from './digest.ts'
import type {Extent} from './pack-index.ts'
import type {Kept, Kind, Pointer} from './pack-records.ts'
import {openSegments, parts, type Segment} from './pack-segment.ts'
import {packWriter} from './pack-writer.ts'

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

/**
 * Open the pack in this folder. Each run that puts something writes a segment of its own: two files
 * that only grow, records of values and of where texts lie in `.values`, the texts in `.texts`, and
 * at its end an `.index` of the records, so that a later run reads those alone that it asks for. A
 * run that is killed leaves all but its last record, and no run can spoil another's. Every record
 * carries a checksum: half of one, or a damaged one, is none. Small segments are gathered into one
 * once they are many. What nobody asks for stays, until most of the pack is of that kind.
 */
export function openPack(folder: string): Pack {
  const found = openSegments(folder).toReversed()
  const used = new Set<string>()
  /** Keys of this run's values. */
  const fresh = new Map<string, Extent>()
  // Another run may gather these into one and remove them while this one still reads them.
  const files = new Map(found.flatMap(({name}) => opened(folder, name)))
  const own = packWriter(folder)
  let room = Buffer.allocUnsafe(2 ** 16)

  const read = ({segment, offset, length, sha256: sum}: Pointer): string | undefined => {
    // It lies where the next one lies.
    if (length === 0) return ''
    const waiting = own.pending(segment, offset)
    if (waiting !== undefined) return waiting
    try {
      const file = own.file(segment) ?? files.get(segment)
      if (file === undefined) return undefined
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
    for (const segment of found) {
      const there = segment.kept(key, kind)
      if (there !== undefined) return there
    }
    return undefined
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
      for (const segment of found) segment.close()
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
    const all = packWriter(folder)
    const seen = new Set<string>()
    for (const {records, kept: keptThere} of segments) {
      for (const [key, kind] of records()) {
        const isNew = kind === 'v' ? fresh.has(key) : pointers.has(key)
        if (isNew || seen.has(`${key} ${kind}`) || !isWanted(key)) continue
        const {value, pointer} = keptThere(key, kind) ?? {}
        const content = pointer && read(pointer)
        if (value !== undefined) all.value(key, value)
        if (content !== undefined) all.text(key, content)
        if (value !== undefined || content !== undefined) seen.add(`${key} ${kind}`)
      }
    }
    all.close()
    for (const {name} of segments) {
      for (const part of parts) {
        try {
          rmSync(join(folder, `${name}.${part}`), {force: true})
        } catch {
          // It is read by somebody else at this moment; a later run removes it.
        }
      }
    }
  }
}

/** The texts of a segment, or nothing where they cannot be read. */
function opened(folder: string, name: string): readonly (readonly [string, number])[] {
  try {
    return [[name, openSync(join(folder, `${name}.texts`), 'r')]]
  } catch {
    return []
  }
}

/** Segments that are gathered into one. */
const many = 12

/** Bytes beyond which a run keeps no more than it asked for itself. */
const most = 2 ** 30
