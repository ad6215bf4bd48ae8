import {lstatSync, readFileSync, type Stats} from 'node:fs'
import {sha256} from './digest.ts'
import {stampOf} from './known-files.ts'
import {writeBeside} from './write-beside.ts'

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
  /** Path → what it holds, and the mark of the file as it was written. */
  readonly files: Readonly<Record<string, readonly [sha256: string, mark: string]>>
  /** Path → the mark of the folder when nothing else was in it. */
  readonly folders: Readonly<Record<string, string>>
}

/** What is known of the last build into this folder; `undefined` where nothing is, or it is damaged. */
export function readBuilt(store: string, folder: string): Built | undefined {
  try {
    const [sum, ...rest] = readFileSync(store, 'utf8').split('\n')
    const body = rest.join('\n')
    if (sha256(body) !== sum) return undefined
    const built: Built = JSON.parse(body)
    // JSON has no word for a time that never comes.
    return built.folder === folder ? {...built, until: built.until ?? Infinity} : undefined
  } catch {
    return undefined
  }
}

export function writeBuilt(store: string, built: Built): void {
  const body = JSON.stringify(built)
  writeBeside(store, `${sha256(body)}\n${body}`)
}

/** Whether a folder holds what was built, no more and no less, and nobody has touched it. */
export function standsAsBuilt({folder, holds: {files, folders}}: Built): boolean {
  return (
    // What comes or goes changes the mark of the folder it is in.
    Object.entries(folders).every(([path, mark]) => mark === folderMarkOf(`${folder}/${path}`)) &&
    Object.entries(files).every(([path, [, mark]]) => mark === markOf(`${folder}/${path}`))
  )
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

/** All that changes with a file, or with another file in its place; `''` where there is none. */
export function markOf(file: string): string {
  const stats: Stats | undefined = lstatSync(file, {throwIfNoEntry: false})
  return stats?.isFile() === true ? stampOf(stats) : ''
}

/** All that changes with a folder when anything in it comes, goes or is called otherwise; `''` where there is none. */
export function folderMarkOf(folder: string): string {
  const stats: Stats | undefined = lstatSync(folder, {throwIfNoEntry: false})
  return stats?.isDirectory() === true ? stampOf(stats) : ''
}
