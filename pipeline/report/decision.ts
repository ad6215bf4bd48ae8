import type {Run} from '../model/run.ts'

/** The key of the sentence that says what a run came to: held, passed, or nothing to publish. */
export function decisionOf({editions, verdict}: Run): 'passed' | 'held' | 'nothing' {
  return editions.length === 0 ? 'nothing' : verdict.decision
}
