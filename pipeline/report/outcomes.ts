import type {Outcome} from '../model/finding.ts'
import {grouped} from '../model/grouped.ts'
import type {Run, Test} from '../model/run.ts'
import {isOpinionEngine} from '../model/tab.ts'
import type {JudgedFinding, Verdict} from '../model/verdict.ts'

/** What one test came to at one place. */
export interface TestOutcome {
  readonly test: string
  /** Rules of the ACT collection that it answers to, as far as that is known. */
  readonly act: readonly string[]
  readonly criteria: readonly string[]
  readonly outcome: Outcome
  readonly findings: readonly JudgedFinding[]
}

/**
 * What every test came to on one page: failed or undecided by its findings, passed where it ran
 * and found nothing, inapplicable where it is known that there is nothing it could be about. A test that did not run there, or of which that is not known, is left out.
 */
export function outcomesOn(
  page: string,
  {verdict, judged, inapplicable = {}}: Run,
  tests: readonly Test[],
): readonly TestOutcome[] {
  const own = findingsOn(page, verdict)
  const isUnseen = own.some(({check}) => check === 'browser/capture')
  const silent = new Set(own.filter(couldNotRun).map(({check}) => check))
  const broken = new Set(own.map((one) => wholeOf(one, tests)))
  const nowhere = new Set(Object.hasOwn(inapplicable, page) ? inapplicable[page] : [])
  const isJudged = judged.includes(page)
  const passed = tests.filter(
    ({id, by, on, criteria}) =>
      on === 'page' &&
      isJudged &&
      (verdict.checked[by] ?? 0) > 0 &&
      !own.some((one) => one.check === id || isToldWith(one, {id, criteria})) &&
      !broken.has(id) &&
      !silent.has(by) &&
      !(isUnseen && !by.startsWith('document/')),
  )
  const found = [...new Set(own.map(({check}) => check))].map((test): TestOutcome => {
    const findings = own.filter(({check}) => check === test)
    const {criteria: known = [], act = []} = tests.find(({id}) => id === test) ?? {}
    const named: readonly string[] = [...known, ...findings.flatMap((one) => one.criteria)]
    const criteria: readonly string[] = [...new Set(named)]
    const hasFailed = findings.some(({outcome}) => outcome === 'failed')
    return {
      test,
      act: [...new Set([...act, ...findings.flatMap((one) => one.act ?? [])])].toSorted(),
      criteria: criteria.toSorted(),
      outcome: hasFailed ? 'failed' : 'cantTell',
      findings,
    }
  })
  return [
    ...found,
    ...passed.map(({id, criteria, act = []}): TestOutcome => ({
      test: id,
      act: act.toSorted(),
      criteria,
      outcome: nowhere.has(id) ? 'inapplicable' : 'passed',
      findings: [],
    })),
  ].toSorted((a, b) => (a.test < b.test ? -1 : 1))
}

/** The findings of a verdict by their pages, gone through once for all pages. */
const known = new WeakMap<Verdict, ReadonlyMap<string, readonly JudgedFinding[]>>()

function findingsOn(page: string, verdict: Verdict): readonly JudgedFinding[] {
  const pages = known.get(verdict) ?? grouped(verdict.findings, ({place}) => place.file)
  known.set(verdict, pages)
  return pages.get(page) ?? []
}

/** What axe-core saw is said by a rule of ours that saw it too, and which of axe-core's it was is not. */
function isToldWith(
  {check, engines, criteria}: JudgedFinding,
  test: Pick<Test, 'id' | 'criteria'>,
) {
  const isOurs = engines.includes('axe') && !check.startsWith('axe/')
  return isOurs && test.id.startsWith('axe/') && test.criteria.some((one) => criteria.includes(one))
}

/** The check that a finding’s rule is part of: it has not passed where one of its rules has not. */
function wholeOf({check, engines}: JudgedFinding, tests: readonly Test[]): string {
  const [engine = ''] = check.split('/')
  if (isOpinionEngine(engine)) return `browser/${engine}`
  if (engines.length > 0) return 'browser/accessibility'
  return tests.find(({id}) => id === check)?.by ?? check
}

function couldNotRun({message}: JudgedFinding): boolean {
  return message.key === 'check/could-not-run'
}

/** Every file that was judged or that something was found in, sorted by code units. */
export function placesOf({judged, verdict}: Run): readonly string[] {
  return [...new Set([...judged, ...verdict.findings.map(({place}) => place.file)])].toSorted()
}
