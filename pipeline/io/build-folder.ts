import {lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {PipelineError} from '../model/error.ts'
import {markOf, type Built} from './built.ts'
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
 * alone. It is no release: nothing is flushed or verified.
 *
 * @param before what an earlier build wrote there
 * @returns what it holds now
 * @throws PipelineError `unwritable-file`
 */
export function writeBuild(
  folder: string,
  files: readonly BuildFile[],
  before: Built['files'],
): Built['files'] {
  const now: Record<string, readonly [string, string]> = {}
  const fresh = new Map<string, boolean>()
  const failing = (work: () => void) => {
    try {
      work()
    } catch (cause) {
      throw unwritable(folder, cause)
    }
  }
  // One file after the other and without promises: half the work for thousands of small files. Each
  // is made only now, so that it need not be held or read again.
  for (const {path, sha256: known, content} of files) {
    const target = join(folder, path)
    const old = Object.hasOwn(before, path) ? before[path] : undefined
    const sum = known() ?? sha256(content())
    if (old?.[0] === sum && old[1] === markOf(target)) {
      now[path] = old
      continue
    }
    const bytes = content()
    failing(() => {
      const parent = dirname(target)
      const isFresh = fresh.get(parent) ?? mkdirSync(parent, {recursive: true}) !== undefined
      fresh.set(parent, isFresh)
      // What stands in its place may be no file of ours; in a folder that was just made there is none.
      const isFree =
        isFresh ||
        (old !== undefined && lstatSync(target, {throwIfNoEntry: false})?.isFile() === true)
      if (!isFree) rmSync(target, {recursive: true, force: true})
      writeFileSync(target, bytes)
      now[path] = [sum, markOf(target)]
    })
  }
  failing(() => removeOthers(folder, now))
  return now
}

/** Removes every file that is not among these, and folders that hold nothing else. */
function removeOthers(folder: string, wanted: Built['files']): void {
  const isEmptied = (path: string): boolean => {
    let left = 0
    for (const entry of readdirSync(join(folder, path), {withFileTypes: true})) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`
      const stays = entry.isDirectory() ? !isEmptied(inside) : Object.hasOwn(wanted, inside)
      if (stays) left++
      else rmSync(join(folder, inside), {recursive: true, force: true})
    }
    return left === 0
  }
  isEmptied('')
}
