import type {Finding} from '../../model/finding.ts'
import type {EngineIssue, OpinionEngine} from '../../model/tab.ts'
import type {BrowserCheck, Seen} from '../check.ts'
import {levelOf} from '../criteria.ts'
import {findingOn} from './finding.ts'
import {alfaAct, ofWholePage, trusted} from './opinion-rules.ts'

/**
 * What another engine makes of a page, where a publication asks for it. A rule of it that has never
 * been wrong where it was measured is believed; of others it is an opinion, which advises. Findings
 * carry the engine's own id, `alfa/sia-r2`. It is a check of its own: when it crashes or hangs, only
 * what it would have said is not known.
 */
export function secondOpinion(engine: OpinionEngine): BrowserCheck<readonly EngineIssue[]> {
  return {
    id: `browser/${engine}`,
    criteria: [],
    every: 'viewport',
    probe: (tab) => tab.engine(engine),
    judge: (issues, seen) =>
      issues
        .filter((issue, index) => isAnswer(issue) && !isRepeated(issue, index, issues))
        .map((issue) => testify(engine, issue, seen)),
  }
}

const names: Readonly<Record<OpinionEngine, string>> = {
  alfa: 'Alfa',
  accesslint: 'AccessLint',
  ibm: 'IBM Equal Access',
}

/** About a criterion of level A or AA, or about what could not be looked at. */
function isAnswer({code, criteria, selector}: EngineIssue): boolean {
  if (selector.includes(' >>> ') && ofWholePage.has(code)) return false
  return code === 'frame-tested' || criteria.some((one) => levelOf(one) !== 'AAA')
}

/** A question is the same at every element of a page: one is enough. */
function isRepeated({code, needsReview}: EngineIssue, at: number, all: readonly EngineIssue[]) {
  return needsReview && all.findIndex((one) => one.code === code && one.needsReview) < at
}

function testify(engine: OpinionEngine, issue: EngineIssue, seen: Seen): Finding {
  const {code, selector, context, url, needsReview, message} = issue
  const act = engine === 'alfa' ? (alfaAct.get(code) ?? []) : (issue.act ?? [])
  const kind = needsReview ? 'unsure' : trusted[engine].has(code) ? 'trusted' : 'alone'
  return findingOn(seen, {
    check: `${engine}/${code}`,
    outcome: needsReview ? 'cantTell' : 'failed',
    severity: needsReview ? issue.severity : kind === 'trusted' ? 'error' : 'warning',
    message: {key: `opinion/${kind}`, values: {engine: names[engine], rule: code, help: message}},
    selector,
    // Probes before this one may have left what they took back.
    excerpt: context.replaceAll(' style=""', ''),
    criteria: issue.criteria.filter((one) => levelOf(one) !== 'AAA'),
    ...(act.length > 0 && {act}),
    engines: [engine],
    url,
  })
}
