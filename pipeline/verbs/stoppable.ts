import type {Call} from './verb.ts'

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
export function stoppable(call: Call, {clear, close}: Stopping, consequence: string): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const
  let asked = false
  const stop = (signal: NodeJS.Signals) => {
    const code = signal === 'SIGINT' ? 130 : 143
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
  for (const signal of signals) process.on(signal, stop)
  return () => {
    for (const signal of signals) process.removeListener(signal, stop)
  }
}
