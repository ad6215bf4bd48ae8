import {argv, stdout} from 'node:process'
import {auditChecks} from '../../pipeline/check/audit-checks.ts'
import {
  actCases,
  eighthCases,
  eleventhCases,
  fifthCases,
  fourteenthCases,
  fourthCases,
  ninthCases,
  secondCases,
  seventhCases,
  sixthCases,
  tenthCases,
  thirdCases,
  thirteenthCases,
  twelfthCases,
  unseenCases,
} from '../support/act-cases.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import {isOpinionEngine, opinionEngines} from '../../pipeline/model/tab.ts'
import {seenBy} from '../support/act-score.ts'

// npm run bench:act -- [PATHS [CHECKS [ENGINES]]]: which cases (a regular expression, as 1.1.1,
// ucwvc8 or act-unseen/), and by which browser checks; all of both without. Prints what is missed and what is a
// false alarm, what is said of clean pages beside their criterion, what each split of the cases comes to, and what the second opinions of engines (with commas, `all`) change.
const [paths = '.', ids = '.', engines = ''] = argv.slice(2)
const opinions = opinionEngines.filter(
  (engine) => engines === 'all' || engines.split(',').includes(engine),
)
const cases = [
  actCases,
  unseenCases,
  secondCases,
  thirdCases,
  fourthCases,
  fifthCases,
  sixthCases,
  seventhCases,
  eighthCases,
  ninthCases,
  tenthCases,
  eleventhCases,
  twelfthCases,
  thirteenthCases,
  fourteenthCases,
]
  .flat()
  .filter(({path}) => new RegExp(paths).test(path))
const checks = auditChecks.browser.map(({id}) => id).filter((id) => new RegExp(ids).test(id))
const score = await seenBy(cases, new Set(checks), opinions)
const scored = score([])

const wrong = scored.filter(({one, isFound}) => isFound !== (one.kind === 'fail'))
for (const {one, findings} of wrong) {
  const said = findings
    .filter(({severity}) => severity !== 'notice')
    .map(({check, severity, outcome}) => `${check} ${severity} ${outcome}`)
  const kind = one.kind === 'fail' ? 'missed' : 'alarm '
  stdout.write(`${kind} ${one.path} ${one.about} | ${said.join('; ')}\n`)
}

const clean = scored.filter(({one}) => one.kind === 'pass')
for (const {one, errors} of clean.filter(({isFound}) => !isFound)) {
  const said = errors.map(({check, criteria}) => `${check} ${criteria.join(' ')}`)
  if (said.length > 0) stdout.write(`beside ${one.path} ${one.about} | ${said.join('; ')}\n`)
}

const splits = [...new Set(cases.map(({path}) => path.split('/')[0] ?? ''))]
const keyOf = ({path, criterion, rule}: {path: string; criterion: string; rule: string}) =>
  `${path.split('/')[0] ?? ''} ${criterion} ${rule}`
const keys = [...new Set(cases.map(keyOf)), ...splits.map((split) => `${split} all`)]
for (const key of keys) {
  const own = scored.filter(
    ({one}) => keyOf(one) === key || key === `${one.path.split('/')[0] ?? ''} all`,
  )
  const count = (kind: string) => {
    const those = own.filter(({one}) => one.kind === kind)
    const asked = those.filter(({isFound, findings}) => !isFound && findings.length > 0).length
    const found = those.filter(({isFound}) => isFound).length
    return `${String(found)} of ${String(those.length)} (${String(asked)} more only asked or advised)`
  }
  const any = own.filter(({one, errors}) => one.kind === 'pass' && errors.length > 0).length
  stdout.write(
    `${key}: found ${count('fail')}, alarms ${count('pass')}, ${String(any)} with an error on any criterion\n`,
  )
}

const isOpinion = ({check, severity}: Finding) =>
  severity !== 'notice' && isOpinionEngine(check.split('/')[0] ?? '')
const alone = opinions.map((one) => [one])
for (const asked of opinions.length > 1 ? [...alone, opinions] : alone) {
  const others = score(asked)
  const changed = others.filter(({isFound}, index) => isFound !== scored[index]?.isFound)
  const only = (kind: string) => changed.filter(({one}) => one.kind === kind)
  const about = others.flatMap(({one, findings}, index) =>
    scored[index]?.isFound === true || !findings.some(isOpinion) ? [] : [one],
  )
  const count = (kind: string) => about.filter((one) => one.kind === kind).length
  stdout.write(
    `with ${asked.join(', ')}: ${only('fail').length} more found, ${only('pass').length} more alarms; ` +
      `advice on ${count('fail')} of those not found, and on ${count('pass')} where there is nothing\n` +
      changed.map(({one}) => `  ${one.kind} ${one.path} ${one.about}\n`).join(''),
  )
}
