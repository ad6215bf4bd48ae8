import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {PipelineError} from '../model/error.ts'
import {folderMarkOf, markOf, type Holding} from './built.ts'
import {sha256} from './digest.ts'
import {unwritable} from './unwritable.ts'

/**
 * Make sure of a folder for a build before the work is done: one that is empty or not there yet.
 *
 * @throws PipelineError `would-overwrite`, `unwritable-file`
 */
export function emptyFolder(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true})
    if (readdirSync(folder).length === 0) return
  } catch (cause) {
    throw unwritable(folder, cause)
  }
  throw new PipelineError(
    'would-overwrite',
    `${folder} is not empty, and nothing was written over it.`,
    'Name a folder that is empty or not there yet.',
  )
}

/** A file to be written, and what it holds where that is known without reading it. */
export interface BuildFile {
  readonly path: string
  readonly sha256: () => string | undefined
  /** `undefined` where it stands as it was built before. */
  readonly content: () => string | Uint8Array
}

/**
 * Make a folder hold these files and no others; what stands there as an earlier build wrote it is left
 * alone. It is no release: nothing is flushed or verified. Where a file cannot be made, because a
 * template fails on it, the earlier build stays as it was.
 *
 * @param before what an earlier build wrote there
 * @returns what it holds now
 * @throws PipelineError `unwritable-file`
 */
export function writeBuild(folder: string, files: readonly BuildFile[], before: Holding): Holding {
  const now: Record<string, readonly [string, string]> = {}
  const failing = <Made>(work: () => Made): Made => {
    try {
      return work()
    } catch (cause) {
      throw unwritable(folder, cause)
    }
  }
  const isOver = existsSync(folder) && readdirSync(folder).length > 0
  const desk = isOver ? besides(folder) : straight(folder)
  try {
    failing(desk.open)
    // One file after the other and without promises: half the work for thousands of small files. Each
    // is made only now, so that it need not be held or read again.
    for (const {path, sha256: known, content} of files) {
      const old = Object.hasOwn(before.files, path) ? before.files[path] : undefined
      const sum = known() ?? sha256(content())
      if (old?.[0] === sum && old[1] === markOf(`${folder}/${path}`)) {
        now[path] = old
        continue
      }
      const bytes = content()
      failing(() => desk.write(path, bytes))
      now[path] = [sum, '']
    }
    failing(desk.close)
  } catch (error) {
    desk.drop()
    throw error
  }
  const folders = failing(() => removeOthers(folder, now, before))
  for (const [path, [sum, mark]] of Object.entries(now)) {
    if (mark === '') now[path] = [sum, markOf(`${folder}/${path}`)]
  }
  return {files: now, folders}
}

/** Where files are written until all are there. */
interface Bench {
  readonly open: () => void
  readonly write: (path: string, content: string | Uint8Array) => void
  readonly close: () => void
  /** Leave the folder as it was. */
  readonly drop: () => void
}

/** Into a folder that has nothing in it. */
function straight(folder: string): Bench {
  const made = new Set<string>()
  return {
    open: () => void mkdirSync(folder, {recursive: true}),
    write(path, content) {
      const target = join(folder, path)
      const parent = dirname(target)
      if (!made.has(parent)) mkdirSync(parent, {recursive: true})
      made.add(parent)
      writeFileSync(target, content)
    },
    close: () => {},
    drop() {
      rmSync(folder, {recursive: true, force: true})
      mkdirSync(folder, {recursive: true})
    },
  }
}

/** Over an earlier build: beside it, and into their places when all are made. */
function besides(folder: string): Bench {
  const beside = join(folder, '.galley-new')
  const written: string[] = []
  const drop = () => rmSync(beside, {recursive: true, force: true})
  return {
    open() {
      drop()
      mkdirSync(beside)
    },
    write: (path, content) => writeFileSync(join(beside, String(written.push(path) - 1)), content),
    close() {
      for (const [index, path] of written.entries()) {
        const target = join(folder, path)
        mkdirSync(dirname(target), {recursive: true})
        // What stands in its place may be no file of ours.
        const there = lstatSync(target, {throwIfNoEntry: false})
        if (there !== undefined && !there.isFile()) rmSync(target, {recursive: true})
        renameSync(join(beside, String(index)), target)
      }
      drop()
    },
    drop,
  }
}

/**
 * Removes every file that is not among these, and folders that hold nothing else. What is in a folder
 * that nobody has touched since is known.
 *
 * @returns the folders that are left, with their marks
 */
function removeOthers(
  folder: string,
  wanted: Holding['files'],
  before: Holding,
): Holding['folders'] {
  const folders = foldersOf(Object.keys(wanted))
  const isWanted = (path: string) => Object.hasOwn(wanted, path) || folders.has(path)
  const remove = (path: string) => {
    if (!isWanted(path)) rmSync(`${folder}/${path}`, {recursive: true, force: true})
  }
  for (const path of [...Object.keys(before.files), ...Object.keys(before.folders)]) remove(path)
  const marks = [...folders].map((path) => {
    const mark = folderMarkOf(`${folder}/${path}`)
    if (Object.hasOwn(before.folders, path) && before.folders[path] === mark) return [path, mark]
    for (const name of readdirSync(`${folder}/${path}`))
      remove(path === '' ? name : `${path}/${name}`)
    return [path, folderMarkOf(`${folder}/${path}`)]
  })
  return Object.fromEntries(marks)
}

/** The folders that these files lie in; the whole is `''`. */
function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set([''])
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const parent = path.slice(0, at)
      if (folders.has(parent)) break
      folders.add(parent)
    }
  }
  return folders
}
