import {constants} from 'node:os'
import type {Call} from './verb.ts'

/** How a person, a machine or a terminal that is closed stops a run. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What runs, and how it ends before its time. */
interface Stopping {
  /** The text that wipes an unfinished line. */
  readonly clear: () => string
  readonly close: () => Promise<void>
  /**
   * Begins no more of what cannot be taken back. Gives what has been or has not been done, `Nothing was
   * released`, once that is certain.
   */
  readonly stop: () => Promise<string>
}

/**
 * Lets a person stop the run: the browser is closed, and what was found out so far is kept. Asked
 * twice, it ends at once.
 *
 * @returns takes it back
 */
export function stoppable(
  call: Pick<Call, 'tell'>,
  {clear, close, stop: begin}: Stopping,
): () => void {
  let asked = false
  const stop = (signal: NodeJS.Signals) => {
    const code = 128 + constants.signals[signal]
    if (asked) process.exit(code)
    asked = true
    const patience = setTimeout(() => process.exit(code), 5000)
    begin()
      .then((done) =>
        call.tell(
          `${clear()}Stopped. ${done}; what was found out is kept, and the next run goes on from there.\n`,
        ),
      )
      .then(close)
      .catch(() => {})
      .finally(() => {
        clearTimeout(patience)
        process.exit(code)
      })
  }
  for (const signal of stopSignals) process.on(signal, stop)
  return () => {
    for (const signal of stopSignals) process.removeListener(signal, stop)
  }
}
