import {beforeAll, describe, expect, test} from 'vitest'
import {actCases, type ActCase} from '../support/act-cases.ts'
import {scoreOf, type Scored} from '../support/act-score.ts'

/** What the keyboard, pixels and zooming tell has tests of its own; `npm run bench:act` runs all. */
const elsewhere = /^(2\.1\.2|2\.4\.7|1\.4\.5|1\.4\.4\/59br37)/
const known = actCases.filter(({criterion, rule}) => !elsewhere.test(`${criterion}/${rule}`))

/** One case of each kind for each rule: the first that fails and the last that does not. */
const cases = known.filter(
  (one) => isAt(one, 'fail', (group) => group[0]) || isAt(one, 'pass', (group) => group.at(-1)),
)

function isAt(
  one: ActCase,
  kind: ActCase['kind'],
  pick: (group: readonly ActCase[]) => ActCase | undefined,
): boolean {
  return pick(known.filter((other) => other.rule === one.rule && other.kind === kind)) === one
}

const scored = new Map<string, Scored>()
beforeAll(async () => {
  const checks = new Set(['browser/accessibility', 'browser/standards', 'browser/label-in-name'])
  for (const found of await scoreOf(cases, checks)) scored.set(found.one.path, found)
}, 900_000)

const errors = ({path}: ActCase) =>
  scored
    .get(path)
    ?.findings.filter(({severity}) => severity === 'error')
    .map(({check}) => check) ?? []

test('every rule has pages that fail and pages that do not', () => {
  const kinds = known.map(({rule, kind}) => `${rule} ${kind}`)
  for (const {rule} of known)
    expect(kinds).toEqual(expect.arrayContaining([`${rule} fail`, `${rule} pass`]))
})

describe('finds, on the criterion of the ACT rule', () => {
  test.each(cases.filter(({kind}) => kind === 'fail'))('$criterion $rule: $about', (one) => {
    expect(errors(one)).not.toEqual([])
  })
})

describe('raises no alarm', () => {
  test.each(cases.filter(({kind}) => kind === 'pass'))('$criterion $rule: $about', (one) => {
    expect(errors(one)).toEqual([])
  })
})
