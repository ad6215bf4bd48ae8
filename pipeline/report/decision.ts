import type {Run} from '../model/run.ts'

type Decision = 'passed' | 'held' | 'nothing' | 'audit-passed' | 'audit-held'

/** The key of the sentence that says what a run came to: held, passed, or nothing to publish. */
export function decisionOf({editions, audited, verdict}: Run): Decision {
  if (audited !== undefined) return `audit-${verdict.decision}`
  return editions.length === 0 ? 'nothing' : verdict.decision
}
