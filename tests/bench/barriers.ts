import {argv, stdout} from 'node:process'
import {fileURLToPath} from 'node:url'
import type {Finding} from '../../pipeline/model/finding.ts'
import {auditOf} from '../support/audit-folder.ts'

// npm run bench:barriers: of pages that each have one barrier, and are else like `control.html`, on
// how many something is found that is not found there, and how gravely. With any word behind it,
// says what.
const folder = fileURLToPath(new URL('../fixtures/audit/barriers', import.meta.url))
const pages = await auditOf(folder)
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
  if (argv.length < 3) continue
  const what = own.filter(({severity}) => severity === gravest).map(({check}) => check)
  stdout.write(`${gravest.padEnd(8)} ${path.padEnd(34)} ${[...new Set(what)].join(', ')}\n`)
}
const all = count.error + count.warning + count.nothing
stdout.write(
  `barriers: ${count.error} of ${all} found as errors, ${count.warning} as warnings, ${count.nothing} not\n`,
)
