import {closeSync, existsSync, openSync, readSync, realpathSync, statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {PipelineError} from '../model/error.ts'
import {transcriptFolder} from '../io/transcripts.ts'
import type {Call} from './verb.ts'

/**
 * Refuses to write an audit’s report over what somebody else made, and into the very folder that is
 * audited: it would be a page of the site from then on.
 *
 * @param out folder of the results and the report
 * @throws PipelineError `usage`
 */
export function refuseOut({cwd, operands}: Call, out: string): void {
  const instead = 'Name a folder of its own, inside or outside: --out out/audit'
  const written = realOf(out)
  if (operands.some((one) => realOf(resolve(cwd, one)) === written))
    throw new PipelineError('usage', `${out} is audited itself.`, instead)
  const data = Object.entries(beginnings).map(
    ([name, begins]) => [name, beginningOf(join(out, name), begins)] as const,
  )
  const isOurs = data.some(([, found]) => found === 'ours')
  const foreign = [
    ...data.filter(([, found]) => found === 'foreign').map(([name]) => name),
    ...(isOurs
      ? []
      : ['index.html', transcriptFolder].filter((name) => existsSync(join(out, name)))),
  ]
  const [lost] = foreign
  if (lost === undefined) return
  throw new PipelineError('usage', `${join(out, lost)} is no report, and would be lost.`, instead)
}

/** How the data of every audit begin. */
const beginnings = {
  'results.json': /^\{"format":"galley-audit\//,
  'report.json': /^\{\s*"schema":\s*\d+,\s*"decision":/,
}

/** A report may be of any size: its first words say enough. */
function beginningOf(path: string, begins: RegExp): 'ours' | 'foreign' | 'none' {
  if (!existsSync(path)) return 'none'
  if (!statSync(path).isFile()) return 'foreign'
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(100)
    const length = readSync(file, bytes, 0, bytes.length, 0)
    return begins.test(bytes.toString('utf8', 0, length)) ? 'ours' : 'foreign'
  } finally {
    closeSync(file)
  }
}

function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}
