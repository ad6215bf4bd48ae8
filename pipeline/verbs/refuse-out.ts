import {existsSync, realpathSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {PipelineError} from '../model/error.ts'
import type {Call} from './verb.ts'

/**
 * Refuses to write an audit’s report over a page that somebody else made, and into the very folder
 * that is audited: it would be a page of the site from then on.
 *
 * @param out folder of the results and the report
 * @throws PipelineError `usage`
 */
export function refuseOut({cwd, operands}: Call, out: string): void {
  const instead = 'Name a folder of its own, inside or outside: --out out/audit'
  const written = realOf(out)
  if (operands.some((one) => realOf(resolve(cwd, one)) === written))
    throw new PipelineError('usage', `${out} is audited itself.`, instead)
  const [page, ...others] = ['index.html', 'report.json', 'results.json'].map((one) =>
    existsSync(join(out, one)),
  )
  if (page && !others.includes(true))
    throw new PipelineError(
      'usage',
      `${join(out, 'index.html')} is no report, and would be lost.`,
      instead,
    )
}

function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}
