import {readFileSync} from 'node:fs'
import {basename} from 'node:path'
import {sha256} from './digest.ts'
import type {Kind} from './pack-records.ts'
import {writeBeside} from './write-beside.ts'

/** Where a record lies in the values of a segment. */
export interface Extent {
  readonly at: number
  readonly length: number
}

/** Where the records of a segment lie, found without reading them. */
export interface Index {
  readonly find: (key: string, kind: Kind) => Extent | undefined
  /** Every record, by key and kind. */
  readonly records: () => readonly (readonly [key: string, kind: Kind])[]
}

/** `key kind at length`, of a fixed width, so that sorted lines are soon searched. */
const width = 32 + 1 + 1 + 1 + 12 + 1 + 8 + 1

/** Of a line, as far as it says of which record it is. */
const named = 32 + 1 + 1

/** An index in the making. */
export interface IndexWriter {
  /** Of a record that is added twice the last one counts. */
  readonly add: (key: string, kind: Kind, extent: Extent) => void
  readonly index: () => Index
  /** Keep it, as one of the first `size` bytes of values. */
  readonly write: (file: string, size: number) => void
}

/** An index that is filled line by line, and sorted when it is written. */
export function indexWriter(): IndexWriter {
  // In one buffer: as texts of their own they would take five times the memory.
  let lines = Buffer.allocUnsafe(2 ** 12)
  let filled = 0
  const sorted = () =>
    Array.from({length: filled / width}, (_, line) =>
      lines.toString('latin1', line * width, (line + 1) * width),
    )
      .sort()
      .join('')
  return {
    add(key, kind, {at, length}) {
      if (filled + width > lines.length) lines = Buffer.concat([lines], 2 * lines.length)
      const [from, long] = [at.toString(16).padStart(12, '0'), length.toString(16).padStart(8, '0')]
      filled += lines.write(`${key} ${kind} ${from} ${long}\n`, filled, 'latin1')
    },
    index: () => indexIn(Buffer.from(sorted(), 'latin1')),
    write(file, size) {
      const body = `${ofValues(file, size)}\n${sorted()}`
      writeBeside(file, `${sha256(body)}\n${body}`)
    },
  }
}

/** The index kept there; `undefined` where there is none of just so many bytes, or it is damaged. */
export function readIndex(file: string, size: number): Index | undefined {
  try {
    const bytes = readFileSync(file)
    const [body, lines] = [65, bytes.indexOf('\n', 65) + 1]
    const [sum, of] = [bytes.toString('latin1', 0, 64), bytes.toString('latin1', body, lines - 1)]
    if (of !== ofValues(file, size) || sum !== sha256(bytes.subarray(body))) return undefined
    return indexIn(bytes.subarray(lines))
  } catch {
    return undefined
  }
}

/** Whose index it is: the first bytes of the values beside it. */
function ofValues(file: string, size: number): string {
  return `${basename(file)} ${size}`
}

function indexIn(lines: Buffer): Index {
  const count = lines.length / width
  const textAt = (line: number, from: number, to: number) =>
    lines.toString('latin1', line * width + from, line * width + to)
  return {
    find(key, kind) {
      const wanted = Buffer.from(`${key} ${kind}`, 'latin1')
      const isBehind = (line: number) =>
        wanted.compare(lines, line * width, line * width + named) < 0
      let [low, high] = [0, count]
      while (low < high) {
        const middle = (low + high) >> 1
        if (isBehind(middle)) high = middle
        else low = middle + 1
      }
      const line = low - 1
      if (line < 0 || textAt(line, 0, named) !== `${key} ${kind}`) return undefined
      return {
        at: Number.parseInt(textAt(line, named + 1, named + 13), 16),
        length: Number.parseInt(textAt(line, named + 14, named + 22), 16),
      }
    },
    records: () =>
      Array.from({length: count}, (_, line) => [
        textAt(line, 0, 32),
        textAt(line, 33, named) === 'v' ? 'v' : 't',
      ]),
  }
}
