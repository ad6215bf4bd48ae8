import {statSync, type Stats} from 'node:fs'
import {dirname, isAbsolute, join, relative} from 'node:path'
import {PipelineError} from '../model/error.ts'

/**
 * The first folder's file of this name; the last folder's where none has it.
 *
 * @throws PipelineError `broken-template` where something else has its name (who reads a pipe waits for
 *   ever), or what cannot be read
 */
export function find(folders: readonly string[], file: string): string {
  const paths = folders.map((folder) => join(folder, file))
  const path = paths.find((one) => {
    const stats = statsOf(one, folders)
    if (stats?.isFile() === false)
      throw broken(`${nameOf(one, folders)} is not an ordinary file.`, undefined)
    return stats !== undefined
  })
  return path ?? paths.at(-1) ?? file
}

/** `undefined` where nothing has this name. */
function statsOf(path: string, folders: readonly string[]): Stats | undefined {
  try {
    // Asked not to throw, Node from 22 on takes a file in the place of a folder for nothing at all.
    return statSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (code === 'ENOENT') return undefined
    const why = unreadable[code] ?? code
    throw broken(`${nameOf(path, folders)} cannot be read: ${why}.`, error)
  }
}

const unreadable: Readonly<Record<string, string>> = {
  ENOTDIR: 'a file is in the place of its folder',
  ELOOP: 'it is a symbolic link that leads to itself',
}

/** Whether a path lies in the folder. */
export function within(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return !way.startsWith('..') && !isAbsolute(way)
}

/** `templates/front.tsx`, as seen from the publication's or the package's folder, the first for what lies in neither. */
export function nameOf(path: string, folders: readonly string[]): string {
  const roots = folders.map((folder) => dirname(folder))
  return relative(roots.find((root) => within(root, path)) ?? roots[0] ?? '', path)
}

/** The error for whatever is wrong with a template or a style. */
export function broken(message: string, cause: unknown): PipelineError {
  return new PipelineError(
    'broken-template',
    message,
    'Mend the template at this place. Deleting the file brings back the one of the package.',
    {cause},
  )
}
