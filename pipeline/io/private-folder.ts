import {lstat, mkdir} from 'node:fs/promises'
import {homedir, tmpdir, userInfo} from 'node:os'
import {join} from 'node:path'
import {PipelineError} from '../model/error.ts'

/**
 * A folder for Galley alone (mode 0700), the same at every call, made if need be: under the
 * user's cache folder, or under the temporary one where that cannot be written. A folder that
 * belongs to somebody else is refused: whatever is run from it could have been planted.
 */
export async function privateFolder(): Promise<string> {
  const own = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  const places = [join(own, 'galley'), join(tmpdir(), `galley-${userInfo().uid}`)]
  for (const place of places) {
    if (await claim(place)) return place
  }
  throw new PipelineError(
    'unwritable-file',
    `No private folder could be made at ${places.join(' or ')}.`,
    'Set XDG_CACHE_HOME to a folder that belongs to you and that only you can write.',
  )
}

async function claim(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, {recursive: true, mode: 0o700})
    const found = await lstat(folder)
    if (!found.isDirectory()) return false
    if (process.getuid === undefined) return true
    return found.uid === process.getuid() && (found.mode & 0o022) === 0
  } catch {
    return false
  }
}
