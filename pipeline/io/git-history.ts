import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import type {TextFile} from '../model/publication.ts'

const run = promisify(execFile)

/** How many revisions of a file are looked at. */
const most = 200

/**
 * A file's earlier revisions in git, newest first, through renames; each text once. None where
 * there is no git, no repository, or no such file in it: history helps, it is never needed.
 */
export async function revisionsOf(folder: string, file: string): Promise<readonly TextFile[]> {
  const git = async (...words: readonly string[]) => {
    const options = {cwd: folder, maxBuffer: 64 * 1024 * 1024, timeout: 60_000}
    return (await run('git', ['--no-pager', ...words], options)).stdout
  }
  try {
    const log = await git(
      'log',
      `--max-count=${most}`,
      '--follow',
      '--name-only',
      '--format=%x00%H',
      '-z',
      '--',
      file,
    )
    const revisions: TextFile[] = []
    for (const [, commit, path] of log.matchAll(/\0?([0-9a-f]{40,64})[\0\n]+([^\0]+)/gu)) {
      const text = await git('cat-file', 'blob', `${commit}:${path?.trim()}`).catch(() => undefined)
      if (text !== undefined && !revisions.some((one) => one.text === text))
        revisions.push({path: path?.trim() ?? file, text})
    }
    return revisions
  } catch {
    return []
  }
}
