// `npm run bench:memory`: what 100,000 remembered units cost to hold and to ask. The texts are
// sentences made of the words of the English texts in `tests/fixtures`, as unequal as words are;
// one in ten stands in the memory again, reworded.
import {readFileSync, readdirSync} from 'node:fs'
import type {MemoryEntry} from '../../pipeline/translate/memory/entries.ts'
import {memory} from '../../pipeline/translate/memory/memory.ts'
import {chanceFrom} from './chance-from.ts'

const size = Number(process.argv[2] ?? 100_000)
const random = chanceFrom(20_261_125)
const vocabulary = wordsOfFixtures()

const sentences = Array.from({length: size}, (_, index) =>
  index % 10 === 9 ? '' : sentence(6 + Math.floor(random() * 40)),
)
for (let index = 9; index < size; index += 10)
  sentences[index] = reworded(sentences[index - 7] ?? '', 0.15)
const entries: readonly MemoryEntry[] = sentences.map((source, index) => ({
  source,
  target: `번역 ${index}`,
  article: 'story',
  key: `paragraph-${index}`,
  before: sentences[index - 1] ?? '',
  after: sentences[index + 1] ?? '',
}))

globalThis.gc?.()
const before = process.memoryUsage()
const start = process.cpuUsage()
const asked = memory(entries)
const built = cpuSince(start)
globalThis.gc?.()
const after = process.memoryUsage()
const kept = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers

console.log(
  `${asked.size} units, ${Math.round(built)} ms of CPU to index, ${megabytes(kept)} beside texts`,
)
const queries = {
  'the same text': (index: number) => sentences[index] ?? '',
  'reworded by 15 %': (index: number) => reworded(sentences[index] ?? '', 0.15),
  'reworded by 30 %': (index: number) => reworded(sentences[index] ?? '', 0.3),
  'a new text': () => sentence(6 + Math.floor(random() * 40)),
}
for (const [what, make] of Object.entries(queries)) {
  const times: number[] = []
  let found = 0
  let cpu = 0
  for (let turn = 0; turn < 500; turn++) {
    const index = Math.floor(random() * size)
    const source = make(index)
    const used = process.cpuUsage()
    const begun = performance.now()
    const matches = asked.find({source, before: '', after: ''}, 60)
    times.push(performance.now() - begun)
    cpu += cpuSince(used)
    if (matches.some(({entry}) => entry === entries[index])) found++
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2)
  console.log(
    `${what.padEnd(17)} median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms, CPU ${(cpu / 500).toFixed(2)} ms; its own found in ${found / 5} %`,
  )
}

function sentence(length: number): string {
  return Array.from({length}, word).join(' ')
}

/** Frequent words come often: by a power of chance, as Zipf found. */
function word(): string {
  return vocabulary[Math.floor(vocabulary.length * random() ** 3)] ?? ''
}

function reworded(text: string, share: number): string {
  return text
    .split(' ')
    .map((one) => (random() < share ? word() : one))
    .join(' ')
}

function wordsOfFixtures(): readonly string[] {
  const folder = new URL('../fixtures/', import.meta.url)
  const counts = new Map<string, number>()
  for (const path of readdirSync(folder, {recursive: true, encoding: 'utf8'})) {
    if (!path.endsWith('.md')) continue
    for (const [one] of readFileSync(new URL(path, folder), 'utf8').matchAll(/[A-Za-z]+/g))
      counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([one]) => one)
}

/** Milliseconds of CPU since then: a busy machine does not lengthen them. */
function cpuSince(then: NodeJS.CpuUsage): number {
  const {user, system} = process.cpuUsage(then)
  return (user + system) / 1000
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}
