import {lstatSync, readFileSync, type Stats} from 'node:fs'
import {sha256} from './digest.ts'
import {entriesOf} from './known-files.ts'
import {filesIn} from './sources.ts'
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
  /** Path → what it holds, and the mark of the file as it was written. */
  readonly files: Readonly<Record<string, readonly [sha256: string, mark: string]>>
}

/** What is known of the last build into this folder; `undefined` where nothing is, or it is damaged. */
export function readBuilt(store: string, folder: string): Built | undefined {
  try {
    const [sum, ...rest] = readFileSync(store, 'utf8').split('\n')
    const body = rest.join('\n')
    if (sha256(body) !== sum) return undefined
    const built: Built = JSON.parse(body, (_, value: unknown) =>
      value === 'never' ? Infinity : value,
    )
    return built.folder === folder ? built : undefined
  } catch {
    return undefined
  }
}

export function writeBuilt(store: string, built: Built): void {
  const body = JSON.stringify({...built, until: built.until === Infinity ? 'never' : built.until})
  writeBeside(store, `${sha256(body)}\n${body}`)
}

/** Whether a folder holds what was built, no more and no less, and nobody has touched it. */
export function standsAsBuilt({folder, files}: Built): boolean {
  const there = filesIn('', (path) => entriesOf(`${folder}/${path}`))
  return (
    there.length === Object.keys(files).length &&
    there.every(
      (path) => Object.hasOwn(files, path) && files[path]?.[1] === markOf(`${folder}/${path}`),
    )
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
  return stats?.isFile() ? `${stats.size}:${stats.mtimeMs}:${stats.ctimeMs}:${stats.ino}` : ''
}
