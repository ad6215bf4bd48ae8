import type {Run} from '../model/run.ts'

type Decision = 'passed' | 'held' | 'nothing' | 'cleared' | 'audit-passed' | 'audit-held'

/** The key of the sentence that says what a run came to: held, passed, nothing to publish, or nothing left. */
export function decisionOf({editions, audited, verdict}: Run): Decision {
  if (audited !== undefined) return `audit-${verdict.decision}`
  if (editions.length > 0) return verdict.decision
  return verdict.decision === 'passed' ? 'cleared' : 'nothing'
}
