import {closeSync, openSync, readdirSync, readFileSync, readSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {indexWriter, readIndex, type Index} from './pack-index.ts'
import {keptIn, recordsIn, type Kept, type Kind} from './pack-records.ts'

/** What an earlier run wrote. */
export interface Segment extends Pick<Index, 'records'> {
  readonly name: string
  /** Of its records and its texts. */
  readonly size: number
  /** What a record holds; `undefined` where there is none, or it is damaged. */
  readonly kept: (key: string, kind: Kind) => Kept | undefined
  readonly close: () => void
}

/** The files of a segment: where records lie, records, texts. */
export const parts = ['index', 'values', 'texts'] as const

/** Segments in a folder, the oldest first, but for those that cannot be read. */
export function openSegments(folder: string): readonly Segment[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.values'))
      .sort()
      .flatMap((name) => openSegment(folder, name.slice(0, -'.values'.length)) ?? [])
  } catch {
    return []
  }
}

function openSegment(folder: string, name: string): Segment | undefined {
  const fileOf = (part: (typeof parts)[number]) => join(folder, `${name}.${part}`)
  try {
    const [size, more] = [statSync(fileOf('values')).size, statSync(fileOf('texts')).size]
    const {find, records} =
      readIndex(fileOf('index'), size) ?? indexAnew(fileOf('index'), fileOf('values'))
    const file = openSync(fileOf('values'), 'r')
    return {
      name,
      size: size + more,
      records,
      kept(key, kind) {
        const extent = find(key, kind)
        if (extent === undefined) return undefined
        const bytes = readAt(file, extent)
        return bytes && keptIn(bytes, key, name)
      },
      close: () => closeSync(file),
    }
  } catch {
    return undefined
  }
}

/** A run that was killed has left none. */
function indexAnew(index: string, values: string): Index {
  const bytes = readFileSync(values)
  const anew = indexWriter()
  for (const {key, kind, ...extent} of recordsIn(bytes)) anew.add(key, kind, extent)
  anew.write(index, bytes.length)
  return anew.index()
}

/** These bytes of a file; `undefined` where it has not so many. */
export function readAt(
  file: number,
  {at, length}: {readonly at: number; readonly length: number},
): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length)
  try {
    return readSync(file, bytes, 0, length, at) === length ? bytes : undefined
  } catch {
    return undefined
  }
}
