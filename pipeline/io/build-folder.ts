import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {PipelineError} from '../model/error.ts'
import type {Rendition} from '../model/rendition.ts'
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

/**
 * Write files into a folder. It is no release: nothing is flushed, verified or switched to.
 *
 * @throws PipelineError `unwritable-file`
 */
export function writeBuild(folder: string, files: readonly Rendition[]): void {
  try {
    // One file after the other and without promises: half the work for thousands of small files.
    const made = new Set<string>()
    for (const {path, content} of files) {
      const target = join(folder, path)
      const parent = dirname(target)
      if (!made.has(parent)) mkdirSync(parent, {recursive: true})
      made.add(parent)
      writeFileSync(target, content)
    }
  } catch (cause) {
    throw unwritable(folder, cause)
  }
}
