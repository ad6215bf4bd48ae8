import {mkdir, readdir, readFile} from 'node:fs/promises'
import {dirname, join, relative} from 'node:path'
import {PipelineError} from '../model/error.ts'
import {writeFlushed} from './files.ts'
import {packageRoot} from './publication.ts'
import {unwritable} from './unwritable.ts'

/** What is put in where a starter file has `{{name}}`. */
export type Blanks = Readonly<Record<'today' | 'timeZone', string>>

/**
 * Copy the package's `starter/` into a folder that is empty or not there yet; only git's own
 * folder may be in it. Nothing is ever overwritten, and `publication.json` comes last: what was
 * interrupted is no publication.
 *
 * @returns the files written, as paths from the folder
 * @throws PipelineError `would-overwrite`, `unwritable-file`
 */
export async function writeStarter(folder: string, blanks: Blanks): Promise<readonly string[]> {
  await refuseUnlessEmpty(folder)
  const starter = join(packageRoot, 'starter')
  const entries = await readdir(starter, {recursive: true, withFileTypes: true})
  const sources = entries
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name))
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const written: string[] = []
  for (const source of sources) {
    // npm would take a `.gitignore` in the package for its own.
    const path = relative(starter, source)
      .replaceAll('\\', '/')
      .replace(/^gitignore$/, '.gitignore')
    const text = await readFile(source, 'utf8')
    const target = join(folder, path)
    try {
      await mkdir(dirname(target), {recursive: true})
      await writeFlushed(
        target,
        text.replace(/\{\{(today|timeZone)\}\}/g, (_, name: keyof Blanks) => blanks[name]),
      )
    } catch (cause) {
      throw unwritable(target, cause)
    }
    written.push(path)
  }
  return written
}

function rank(path: string): number {
  return path.endsWith('publication.json') ? 1 : 0
}

async function refuseUnlessEmpty(folder: string): Promise<void> {
  let names: readonly string[]
  try {
    names = await readdir(folder)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return
    throw unwritable(folder, cause)
  }
  const [first] = names.filter((name) => name !== '.git').toSorted()
  if (first === undefined) return
  throw new PipelineError(
    'would-overwrite',
    `${folder} is not empty: there is ${first}${names.length > 1 ? ', for one' : ''}. Nothing was written.`,
    'Name a folder that is empty or not there yet: galley init my-paper',
  )
}
