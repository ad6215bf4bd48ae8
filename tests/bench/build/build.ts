// `npm run bench:build`: what it costs to build a publication of thousands of articles from nothing,
// beside a plain loop that only converts Markdown and fills in template strings, and beside other
// site builders where they are installed. In CPU seconds of all processes, since other work on the
// machine makes clocks lie; ratios of one run are what counts.
//   --n 100,1000   articles, in two languages each     --rounds 3   each builds once a round, in turn
//   --seed 1       another newsroom                    --work DIR   keep corpus and output there
//   --eleventy DIR a folder where @11ty/eleventy is installed       --json   for a machine
import {spawn} from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {processOf} from '../processes.ts'
import {writeCorpus} from './corpus.ts'
import {peers, type Peer} from './peers.ts'

const {values} = parseArgs({
  options: {
    n: {type: 'string', default: '100,1000'},
    rounds: {type: 'string', default: '3'},
    seed: {type: 'string', default: '1'},
    work: {type: 'string'},
    eleventy: {type: 'string'},
    json: {type: 'boolean', default: false},
  },
})
if (process.platform !== 'linux') throw new Error('It reads /proc, which only Linux has.')
const work = values.work ?? mkdtempSync(join(tmpdir(), 'galley-bench-'))
const sizes = values.n.split(',').map(Number)
const {here, absent} = peers(values.eleventy)
const rows: Row[] = []

interface Row {
  readonly peer: string
  readonly articles: number
  readonly round: number
  readonly cpu: number
  /** Of the largest process, in MiB. */
  readonly memory: number
  readonly files: number
  readonly megabytes: number
}

for (const count of sizes) {
  const corpus = join(work, `${values.seed}-${count}`)
  if (!existsSync(corpus)) {
    console.error(`writing ${count} articles`)
    writeCorpus(corpus, count, Number(values.seed))
  }
  for (const peer of here) peer.prepare(corpus)
  for (let round = 1; round <= Number(values.rounds); round++) {
    for (const peer of here) rows.push(...(await measured(peer, corpus, count, round)))
  }
}
for (const name of readdirSync(work)) {
  if (name.startsWith('former-')) rmSync(join(work, name), {recursive: true, force: true})
}
if (values.work === undefined) rmSync(work, {recursive: true, force: true})
if (values.json) console.log(JSON.stringify({rows, absent}, null, 2))
else report()

async function measured(
  peer: Peer,
  corpus: string,
  count: number,
  round: number,
): Promise<readonly Row[]> {
  const {out} = peer.build(corpus)
  // Moved and not removed: ext4 passes over what was just deleted each time that a file is made.
  for (const path of [out, ...peer.remembered(corpus)]) {
    if (existsSync(path)) renameSync(path, join(mkdtempSync(join(work, 'former-')), 'old'))
  }
  const found = [await built(peer, peer.name, corpus, count, round)]
  for (const {name, change} of peer.again?.(corpus) ?? []) {
    change()
    found.push(await built(peer, name, corpus, count, round))
  }
  return found
}

async function built(peer: Peer, name: string, corpus: string, count: number, round: number) {
  const {out, program, words, folder} = peer.build(corpus)
  const before = processOf('self')?.waited ?? 0
  const {code, memory} = await run(program, words, folder)
  if (code !== 0) throw new Error(`${name} failed`)
  const cpu = ((processOf('self')?.waited ?? 0) - before) / 100
  const written = filesIn(out)
  if (written.length < 2 * count) throw new Error(`${name} wrote ${written.length} files`)
  const megabytes = written.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6
  const row: Row = {
    peer: name,
    articles: count,
    round,
    cpu,
    memory,
    files: written.length,
    megabytes,
  }
  console.error(`${count} ${name}: ${cpu.toFixed(2)} s`)
  return row
}

/** Run to the end; the greatest memory is looked up while it lives. */
async function run(program: string, words: readonly string[], folder: string) {
  const child = spawn(program, words, {cwd: folder, stdio: ['ignore', 'ignore', 'inherit']})
  let memory = 0
  const look = setInterval(() => {
    memory = Math.max(memory, peakOf(child.pid ?? 0))
  }, 20)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(look)
  return {code, memory}
}

function peakOf(pid: number): number {
  try {
    const kibibytes = /^VmHWM:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kibibytes ?? 0) / 1024
  } catch {
    return 0
  }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function report(): void {
  const builders = [...new Set(rows.map(({peer}) => peer))]
  const head = ['articles', 'builder', 'CPU s', '× loop', 'memory MiB', 'files', 'MB', 'ms/page']
  const lines = sizes.flatMap((count) => {
    const loop = typical('loop (Sätteri)', count)?.cpu ?? Number.NaN
    return builders.flatMap((name) => {
      const row = typical(name, count)
      if (row === undefined) return []
      const {cpu, memory, files, megabytes} = row
      return [
        [
          String(count),
          name,
          cpu.toFixed(2),
          (cpu / loop).toFixed(2),
          memory.toFixed(0),
          String(files),
          megabytes.toFixed(1),
          ((1000 * cpu) / (2 * count)).toFixed(2),
        ],
      ]
    })
  })
  const widths = head.map((word, column) =>
    Math.max(word.length, ...lines.map((line) => line[column]?.length ?? 0)),
  )
  for (const line of [head, ...lines])
    console.log(line.map((word, column) => word.padStart(widths[column] ?? 0)).join('  '))
  for (const name of builders) {
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
    const [few, many] = [typical(name, least), typical(name, most)]
    if (few === undefined || many === undefined || least === most) continue
    const growth = (many.cpu / few.cpu / (most / least)).toFixed(2)
    console.log(`${name}: ${most / least} × the articles take ${growth} × as long each`)
  }
  for (const {name, how} of absent) console.log(`${name}: not here. ${how}`)
}

/** The median round. */
function typical(peer: string, articles: number): Row | undefined {
  const own = rows
    .filter((row) => row.peer === peer && row.articles === articles)
    .toSorted((a, b) => a.cpu - b.cpu)
  return own[Math.floor((own.length - 1) / 2)]
}
