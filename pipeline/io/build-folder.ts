import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {PipelineError} from '../model/error.ts'
import type {Holding} from './built.ts'
import {sha256} from './digest.ts'
import {isUntouched, stampOf, standing, type Mark, type Marks} from './file-marks.ts'
import {unwritable} from './unwritable.ts'

/** Lies in a folder for as long as a build writes into it; what a build that was killed left is told by it. */
const unfinished = '.galley-new'

/**
 * Make sure of a folder for a build before the work is done: one that is empty or not there yet, or
 * that an earlier build began to fill.
 *
 * @throws PipelineError `would-overwrite`, `unwritable-file`
 */
export function emptyFolder(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true})
    const names = readdirSync(folder)
    if (names.length === 0 || names.includes(unfinished)) return
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

/** What of an earlier build can be where it was: no link and no file has taken the place of its folder. */
export function inPlace(folder: string, {files, folders}: Holding): Holding {
  const obstacles = obstaclesIn(folder, [...folders.keys()])
  if (obstacles.length === 0) return {files, folders}
  const kept = (marks: Marks): Marks =>
    new Map(
      [...marks].filter(([path]) => !obstacles.some((one) => `${path}/`.startsWith(`${one}/`))),
    )
  return {files: kept(files), folders: kept(folders)}
}

/** What stands in place of these folders, the outermost first: a file, or a link that leads elsewhere. */
function obstaclesIn(folder: string, folders: readonly string[]): readonly string[] {
  return folders.filter((path) => standing(`${folder}/${path}`)?.isDirectory() === false).toSorted()
}

/**
 * Make a folder hold these files and no others; what stands there as an earlier build wrote it is left
 * alone. It is no release: nothing is flushed or verified. Where a file cannot be made, because a
 * template fails on it, the earlier build stays as it was.
 *
 * @param before what an earlier build wrote there, and is `inPlace`
 * @returns what it holds now
 * @throws PipelineError `unwritable-file`
 */
export function writeBuild(folder: string, files: readonly BuildFile[], before: Holding): Holding {
  const now = new Map<string, Mark>()
  const written = new Map<string, string>()
  const failing = <Made>(work: () => Made): Made => {
    try {
      return work()
    } catch (cause) {
      throw unwritable(folder, cause)
    }
  }
  const folders = foldersOf(files.map(({path}) => path))
  const isOver = failing(() => existsSync(folder) && readdirSync(folder).length > 0)
  const desk = isOver ? besides(folder, [...folders]) : straight(folder)
  try {
    failing(desk.open)
    // One file after the other and without promises: half the work for thousands of small files. Each
    // is made only now, so that it need not be held or read again.
    for (const {path, sha256: known, content} of lastAtEach(files)) {
      const old = before.files.get(path)
      const sum = known() ?? sha256(content())
      if (old?.holds === sum && isUntouched(stampOf(`${folder}/${path}`, 'file'), old)) {
        now.set(path, old)
        continue
      }
      const bytes = content()
      failing(() => desk.write(path, bytes))
      written.set(path, sum)
    }
    failing(desk.close)
  } catch (error) {
    desk.drop()
    throw error
  }
  const wanted = new Set([...now.keys(), ...written.keys()])
  const marks = failing(() => removeOthers(folder, {files: wanted, folders}, before, isOver))
  for (const [path, sum] of written) now.set(path, markOf(`${folder}/${path}`, 'file', sum))
  return {files: now, folders: marks}
}

/** Of files at one path, which only a wrong name gives, the one that would be written over the others. */
function lastAtEach(files: readonly BuildFile[]): Iterable<BuildFile> {
  return new Map(files.map((file) => [file.path, file])).values()
}

function markOf(path: string, kind: 'file' | 'folder', holds: string): Mark {
  return {...stampOf(path, kind), at: Date.now(), holds}
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
  const mark = join(folder, unfinished)
  return {
    open: () => void mkdirSync(mark, {recursive: true}),
    write(path, content) {
      const target = join(folder, path)
      const parent = dirname(target)
      if (!made.has(parent)) mkdirSync(parent, {recursive: true})
      made.add(parent)
      writeFileSync(target, content)
    },
    close: () => rmSync(mark, {recursive: true}),
    drop() {
      rmSync(folder, {recursive: true, force: true})
      mkdirSync(folder, {recursive: true})
    },
  }
}

/** Over an earlier build: beside it, and into their places when all are made. */
function besides(folder: string, folders: readonly string[]): Bench {
  const beside = join(folder, unfinished)
  const written: string[] = []
  const drop = () => rmSync(beside, {recursive: true, force: true})
  return {
    open() {
      drop()
      mkdirSync(beside)
    },
    write: (path, content) => writeFileSync(join(beside, String(written.push(path) - 1)), content),
    close() {
      for (const path of obstaclesIn(folder, folders)) rmSync(join(folder, path), {force: true})
      for (const [index, path] of written.entries()) {
        const target = join(folder, path)
        mkdirSync(dirname(target), {recursive: true})
        // What stands in its place may be no file of ours.
        const there = standing(target)
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
 * @param isOver whether anything stood in the folder before
 * @returns the folders that are left, with their marks
 */
function removeOthers(
  folder: string,
  {files, folders}: Readonly<Record<'files' | 'folders', ReadonlySet<string>>>,
  before: Holding,
  isOver: boolean,
): Marks {
  const isWanted = (path: string) => files.has(path) || folders.has(path)
  const remove = (path: string) => {
    if (!isWanted(path)) rmSync(`${folder}/${path}`, {recursive: true, force: true})
  }
  for (const path of [...before.files.keys(), ...before.folders.keys()]) remove(path)
  const marks = new Map<string, Mark>()
  for (const path of folders) {
    const whole = `${folder}/${path}`
    const old = before.folders.get(path)
    const isKnown = old !== undefined && isUntouched(stampOf(whole, 'folder'), old)
    if (isOver && !isKnown)
      for (const name of readdirSync(whole)) remove(path === '' ? name : `${path}/${name}`)
    marks.set(path, isKnown ? old : markOf(whole, 'folder', ''))
  }
  return marks
}

/** The folders that these files lie in; the whole is `''`. */
function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
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
