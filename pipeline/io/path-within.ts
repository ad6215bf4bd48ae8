import {lstat, realpath} from 'node:fs/promises'
import {isAbsolute, join, relative, sep} from 'node:path'
import {PipelineError} from '../model/error.ts'

/**
 * A path of the publication as it stands on the disk, sure to lie inside the root: no way out by
 * `..`, an absolute path or a symbolic link, whether or not the file exists.
 *
 * @param path from the root, with `/`
 * @throws PipelineError `unwritable-file`
 */
export async function pathWithin(root: string, path: string): Promise<string> {
  const refuse = (why: string) =>
    new PipelineError(
      'unwritable-file',
      `"${path}" ${why}.`,
      'Name a file inside the publication, and put a real folder where a link is.',
    )
  const parts = path.split('/')
  if (
    /[\0\\]/.test(path) ||
    isAbsolute(path) ||
    parts.some((part) => ['', '.', '..'].includes(part))
  ) {
    throw refuse('is not a path inside the publication')
  }
  const real = await realpath(root)
  let known = real
  for (const [index, part] of parts.entries()) {
    const next = join(known, part)
    if ((await lstat(next).catch(() => undefined)) === undefined) {
      return join(known, ...parts.slice(index))
    }
    known = await realpath(next).catch(() => {
      throw refuse('is a symbolic link to nothing')
    })
    if (relative(real, known).split(sep)[0] === '..' || isAbsolute(relative(real, known))) {
      throw refuse('leads out of the publication by a symbolic link')
    }
  }
  return known
}
