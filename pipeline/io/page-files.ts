import {realpath} from 'node:fs/promises'
import {relative, sep} from 'node:path'
import type {PageFiles} from '../model/audit.ts'
import {folderInRepository, isCommitted} from './git.ts'

/** Where an audited folder lies; `undefined` where neither a repository nor `cwd` holds it. */
export async function pageFilesIn(path: string, cwd: string): Promise<PageFiles | undefined> {
  const folder = await realpath(path)
  const inRepository = await folderInRepository(folder)
  if (inRepository !== '') return {folder: inRepository, isCommitted: await isCommitted(folder)}
  const from = relative(await realpath(cwd), folder)
    .split(sep)
    .join('/')
  if (from.startsWith('..') || /^[a-z]:/i.test(from)) return undefined
  return {folder: from === '' ? '' : `${from}/`, isCommitted: await isCommitted(folder)}
}
