import {statSync, readdirSync, readFileSync, type Dirent, type Stats} from 'node:fs'
import {sha256} from './digest.ts'
import {writeBeside} from './write-beside.ts'

/** What files hold, told without reading them where they have not been touched since they were read. */
export interface KnownFiles {
  /** SHA-256 (hex) of a file, and its bytes where it had to be read. */
  readonly look: (path: string) => Look
  /** What is in a folder, asked once a run; nothing where there is no such folder. */
  readonly list: (folder: string) => readonly Dirent[]
  /** Look at the files once more, as they are now. */
  readonly again: () => KnownFiles
  /** Keep what is known now of the files looked at, for later runs. */
  readonly save: () => void
}

export interface Look {
  readonly sha256: string
  readonly bytes: Buffer | undefined
}

/** How many bytes of files are held until somebody asks for them again. */
const most = 2 ** 22

interface Entry {
  readonly stamp: string
  readonly sha256: string
  /** When it was read. */
  readonly at: number
}

/**
 * What an earlier run knew of the files below a folder.
 *
 * @param root the folder that paths start at
 * @param store where it is kept; `undefined`: nowhere, so that every file is read
 */
export function knownFiles(root: string, store: string | undefined): KnownFiles {
  return known(root, store, store === undefined ? new Map() : readEntries(store))
}

function known(
  root: string,
  store: string | undefined,
  before: ReadonlyMap<string, Entry>,
): KnownFiles {
  const now = new Map<string, Entry>()
  const read = new Map<string, Buffer>()
  const folders = new Map<string, readonly Dirent[]>()
  let changed = false
  let held = 0
  return {
    look(path) {
      const seen = now.get(path)
      if (seen !== undefined) {
        // Given once, and not held any longer.
        const bytes = read.get(path)
        held -= bytes?.length ?? 0
        read.delete(path)
        return {sha256: seen.sha256, bytes}
      }
      const file = `${root}/${path}`
      const stats = statSync(file)
      const stamp = stampOf(stats)
      const entry = before.get(path)
      if (entry?.stamp === stamp && isSettled(stats, entry.at)) {
        now.set(path, entry)
        return {sha256: entry.sha256, bytes: undefined}
      }
      const at = Date.now()
      const bytes = readFileSync(file)
      const hash = sha256(bytes)
      now.set(path, {stamp, sha256: hash, at})
      changed = true
      // Given once more, as long as all that waits for that is little.
      if (held + bytes.length <= most) {
        held += bytes.length
        read.set(path, bytes)
      }
      return {sha256: hash, bytes}
    },
    list(folder) {
      const found = folders.get(folder) ?? entriesOf(`${root}/${folder}`)
      folders.set(folder, found)
      return found
    },
    again: () => known(root, store, now.size === 0 ? before : now),
    save() {
      if (store === undefined || (!changed && now.size === before.size)) return
      const lines = [...now].map(
        ([path, {stamp, sha256: hash, at}]) => `${hash} ${at} ${stamp} ${path}`,
      )
      writeBeside(store, `${sha256(lines.join('\n'))}\n${lines.join('\n')}`)
    },
  }
}

/** All that changes with a file or a folder, or with another one in its place. */
export function stampOf({size, mtimeMs, ctimeMs, ino}: Stats): string {
  // Joined, it is one text; added up, it would be held in eight pieces.
  return [size, mtimeMs, ctimeMs, ino].join(':')
}

/**
 * Whether the file had not been touched for a while when it was read. Clocks of file systems are
 * coarse: a file may change twice in what is one moment to them.
 */
function isSettled({mtimeMs, ctimeMs}: Stats, at: number): boolean {
  return at - Math.max(mtimeMs, ctimeMs) > 2000
}

function readEntries(store: string): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  let text: string
  try {
    text = readFileSync(store, 'utf8')
  } catch {
    return entries
  }
  const end = text.indexOf('\n')
  if (sha256(text.slice(end + 1)) !== text.slice(0, end)) return entries
  for (const line of text.slice(end + 1).split('\n')) {
    const [hash = '', at = '', stamp = ''] = line.split(' ', 3)
    const path = line.slice(hash.length + at.length + stamp.length + 3)
    entries.set(path, {stamp, sha256: hash, at: Number(at)})
  }
  return entries
}

/** Sorted, without what is hidden. */
export function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
      .filter(({name}) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw cause
  }
}
