import {lstatSync, type Stats} from 'node:fs'

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
export function isAsRead(stamp: Stamp, mark: Mark): boolean {
  return isUntouched(stamp, mark) && mark.at - Math.max(stamp.mtimeMs, stamp.ctimeMs) > 2000
}

/** Whether what is there is what was there. */
export function isUntouched({size, mtimeMs, ctimeMs, ino}: Stamp, mark: Stamp): boolean {
  return (
    size === mark.size && mtimeMs === mark.mtimeMs && ctimeMs === mark.ctimeMs && ino === mark.ino
  )
}

/** The stamp of a file or a folder; where none of that kind is there, one that equals no other, nor itself. */
export function stampOf(path: string, kind: 'file' | 'folder'): Stamp {
  const stats = standing(path)
  const isThere = kind === 'file' ? stats?.isFile() : stats?.isDirectory()
  return stats !== undefined && isThere === true ? stampIn(stats) : nowhere
}

/** What stands at a path; `undefined` where nothing does, as where one of its folders is a file. */
export function standing(path: string): Stats | undefined {
  try {
    return lstatSync(path, {throwIfNoEntry: false})
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOTDIR') return undefined
    throw cause
  }
}

const nowhere: Stamp = {size: Number.NaN, mtimeMs: Number.NaN, ctimeMs: Number.NaN, ino: Number.NaN}

/** What of a file’s status changes whenever the file does. */
export function stampIn({size, mtimeMs, ctimeMs, ino}: Stats): Stamp {
  return {size, mtimeMs, ctimeMs, ino}
}

/** Marks as they are kept. Numbers are kept as such: to print and to parse them takes long. */
export interface MarkTable {
  readonly paths: readonly string[]
  readonly holds: readonly string[]
  readonly numbers: Float64Array
}

/** Marks in the form in which they are kept. */
export function tableOf(marks: Marks): MarkTable {
  return {
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
  }
}

/** The marks that a table holds. */
export function marksIn({paths, holds, numbers}: MarkTable): Marks {
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
