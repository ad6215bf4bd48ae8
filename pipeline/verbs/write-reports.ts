import {appendFile, mkdir} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {tests} from '../check/tests.ts'
import {writeAtomic} from '../io/files.ts'
import {folderInRepository} from '../io/git.ts'
import {withReportFont} from '../io/report-font.ts'
import {PipelineError} from '../model/error.ts'
import type {Run} from '../model/run.ts'
import type {Reporter, ReportContext} from '../report/context.ts'
import {inRepository} from '../report/in-repository.ts'
import {githubSummary} from '../report/github.ts'
import {reporters} from '../report/reporters.ts'
import {version} from './help.ts'
import type {Call, Verb} from './verb.ts'

/** The options of every verb that comes to a verdict. */
export const reportOptions: Verb['options'] = {
  report: {
    type: 'string',
    value: 'FORMAT[=FILE]',
    many: true,
    about: `write another report: ${reporters.map(({id}) => id).join(', ')}; may be given again`,
  },
  since: {
    type: 'string',
    value: 'FOLDER',
    about: 'an earlier report: show what a screen reader says otherwise since then',
  },
}

/** A report that was asked for, and the file it goes to; `undefined` for the usual one. */
export interface Wanted {
  readonly reporter: Reporter
  readonly file: string | undefined
}

/**
 * The reports that `--report` asks for.
 *
 * @throws PipelineError `usage` for a format that is not known
 */
export function wantedReports(call: Call): readonly Wanted[] {
  return call.values('report').map((given) => {
    const [, format = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(given) ?? []
    const reporter = reporters.find(({id}) => id === format)
    if (reporter === undefined || file === '') {
      throw new PipelineError(
        'usage',
        reporter === undefined
          ? `There is no report "${format}".`
          : `--report ${given} names no file.`,
        `The reports are ${reporters.map(({id}) => id).join(', ')}; for example: --report sarif=galley.sarif`,
      )
    }
    return {reporter, file: file === undefined ? undefined : resolve(call.cwd, file)}
  })
}

/** Reports whose readers show findings beside the code they are about. */
const besideCode: ReadonlySet<Reporter['id']> = new Set(['github', 'gitlab', 'sarif'])

/** Writes the reports that are always there and those that were asked for, and prints the result. */
export async function writeReports(
  call: Call,
  run: Run,
  root: string,
  known: Omit<ReportContext, 'colour' | 'columns' | 'verbose' | 'version' | 'tests'>,
  out: string,
  wanted: readonly Wanted[],
): Promise<void> {
  const context: ReportContext = {
    ...known,
    colour: call.terminal.colour,
    columns: call.terminal.columns,
    verbose: call.has('verbose'),
    version: version(),
    tests,
  }
  const repository = inRepository(run, await folderInRepository(root))
  const seenBy = ({id}: Reporter) => (besideCode.has(id) ? repository : run)
  const always = reporters.filter(({id}) => id === 'html' || id === 'json')
  const files = [...always.map((reporter) => ({reporter, file: undefined})), ...wanted]
  const cache = join(root, '.galley/cache')
  for (const {reporter, file = join(out, reporter.file)} of files) {
    await mkdir(dirname(file), {recursive: true})
    const plain = {...context, colour: false}
    const seen = seenBy(reporter)
    const written = reporter.pieces?.(seen, plain) ?? reporter.write(seen, plain)
    const isPage = typeof written === 'string' && reporter.file.endsWith('.html')
    await writeAtomic(file, isPage ? await withReportFont(written, cache) : written)
  }
  const print = (id: Reporter['id']) =>
    call.print(
      reporters.find((one) => one.id === id)?.write(id === 'github' ? repository : run, context) ??
        '',
    )
  if (call.has('github')) {
    print('github')
    const summary = process.env['GITHUB_STEP_SUMMARY']
    if (summary !== undefined) await appendFile(summary, githubSummary(run, context))
  }
  print(call.has('json') ? 'json' : 'terminal')
}
