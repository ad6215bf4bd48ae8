import {existsSync, statSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {PipelineError} from '../model/error.ts'

/** The package's own folder, whose templates and words stand in where a publication has none. */
export const packageRoot =
  nearestWith('package.json', dirname(fileURLToPath(import.meta.url))) ?? ''

/**
 * The publication that `start` lies in: the nearest folder upwards that has a `publication.json`.
 *
 * @throws PipelineError `no-publication`
 */
export function findPublication(start: string): string {
  if (existsSync(start) && !statSync(start).isDirectory()) {
    throw new PipelineError(
      'no-publication',
      `${start} is not a folder.`,
      'Name the folder that holds publication.json.',
    )
  }
  const root = nearestWith('publication.json', resolve(start))
  if (root !== undefined) return root
  throw new PipelineError(
    'no-publication',
    `There is no publication here: no publication.json in ${resolve(start)} or above it.`,
    'Change into the folder of a publication, or name it with --publication FOLDER.',
  )
}

function nearestWith(file: string, start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, file))) return folder
    if (folder === dirname(folder)) return undefined
  }
}
