import {constants} from 'node:os'
import type {Call} from './verb.ts'

/** How a person, a machine or a terminal that is closed stops a run. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What runs, and how it ends before its time. */
interface Stopping {
  /** The text that wipes an unfinished line. */
  readonly clear: () => string
  readonly close: () => Promise<void>
}

/**
 * Lets a person stop the run: the browser is closed, and what was found out so far is kept. Asked
 * twice, it ends at once.
 *
 * @param consequence what has not been done: `Nothing was released`
 * @returns takes it back
 */
export function stoppable(
  call: Pick<Call, 'tell'>,
  {clear, close}: Stopping,
  consequence: string,
): () => void {
  let asked = false
  const stop = (signal: NodeJS.Signals) => {
    const code = 128 + constants.signals[signal]
    if (asked) process.exit(code)
    asked = true
    call.tell(
      `${clear()}Stopped. ${consequence}; what was found out is kept, and the next run goes on from there.\n`,
    )
    const patience = setTimeout(() => process.exit(code), 5000)
    close()
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
