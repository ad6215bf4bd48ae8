import {argv, stdout} from 'node:process'
import {fileURLToPath} from 'node:url'
import type {Finding} from '../../pipeline/model/finding.ts'
import {opinionEngines, type OpinionEngine} from '../../pipeline/model/tab.ts'
import {auditBy} from '../support/audit-folder.ts'

// npm run bench:barriers -- [list] [ENGINES]: of pages that each have one barrier, and are else like
// `control.html`, on how many something is found that is not found there, and how gravely; `list`
// says what. With engines (with commas, `all`): what their second opinions change.
const folder = fileURLToPath(new URL('../fixtures/audit/barriers', import.meta.url))
const words = argv.slice(2)
const named = new Set(words.flatMap((word) => word.split(',')))
const opinions = opinionEngines.filter((one) => named.has('all') || named.has(one))
const judge = await auditBy(folder, opinions)
tell([])
for (const engine of opinions) tell([engine])
if (opinions.length > 1) tell(opinions)

function tell(asked: readonly OpinionEngine[]): void {
  const pages = judge(asked)
  const said = ({check, message}: Finding) => `${check} ${message.key}`
  const usual = new Set((pages.get('control.html') ?? []).map(said))
  const count = {error: 0, warning: 0, nothing: 0}
  for (const [path, findings] of pages) {
    // Those of one word are there to be linked to.
    if (!path.includes('-')) continue
    const own = findings.filter((finding) => !usual.has(said(finding)))
    const gravest =
      (['error', 'warning'] as const).find((one) => own.some(({severity}) => severity === one)) ??
      'nothing'
    count[gravest]++
    if (!words.includes('list')) continue
    const what = own.filter(({severity}) => severity === gravest).map(({check}) => check)
    stdout.write(`${gravest.padEnd(8)} ${path.padEnd(34)} ${[...new Set(what)].join(', ')}\n`)
  }
  const all = count.error + count.warning + count.nothing
  stdout.write(
    `barriers${asked.length > 0 ? `, with ${asked.join(', ')}` : ''}: ${count.error} of ${all} ` +
      `found as errors, ${count.warning} as warnings, ${count.nothing} not\n`,
  )
}
