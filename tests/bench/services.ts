import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {stdout} from 'node:process'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import type {Finding} from '../../pipeline/model/finding.ts'
import {auditOf} from '../support/audit-folder.ts'

// npm run bench:services -- [--set sites|checklist] [list]: pages of public services (or of shops, papers,
// banks and others: `sites`; or one for each item of auditors' lists: `checklist`; their criteria and
// elements stand in a .tsv beside them) that each have one barrier, beside the same pages with it mended:
// on how many something is found that is not found on the mended page, how gravely, and on how many
// an error names the very criterion; and what is found on mended pages. `list` says what.
const {values, positionals} = parseArgs({
  options: {set: {type: 'string', default: 'services'}},
  allowPositionals: true,
})
const barriers = await auditOfSites(values.set)
const mended = await auditOfSites(`${values.set}-mended`)
const criteria = criteriaOf(values.set)
let exact = 0
const grades = ['error', 'warning', 'question', 'nothing'] as const
const count = {error: 0, warning: 0, question: 0, nothing: 0}
const alarms = {error: 0, warning: 0, question: 0, nothing: 0}

for (const [path, findings] of barriers) {
  const usual = mended.get(path) ?? []
  tell('alarm', path, alarms, usual)
  // Those of one word are there to be linked to.
  if (!path.includes('-')) continue
  const own = beyond(findings, usual)
  tell('', path, count, own)
  const planted = criteria.get(path)
  if (own.some((one) => gradeOf(one) === 'error' && one.criteria.some((its) => its === planted)))
    exact++
}
sum('barriers', count)
if (criteria.size > 0) stdout.write(`errors on the very criterion: ${exact}\n`)
sum('mended pages', alarms)

/** The criterion of each page's barrier, where a table beside the pages has them. */
function criteriaOf(set: string): ReadonlyMap<string, string> {
  const table = fileURLToPath(new URL(`../fixtures/audit/${set}.tsv`, import.meta.url))
  const rows = existsSync(table) ? readFileSync(table, 'utf8').trim().split('\n').slice(1) : []
  return new Map(rows.map((row) => row.split('\t')).map(([path = '', its = '']) => [path, its]))
}

/** Each folder of a set is a site of its own; a set without folders is one. */
async function auditOfSites(set: string): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const folder = fileURLToPath(new URL(`../fixtures/audit/${set}`, import.meta.url))
  const sites = readdirSync(folder, {withFileTypes: true}).filter((one) => one.isDirectory())
  if (sites.length === 0) return auditOf(folder)
  const all = new Map<string, readonly Finding[]>()
  for (const {name} of sites) {
    for (const [path, found] of await auditOf(`${folder}/${name}`))
      all.set(`${name}/${path}`, found)
  }
  return all
}

function tell(kind: string, path: string, into: typeof count, findings: readonly Finding[]): void {
  const gravest =
    grades.find((one) => findings.some((finding) => gradeOf(finding) === one)) ?? 'nothing'
  into[gravest]++
  const isUsual = kind === 'alarm' && (gravest === 'question' || gravest === 'nothing')
  if (!positionals.includes('list') || isUsual) return
  const what = findings.filter((one) => gradeOf(one) === gravest).map(({check}) => check)
  stdout.write(`${`${kind} ${gravest}`.trim().padEnd(14)} ${path.padEnd(32)} `)
  stdout.write(`${[...new Set(what)].join(', ')}\n`)
}

function gradeOf({severity, outcome}: Finding): keyof typeof count {
  if (severity === 'notice' || (severity === 'warning' && outcome === 'cantTell')) return 'question'
  return severity
}

/** What is said here more often than there. */
function beyond(here: readonly Finding[], there: readonly Finding[]): readonly Finding[] {
  const left = there.map(said)
  return here.filter((finding) => {
    const at = left.indexOf(said(finding))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function said({check, message}: Finding): string {
  return `${check} ${message.key}`
}

function sum(what: string, {error, warning, question, nothing}: typeof count): void {
  stdout.write(`${what}: ${error} with errors, ${warning} with warnings, ${question} with `)
  stdout.write(`questions, ${nothing} with nothing\n`)
}
