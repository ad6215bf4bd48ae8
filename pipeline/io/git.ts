import {execFile} from 'node:child_process'
import {PipelineError} from '../model/error.ts'

/** How a `git` command ended, and what it wrote. */
export interface GitAnswer {
  readonly code: number
  readonly text: string
}

/**
 * Run `git` in a folder.
 *
 * @throws PipelineError `no-repository` where there is no `git`
 */
export function git(folder: string, ...words: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    execFile('git', [...words], {cwd: folder}, (error, stdout) => {
      if (error === null) resolve({code: 0, text: stdout.trim()})
      else if (typeof error.code === 'number') resolve({code: error.code, text: stdout.trim()})
      else {
        const advice = 'Install git, then run the command again.'
        reject(new PipelineError('no-repository', 'git cannot be run.', advice, {cause: error}))
      }
    })
  })
}

/** Where a folder lies in its git repository: `news/paper/`; `''` at its root, or where there is none. */
export async function folderInRepository(folder: string): Promise<string> {
  const {code, text} = await git(folder, 'rev-parse', '--show-prefix').catch(() => nothing)
  return code === 0 ? text : ''
}

/** Whether a repository keeps any of the files in a folder. */
export async function isCommitted(folder: string): Promise<boolean> {
  const {code, text} = await git(folder, 'ls-files', '--', '*.html', '*.htm').catch(() => nothing)
  return code === 0 && text !== ''
}

const nothing: GitAnswer = {code: 1, text: ''}
