import {existsSync} from 'node:fs'
import {mkdir, readFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import {writeAtomic} from '../io/files.ts'
import {unwritable} from '../io/unwritable.ts'
import {PipelineError} from '../model/error.ts'

/**
 * Write an exported file; one that is there and not the same is only overwritten with `force`.
 *
 * @throws PipelineError `would-overwrite`, `unwritable-file`
 */
export async function put(path: string, content: string, force: boolean): Promise<void> {
  const before = existsSync(path) ? await readFile(path, 'utf8') : undefined
  if (before === content) return
  if (before !== undefined && !force) {
    throw new PipelineError(
      'would-overwrite',
      `${path} is there, and it is not the same.`,
      'Import it first if somebody has worked in it; to overwrite it, run again with --force.',
    )
  }
  try {
    await mkdir(dirname(path), {recursive: true})
  } catch (cause) {
    throw unwritable(path, cause)
  }
  await writeAtomic(path, content)
}
