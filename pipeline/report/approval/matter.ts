import type {Approval} from '../../model/approval.ts'
import type {FoundOn} from '../../model/finding.ts'
import type {Run} from '../../model/run.ts'
import type {JudgedFinding} from '../../model/verdict.ts'

/** One thing to be decided: pages that look otherwise for one cause, or that nobody approved yet. */
export interface Matter {
  readonly finding: JudgedFinding
  readonly looks: readonly FoundOn[]
  /** What was decided since the pages were looked at; `undefined` while it is open. */
  readonly decided: Pick<Approval, 'decision' | 'by' | 'reason'> | undefined
}

/** Everything in a run that somebody has to look at, what holds first. */
export function mattersOf({verdict}: Run): readonly Matter[] {
  return verdict.findings
    .filter(({check, pages = []}) => check.startsWith('visual/') && pages.length > 0)
    .map((finding) => ({finding, looks: finding.pages ?? [], decided: undefined}))
}

/** The next matter that is open, beginning behind this one and then from the first. */
export function nextOpen(matters: readonly Matter[], after: number): number | undefined {
  const order = [...matters.keys()]
  return [...order.slice(after + 1), ...order.slice(0, after + 1)].find(
    (index) => matters[index]?.decided === undefined,
  )
}
