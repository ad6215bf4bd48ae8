// `verb.driver.ts VERB WORD…`: one verb in a process of its own, without the rest of the command line.
import {PipelineError} from '../../pipeline/model/error.ts'
import {mergeDriver} from '../../pipeline/verbs/merge-driver.ts'
import {sync} from '../../pipeline/verbs/sync.ts'

const [name, ...operands] = process.argv.slice(2)
const verb = name === sync.name ? sync : mergeDriver
try {
  process.exitCode = await verb.run({
    operands,
    folder: process.cwd(),
    cwd: process.cwd(),
    has: () => false,
    value: () => undefined,
    values: () => [],
    print: (text) => process.stdout.write(`${text}\n`),
    tell: (text) => process.stderr.write(text),
    terminal: {columns: 80, colour: false, live: false},
    stopped: () => new Promise(() => {}),
  })
} catch (error) {
  if (!(error instanceof PipelineError)) throw error
  process.exitCode = 2
}
