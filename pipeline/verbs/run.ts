import {appendFile, mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import {withLock} from '../io/lock.ts'
import {writeAtomic} from '../io/files.ts'
import {findPublication, readPublication} from '../io/publication.ts'
import {recover} from '../io/release.ts'
import type {Picture} from '../model/finding.ts'
import {publish} from '../publish.ts'
import {githubSummary} from '../report/github.ts'
import {reporters} from '../report/reporters.ts'
import {openHost, type Effects} from './host.ts'
import type {Call, ExitCode} from './verb.ts'

/** Run the pipeline for `publish`, `check` and `release`, and report. */
export async function run(call: Call, effects: Effects): Promise<ExitCode> {
  const root = findPublication(call.folder)
  const out = join(root, 'out')
  return withLock(out, async () => {
    if (effects.release) await recover(out)
    const publication = await readPublication(root)
    const host = await openHost(root, publication, effects, call)
    try {
      const result = await publish(publication, host)
      const pictures = await host.pictures(result)
      const context = {
        words: publication.words,
        config: publication.config,
        pictures: ({sha256}: Picture) => pictures.get(sha256),
        reportPath: 'out/report/index.html',
        releasePath: result.release === undefined ? undefined : `out/releases/${result.release.id}`,
        colour: call.terminal.colour,
        columns: call.terminal.columns,
        verbose: call.has('verbose'),
      }
      const write = (id: 'terminal' | 'json' | 'html' | 'github') =>
        reporters.find((reporter) => reporter.id === id)?.write(result, context) ?? ''
      await mkdir(join(out, 'report'), {recursive: true})
      await writeAtomic(join(out, 'report/index.html'), write('html'))
      await writeAtomic(join(out, 'report/report.json'), write('json'))
      call.tell(host.clear())
      if (call.has('github')) {
        call.print(write('github'))
        const summary = process.env['GITHUB_STEP_SUMMARY']
        if (summary !== undefined) await appendFile(summary, githubSummary(result, context))
      }
      call.print(write(call.has('json') ? 'json' : 'terminal'))
      return result.verdict.decision === 'passed' ? 0 : 1
    } finally {
      await host.close()
    }
  })
}
