// `npm run bench:quality [FOLDER]`: what the translation checks find in real, published Korean
// translations: findings per 1,000 units, by check. FOLDER holds `pairs.json` and the documents
// (without one: tests/fixtures/translate/pairs). `--list KEY` prints what a message's findings are about, `--half 0`
// or `--half 1` takes every other document.
import {readFileSync} from 'node:fs'
import {extname, join} from 'node:path'
import {parseArgs} from 'node:util'
import {fileURLToPath} from 'node:url'
import {translationChecks} from '../../pipeline/check/checks.ts'
import {readArticle} from '../../pipeline/ingest/article.ts'
import type {Unit} from '../../pipeline/model/catalog.ts'
import type {Edition} from '../../pipeline/model/edition.ts'
import {assemble} from '../../pipeline/translate/assemble.ts'
import {segment} from '../../pipeline/translate/segment.ts'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {list: {type: 'string'}, half: {type: 'string'}},
})
const folder =
  positionals[0] ?? fileURLToPath(new URL('../fixtures/translate/pairs', import.meta.url))

const policy = {
  state: {},
  missing: {},
  stale: {},
  block: [],
  together: false,
  tolerance: {channel: 0, pixels: 0},
  waivers: [],
}

interface Pair {
  readonly id: string
  readonly en: string
  readonly ko: string
  readonly en_base?: string
}

const {pairs} = JSON.parse(readFileSync(join(folder, 'pairs.json'), 'utf8')) as {
  readonly pairs: readonly Pair[]
}
const editions = pairs
  .filter((_, index) => values.half === undefined || index % 2 === Number(values.half))
  .flatMap(editionOf)
const units = editions.reduce((sum, edition) => sum + edition.units.length, 0)
const house = {terms: [], originals: 'any', editions: []} as const
const counts = new Map<string, number>()
for (const edition of editions) {
  for (const check of translationChecks) {
    for (const {message, severity, excerpt, place, expected} of check.judge(edition, house)) {
      const key = `${severity} ${message.key}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (message.key !== values.list) continue
      const unit = edition.units.find(({key: one}) => one === place.unit)
      console.log(`${edition.slug} ${place.unit} ${JSON.stringify(message.values)}`)
      console.log(`  EN ${unit?.source}\n  KO ${unit?.target}\n  … ${excerpt} ${expected ?? ''}\n`)
    }
  }
}
if (values.list === undefined) {
  console.log(
    `${editions.length} of ${pairs.length} documents have the same segments; ${units} units\n`,
  )
  const rows = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [key, count] of rows)
    console.log(
      `${key.padEnd(50)} ${String(count).padStart(5)}  ${((count / units) * 1000).toFixed(2).padStart(7)} per 1,000`,
    )
}

/** A document as an edition, where both sides have the same segments, now or in an earlier source. */
function editionOf({id, en, ko, en_base: base}: Pair): readonly Edition[] {
  const target = read(ko)
  const source = [en, ...(base === undefined ? [] : [base])]
    .map(read)
    .find(({shape}) => shape === target.shape)
  if (source === undefined) return []
  const own = source.segments.map(({kind, text}, index): Unit => ({
    key: `${kind}-${index}`,
    kind,
    source: text,
    target: target.segments[index]?.text,
    state: 'translated',
    stale: false,
    previousSource: undefined,
    origin: undefined,
    note: undefined,
  }))
  const {article, segments} = target
  const keyed = segments.map((one, index) => ({...one, key: `${one.kind}-${index}`}))
  return [{...assemble(article, keyed, undefined, policy), slug: id, locale: 'ko', units: own}]
}

function read(path: string) {
  const body = readFileSync(join(folder, path), 'utf8').replace(/^---\n[^]*?\n---\n/u, '')
  const file = {path: `articles/x/article${extname(path)}`, text: `---\nheadline: x\n---\n${body}`}
  const {article} = readArticle(file, 'en')
  if (article === undefined) throw new Error(`${path} cannot be read`)
  const segments = segment(article)
  return {article, segments, shape: segments.map((one) => `${one.kind} ${one.container}`).join()}
}
