import {readFileSync} from 'node:fs'
import {sha256} from './digest.ts'
import {isUntouched, marksIn, stampOf, tableOf, type Marks, type MarkTable} from './file-marks.ts'
import {readKept, writeKept} from './kept-data.ts'

/** What the last build into a folder was made of, and what it wrote there. */
export interface Built {
  readonly folder: string
  readonly sources: string
  readonly program: string
  /** Files that templates import from elsewhere → what they held. */
  readonly outside: Readonly<Record<string, string>>
  /** It is what a build would make from then on, and before `until`; milliseconds. */
  readonly since: number
  readonly until: number
  readonly editions: number
  readonly errors: number
  readonly holds: Holding
}

/** What a build's folder holds. */
export interface Holding {
  /** The files as they were written, and the SHA-256 of what they hold. */
  readonly files: Marks
  /** The folders when nothing else was in them; the whole is `''`. */
  readonly folders: Marks
}

/** What is known of the last build into this folder; `undefined` where nothing is, or it is damaged. */
export function readBuilt(store: string, folder: string): Built | undefined {
  const kept = readKept(store) as Kept | undefined
  if (kept?.folder !== folder) return undefined
  const {files, folders, ...built} = kept
  return {...built, holds: {files: marksIn(files), folders: marksIn(folders)}}
}

/** Remembers what a folder holds now. */
export function writeBuilt(store: string, {holds: {files, folders}, ...built}: Built): void {
  const kept: Kept = {...built, files: tableOf(files), folders: tableOf(folders)}
  writeKept(store, kept)
}

interface Kept extends Omit<Built, 'holds'> {
  readonly files: MarkTable
  readonly folders: MarkTable
}

/** Whether a folder holds what was built, no more and no less, and nobody has touched it. */
export function standsAsBuilt({folder, holds: {files, folders}}: Built): boolean {
  const stand = (marks: Marks, kind: 'file' | 'folder') =>
    [...marks].every(([path, mark]) => isUntouched(stampOf(`${folder}/${path}`, kind), mark))
  // What comes or goes changes the mark of the folder it is in.
  return stand(folders, 'folder') && stand(files, 'file')
}

/** What files held that templates import from elsewhere; `''` where there is none any more. */
export function sumsOf(paths: readonly string[]): Built['outside'] {
  const sumOf = (path: string) => {
    try {
      return sha256(readFileSync(path))
    } catch {
      return ''
    }
  }
  return Object.fromEntries(paths.map((path) => [path, sumOf(path)]))
}
