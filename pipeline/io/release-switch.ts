import {readFile, readlink, rename, rm, symlink} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {flushFolder, writeAtomic} from './files.ts'
import {readManifest} from './release-folder.ts'
import {lastEntry, pending} from './release-log.ts'
import {temporaryName} from './temporary.ts'

/**
 * Point `OUT/current` at what the log says is live. Safe to repeat, and repeated at every start.
 * A release that is gone from its place is not pointed at: readers keep the one they have.
 *
 * @throws PipelineError `switch-pending`
 */
export async function switchOver(out: string): Promise<void> {
  // Once more where another run has committed meanwhile: whoever is last must not switch back.
  for (;;) {
    const live = await lastEntry(out)
    if (live === undefined || (await pointedAt(out)) === live.release) return
    if ((await readManifest(out, live.release)) === undefined) return
    try {
      await pointAt(out, live.release)
    } catch (cause) {
      throw pending(live.release, cause)
    }
  }
}

// Windows has no rename over a link to a folder: there a file says what is current.
const onWindows = process.platform === 'win32'

async function pointAt(out: string, id: string): Promise<void> {
  if (onWindows) return writeAtomic(join(out, 'current.json'), `${JSON.stringify({release: id})}\n`)
  const beside = join(out, 'tmp', temporaryName('current'))
  try {
    await symlink(`releases/${id}`, beside)
    await rename(beside, join(out, 'current'))
    await flushFolder(out)
  } finally {
    await rm(beside, {force: true}).catch(() => {})
  }
}

async function pointedAt(out: string): Promise<string | undefined> {
  try {
    if (!onWindows) return basename(await readlink(join(out, 'current')))
    return String(Object(JSON.parse(await readFile(join(out, 'current.json'), 'utf8'))).release)
  } catch {
    return undefined
  }
}
