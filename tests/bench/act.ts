import {argv, stdout} from 'node:process'
import {auditChecks} from '../../pipeline/check/audit-checks.ts'
import {actCases} from '../support/act-cases.ts'
import {scoreOf} from '../support/act-score.ts'

// npm run bench:act -- [PATHS [CHECKS]]: which cases (a regular expression, as 1.1.1 or ucwvc8), and
// by which browser checks; all of both without. Prints what is missed and what is a false alarm.
const [paths = '.', ids = '.'] = argv.slice(2)
const cases = actCases.filter(({path}) => new RegExp(paths).test(path))
const checks = auditChecks.browser.map(({id}) => id).filter((id) => new RegExp(ids).test(id))
const scored = await scoreOf(cases, new Set(checks))

const wrong = scored.filter(({one, isFound}) => isFound !== (one.kind === 'fail'))
for (const {one, findings} of wrong) {
  const said = findings
    .filter(({severity}) => severity !== 'notice')
    .map(({check, severity, outcome}) => `${check} ${severity} ${outcome}`)
  const kind = one.kind === 'fail' ? 'missed' : 'alarm '
  stdout.write(`${kind} ${one.path} ${one.about} | ${said.join('; ')}\n`)
}

for (const key of [...new Set(scored.map(({one}) => `${one.criterion} ${one.rule}`)), '']) {
  const own = scored.filter(({one}) => key === '' || `${one.criterion} ${one.rule}` === key)
  const count = (kind: string) => {
    const those = own.filter(({one}) => one.kind === kind)
    return `${those.filter(({isFound}) => isFound).length} of ${those.length}`
  }
  stdout.write(`${key || 'all'}: found ${count('fail')}, alarms ${count('pass')}\n`)
}
