import {readFileSync} from 'node:fs'
import {deserialize, serialize} from 'node:v8'
import {sha256} from './digest.ts'
import {writeBeside} from './write-beside.ts'

/** All that changes with a file or a folder, or with another one in its place. */
export interface Stamp {
  readonly size: number
  readonly mtimeMs: number
  readonly ctimeMs: number
  readonly ino: number
}

/** What was read there, and when. */
export interface Mark extends Stamp {
  readonly at: number
  readonly holds: string
}

/** By path. */
export type Marks = ReadonlyMap<string, Mark>

/**
 * Whether what is there is what was read. It must not have been touched for a while before it was:
 * clocks of file systems are coarse, a file may change twice in what is one moment to them.
 */
export function isAsRead({size, mtimeMs, ctimeMs, ino}: Stamp, mark: Mark): boolean {
  return (
    size === mark.size &&
    mtimeMs === mark.mtimeMs &&
    ctimeMs === mark.ctimeMs &&
    ino === mark.ino &&
    mark.at - Math.max(mtimeMs, ctimeMs) > 2000
  )
}

/** Keep marks of several kinds. Numbers are kept as such: to print and to parse them takes long. */
export function writeMarks(store: string, kinds: readonly Marks[]): void {
  const tables = kinds.map((marks) => ({
    paths: [...marks.keys()],
    holds: [...marks.values()].map(({holds}) => holds),
    numbers: Float64Array.from(
      [...marks.values()].flatMap(({size, mtimeMs, ctimeMs, ino, at}) => [
        size,
        mtimeMs,
        ctimeMs,
        ino,
        at,
      ]),
    ),
  }))
  const body = serialize(tables)
  writeBeside(store, Buffer.concat([Buffer.from(`${sha256(body)}\n`, 'latin1'), body]))
}

/** The marks kept there, as they were given; `undefined` where there are none, or they are damaged. */
export function readMarks(store: string): readonly Marks[] | undefined {
  try {
    const bytes = readFileSync(store)
    const body = bytes.subarray(65)
    if (sha256(body) !== bytes.toString('latin1', 0, 64)) return undefined
    const tables: readonly Table[] = deserialize(body)
    return tables.map(marksIn)
  } catch {
    return undefined
  }
}

interface Table {
  readonly paths: readonly string[]
  readonly holds: readonly string[]
  readonly numbers: Float64Array
}

function marksIn({paths, holds, numbers}: Table): Marks {
  const numberAt = (line: number, column: number) => numbers[line * 5 + column] ?? Number.NaN
  return new Map(
    paths.map((path, line) => [
      path,
      {
        size: numberAt(line, 0),
        mtimeMs: numberAt(line, 1),
        ctimeMs: numberAt(line, 2),
        ino: numberAt(line, 3),
        at: numberAt(line, 4),
        holds: holds[line] ?? '',
      },
    ]),
  )
}
