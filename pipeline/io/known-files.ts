import {readdirSync, statSync, type Dirent} from 'node:fs'
import {LRUCache} from 'lru-cache'
import {sha256} from './digest.ts'
import {
  isAsRead,
  marksIn,
  stampIn,
  tableOf,
  type Mark,
  type Marks,
  type MarkTable,
} from './file-marks.ts'
import {readKept, writeKept} from './kept-data.ts'
import {readOrdinary} from './ordinary-file.ts'

/** What files hold, told without reading them where they have not been touched since they were read. */
export interface KnownFiles {
  /** SHA-256 (hex) of a file, and its bytes where it had to be read: to whoever looks first, and once more. */
  readonly look: (path: string) => Look
  /** What is in a folder, asked once a run; nothing where there is no such folder. */
  readonly list: (folder: string) => readonly Entry[]
  /** Look at the files once more, as they are now. */
  readonly again: () => KnownFiles
  /** Keep what is known now of the files looked at, for later runs. */
  readonly save: () => void
}

/** What a look at a file came to: its hash, and its bytes where they had to be read. */
export interface Look {
  readonly sha256: string
  readonly bytes: Buffer | undefined
}

/** How many bytes of files are held at most until somebody asks for them again. */
const most = 2 ** 22

/** What is in a folder; a link is what it is, not what it leads to. */
export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
}

/**
 * What an earlier run knew of the files below a folder.
 *
 * @param root the folder that paths start at
 * @param store where it is kept; `undefined`: nowhere, so that every file is read
 */
export function knownFiles(root: string, store: string | undefined): KnownFiles {
  const kept = store === undefined ? undefined : readKept(store)
  const [files, folders] = (kept ?? []) as readonly MarkTable[]
  return known(root, store, {
    files: files ? marksIn(files) : new Map(),
    folders: folders ? marksIn(folders) : new Map(),
  })
}

/** Marks of files with their SHA-256, and of folders with what is in them. */
interface Before {
  readonly files: Marks
  readonly folders: Marks
}

function known(root: string, store: string | undefined, before: Before): KnownFiles {
  const files = new Map<string, Mark>()
  const folders = new Map<string, Mark>()
  const read = new LRUCache<string, Buffer>({
    maxSize: most,
    sizeCalculation: ({length}) => length + 1,
  })
  const take = (path: string) => {
    const bytes = read.get(path)
    read.delete(path)
    return bytes
  }
  const lists = new Map<string, readonly Entry[]>()
  let changed = false
  return {
    look(path) {
      const seen = files.get(path)
      if (seen !== undefined) return {sha256: seen.holds, bytes: take(path)}
      const file = `${root}/${path}`
      const stats = statSync(file)
      const last = before.files.get(path)
      if (last !== undefined && isAsRead(stats, last)) {
        files.set(path, last)
        return {sha256: last.holds, bytes: undefined}
      }
      const at = Date.now()
      const bytes = readOrdinary(file, stats)
      const hash = sha256(bytes)
      files.set(path, {...stampIn(stats), at, holds: hash})
      changed = true
      read.set(path, bytes)
      return {sha256: hash, bytes}
    },
    list(path) {
      const found = lists.get(path) ?? list(path)
      lists.set(path, found)
      return found
    },
    again: () => known(root, store, files.size === 0 ? before : {files, folders}),
    save() {
      const {size} = files
      if (store === undefined || (!changed && size === before.files.size)) return
      writeKept(store, [tableOf(files), tableOf(folders)])
    },
  }

  /** Whatever comes into a folder, leaves it, or takes another's place there changes its mark. */
  function list(path: string): readonly Entry[] {
    const stats = statSync(`${root}/${path}`, {throwIfNoEntry: false})
    if (stats === undefined) return []
    const last = before.folders.get(path)
    if (last !== undefined && isAsRead(stats, last)) {
      folders.set(path, last)
      return last.holds.split('/').flatMap(entryIn)
    }
    const at = Date.now()
    const found = entriesOf(`${root}/${path}`)
    changed = true
    folders.set(path, {
      ...stampIn(stats),
      at,
      holds: found.map(({kind, name}) => `${kinds.indexOf(kind)}${name}`).join('/'),
    })
    return found
  }
}

const kinds: readonly Entry['kind'][] = ['file', 'folder', 'link', 'other']

function entryIn(text: string): readonly Entry[] {
  const kind = kinds[Number(text.slice(0, 1))]
  return text === '' || kind === undefined ? [] : [{name: text.slice(1), kind}]
}

/** Sorted, without what is hidden. */
export function entriesOf(folder: string): readonly Entry[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
      .filter(({name}) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => ({name: entry.name, kind: kindOf(entry)}))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw cause
  }
}

function kindOf(entry: Dirent): Entry['kind'] {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}
