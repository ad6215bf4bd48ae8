// `npm run bench:gate`: what a gate costs a page, beside the least it can cost (a loop of the same
// engines in one tab that is kept) and beside pa11y-ci, all on the same folder of pages in turns.
//   -- --pages 20     how many pages
//   -- --rounds 3     how often; medians count
//   -- --checks       how long each check takes on a page
//   -- --peers DIR    a folder in which `npm install pa11y-ci` was run
//   -- --only TEXT    only the contenders whose names hold one of these, with commas
import {mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises'
import {existsSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {build} from 'esbuild'
import {findBrowser} from '../../../pipeline/io/chromium.ts'
import {opinionEngines} from '../../../pipeline/model/tab.ts'
import {processCost, type ProcessCost} from '../process-cost.ts'
import {writePages} from './pages.ts'

const {values} = parseArgs({
  options: {
    pages: {type: 'string', default: '20'},
    rounds: {type: 'string', default: '3'},
    checks: {type: 'boolean', default: false},
    peers: {type: 'string'},
    only: {type: 'string', default: ''},
  },
})
const count = Number(values.pages)
const work = await mkdtemp(join(tmpdir(), 'galley-bench-gate-'))
const pages = join(work, 'pages')
const single = join(work, 'single')
await writePages(pages, count)
await writePages(single, 1)

type Run = (folder: string) => Promise<ProcessCost>
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
// Put together beside the program, as that is: to translate TypeScript at each start would count as the
// gate's.
const scripts = here('../../../dist/bench')
await build({
  entryPoints: [here('look.ts'), here('plain-loop.ts')],
  outdir: scripts,
  outExtension: {'.js': '.mjs'},
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
})
const script = (name: string, ...words: readonly string[]): Run => {
  return (folder) => processCost(process.execPath, [join(scripts, name), folder, ...words])
}
const engines = ['browser/accessibility']
/** As many as a gate has where nobody says otherwise. */
const tabs = String(Math.min(4, availableParallelism() + 1))
const audit: Run = (folder) =>
  processCost(process.execPath, [here('../../../dist/cli.js'), 'audit', folder], {cwd: work})

const loop = 'a loop of axe and HTML_CodeSniffer, one tab'
const contenders: Record<string, Run> = {
  [loop]: script('plain-loop.mjs'),
  'the same engines in our browser, one tab': script('look.mjs', '1', ...engines),
  'the same engines in our browser, its usual tabs': script('look.mjs', tabs, ...engines),
  'every check, one view, one tab': script('look.mjs', '1', 'all'),
  'galley audit, all views': async (folder) => {
    await rm(join(work, '.galley'), {recursive: true, force: true})
    return audit(folder)
  },
  'galley audit again, nothing changed': audit,
  ...(await pa11yCi()),
}

if (values.checks) await costOfChecks()
else await compare()
for (const folder of [work, scripts]) await rm(folder, {recursive: true, force: true})

async function compare(): Promise<void> {
  const rounds = Number(values.rounds)
  const only = values.only.split(',')
  const chosen = Object.fromEntries(
    Object.entries(contenders).filter(
      ([name]) => name === loop || only.some((part) => name.includes(part)),
    ),
  )
  const starts = await inTurns(chosen, single, rounds)
  const runs = await inTurns(chosen, pages, rounds)
  const cpu = (of: typeof runs, name: string) => median((of.get(name) ?? []).map((one) => one.cpu))
  // Without what it takes to start: the difference that more pages make.
  const further = (name: string) => (cpu(runs, name) - cpu(starts, name)) / (count - 1)
  const rows = [...runs].map(([name, all]) => {
    const wall = median(all.map((one) => one.wall))
    return {
      gate: name,
      'CPU ms/page': Math.round(cpu(runs, name) / count),
      'x loop': Number((cpu(runs, name) / cpu(runs, loop)).toFixed(2)),
      'a further page': Math.round(further(name)),
      'x loop ': Number((further(name) / further(loop)).toFixed(2)),
      'pages/s': Number((count / (wall / 1000)).toFixed(2)),
      'MB at 1/4': megabytes(all[0]?.memory, 0.25),
      'MB at 4/4': megabytes(all[0]?.memory, 0.95),
      exit: all.map(({code}) => code).join(' '),
    }
  })
  console.table(rows)
}

/**
 * How long each check takes on a page that is loaded, beside both engines: of all its pages the
 * quarter that went quickest, because a machine is seldom idle. What several checks ask for together
 * is paid by the first of them.
 */
async function costOfChecks(): Promise<void> {
  const opinions = opinionEngines.map((engine) => `browser/${engine}`)
  const {code, output} = await script('look.mjs', '1', 'all', ...opinions)(pages)
  if (code !== 0) throw new Error(output)
  const last = output.trimEnd().split('\n').at(-1) ?? ''
  const times: Readonly<Record<string, readonly number[]>> = Object(JSON.parse(last))
  const quick = (check: string) => {
    const sorted = (times[check] ?? []).toSorted((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 4)] ?? NaN
  }
  console.table(
    Object.entries(times).map(([check, {length}]) => ({
      check,
      pages: length,
      'ms/page': Math.round(quick(check)),
      'x engines': Number((quick(check) / quick('browser/accessibility')).toFixed(2)),
    })),
  )
}

/** Contenders run by turns, so that a busy minute falls on all of them. */
async function inTurns(all: Readonly<Record<string, Run>>, folder: string, rounds: number) {
  const runs = new Map<string, ProcessCost[]>()
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(all)) {
      const cost = await run(folder)
      runs.set(name, [...(runs.get(name) ?? []), cost])
      if (cost.code > 1) console.error(`${name} ended with ${cost.code}:\n${cost.output}`)
    }
  }
  return runs
}

async function pa11yCi(): Promise<Record<string, Run>> {
  const cli = resolve(values.peers ?? '.', 'node_modules/pa11y-ci/bin/pa11y-ci.js')
  if (values.peers === undefined || !existsSync(cli)) {
    console.log(
      'pa11y-ci is not installed: run `npm install pa11y-ci` in a folder, and name it with --peers',
    )
    return {}
  }
  const found = await findBrowser()
  const {version} = JSON.parse(
    await readFile(resolve(values.peers, 'node_modules/pa11y-ci/package.json'), 'utf8'),
  ) as {readonly version: string}
  const run =
    (runners: readonly string[]): Run =>
    async (folder) => {
      const config = join(work, 'pa11yci.json')
      const names = (await readdir(folder)).filter((name) => name.endsWith('.html'))
      await writeFile(
        config,
        JSON.stringify({
          defaults: {
            runners,
            concurrency: 1,
            chromeLaunchConfig: {executablePath: found.path, args: [...found.args, '--no-sandbox']},
          },
          urls: names.map((name) => ({url: pathToFileURL(join(folder, name)).href})),
        }),
      )
      return processCost(process.execPath, [cli, '--config', config], {env: found.env})
    }
  return {
    [`pa11y-ci ${version}, HTML_CodeSniffer`]: run(['htmlcs']),
    [`pa11y-ci ${version}, both engines`]: run(['axe', 'htmlcs']),
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

function megabytes(memory: readonly number[] | undefined, at: number): number {
  return Math.round((memory?.[Math.floor((memory.length - 1) * at)] ?? 0) / 1e6)
}
