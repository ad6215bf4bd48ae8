import {existsSync} from 'node:fs'
import {cp, mkdir, readdir, rename, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {PipelineError} from '../model/error.ts'
import {folderOf} from './release-folder.ts'
import {lastEntry} from './release-log.ts'
import {temporaryName} from './temporary.ts'
import {transcriptFolder} from './transcripts.ts'

/** What a screen reader said of the live release, kept when it was made; `undefined` where nothing was. */
export async function liveTranscripts(out: string): Promise<string | undefined> {
  const id = (await lastEntry(out))?.release
  return id !== undefined && existsSync(keptFor(out, id)) ? keptFor(out, id) : undefined
}

/**
 * Keeps those of a release’s pages for as long as it stands, so that later ones are compared with
 * it: `OUT/transcripts/<id>/`. Readers do not come there.
 *
 * @param files as they lie in the report’s folder
 */
export async function keepTranscripts(
  out: string,
  id: string,
  report: string,
  files: readonly string[],
): Promise<void> {
  const kept = keptFor(out, id)
  if (files.length > 0 && !existsSync(kept)) {
    // Moved when it is whole, so that no one compares with half of it.
    const stage = join(out, 'tmp', temporaryName('heard'))
    for (const file of files) await cp(join(report, file), join(stage, file))
    await mkdir(dirname(kept), {recursive: true})
    await rename(join(stage, transcriptFolder), kept)
    await rm(stage, {recursive: true})
  }
  const all = await readdir(join(out, transcriptFolder)).catch(() => [])
  const gone = all.filter((one) => !existsSync(folderOf(out, one)))
  for (const one of gone) await rm(keptFor(out, one), {recursive: true, force: true})
}

/**
 * The transcripts in a report’s folder, or in one that was kept for a release.
 *
 * @throws PipelineError `usage` where there are none
 */
export async function transcriptsIn(folder: string): Promise<string> {
  const beside = join(folder, transcriptFolder)
  const found = existsSync(beside) ? beside : folder
  const files = await readdir(found, {recursive: true}).catch(() => [])
  if (files.some((file) => file.endsWith('.txt'))) return found
  throw new PipelineError(
    'usage',
    `There are no transcripts in ${folder}.`,
    'Name the folder of an earlier report, which holds one called transcripts: --since earlier/report',
  )
}

function keptFor(out: string, id: string): string {
  return join(out, transcriptFolder, id)
}
