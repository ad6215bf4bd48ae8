import {appendFile} from 'node:fs/promises'
import {join, relative} from 'node:path'
import type {Settings} from '../io/audit/settings.ts'
import {openCache} from '../io/cache.ts'
import {writeAtomic} from '../io/files.ts'
import type {Picture} from '../model/finding.ts'
import type {Run} from '../model/run.ts'
import {githubSummary} from '../report/github.ts'
import {reporters} from '../report/reporters.ts'
import type {Call, ExitCode} from './verb.ts'

/** Writes and prints what an audit came to, and gives its exit code. */
export async function report(
  call: Call,
  result: Run,
  {root, config, words}: Settings,
  out: string,
): Promise<ExitCode> {
  const store = openCache(join(root, '.galley/cache'))
  const shown = result.verdict.findings.flatMap(({pictures}) => pictures ?? [])
  const kept = await Promise.all(
    shown.map(async ({sha256}) => [sha256, await store.getBytes(sha256)] as const),
  )
  const pictures = new Map(kept)
  const context = {
    words,
    config,
    pictures: ({sha256}: Picture) => pictures.get(sha256),
    reportPath: relative(call.cwd, join(out, 'index.html')),
    releasePath: undefined,
    colour: call.terminal.colour,
    columns: call.terminal.columns,
    verbose: call.has('verbose'),
  }
  const write = (id: string) =>
    reporters.find((reporter) => reporter.id === id)?.write(result, context) ?? ''
  await writeAtomic(join(out, 'index.html'), write('html'))
  await writeAtomic(join(out, 'report.json'), write('json'))
  if (call.has('github')) {
    call.print(write('github'))
    const summary = process.env['GITHUB_STEP_SUMMARY']
    if (summary !== undefined) await appendFile(summary, githubSummary(result, context))
  }
  call.print(write(call.has('json') ? 'json' : 'terminal'))
  return result.verdict.decision === 'passed' ? 0 : 1
}
