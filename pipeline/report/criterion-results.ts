import type {Run, Test} from '../model/run.ts'
import type {JudgedFinding} from '../model/verdict.ts'
import {criteriaOfAA} from './html/criteria.ts'

/** What the machine's part of an evaluation came to for one criterion. */
export interface CriterionResult {
  readonly criterion: string
  /** How many tests of it ran, each at all of the pages that it is about. */
  readonly tests: number
  /** Errors, waived and known ones among them: a waiver does not meet a criterion. */
  readonly failures: readonly JudgedFinding[]
  /** What only a person can answer. */
  readonly questions: number
}

/** The criteria of WCAG 2.2 A and AA in their order, each with what tests found of it. */
export function criterionResults(
  {verdict}: Run,
  tests: readonly Test[],
): readonly CriterionResult[] {
  const ran = tests.filter(({by}) => (verdict.checked[by] ?? 0) > 0)
  return criteriaOfAA.map((criterion) => {
    const about = verdict.findings.filter(({criteria}) => criteria.includes(criterion))
    return {
      criterion,
      tests: ran.filter(({criteria}) => criteria.includes(criterion)).length,
      failures: about.filter(({outcome, severity}) => outcome === 'failed' && severity === 'error'),
      questions: about.filter(({asks}) => asks).length,
    }
  })
}

/** Those about one language's editions, or about all. */
export function failuresIn(
  locale: string,
  failures: readonly JudgedFinding[],
): readonly JudgedFinding[] {
  return failures.filter((finding) => (finding.locale ?? locale) === locale)
}
