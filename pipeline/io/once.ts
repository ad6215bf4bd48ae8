import {setTimeout as wait} from 'node:timers/promises'
import {PipelineError} from '../model/error.ts'
import {takeLockFile} from './lock-file.ts'
import {unwritable} from './unwritable.ts'

/** How long another process is waited for, in milliseconds: unpacking takes some seconds. */
const patience = 300_000

/**
 * Does a long piece of work that several processes may want at the same moment: one does it, the
 * others wait until it is `done`. The lock of a process that has died is taken over.
 *
 * @throws PipelineError `unwritable-file` where the work fails, `busy` where the wait is too long
 */
export async function once(
  lock: string,
  done: () => Promise<boolean>,
  work: () => Promise<void>,
): Promise<void> {
  const end = performance.now() + patience
  while (!(await done())) {
    const attempt = await takeLockFile(lock).catch((cause: unknown) => {
      throw unwritable(lock, cause)
    })
    if (attempt.taken) {
      try {
        if (!(await done())) await work()
        return
      } catch (cause) {
        throw unwritable(lock, cause)
      } finally {
        await attempt.release()
      }
    }
    if (performance.now() > end) {
      throw new PipelineError(
        'busy',
        `Another process has been unpacking the browser for minutes${attempt.holder === undefined ? '' : ` (process ${attempt.holder.pid})`}.`,
        `If there is none, remove ${lock} and run the command again.`,
      )
    }
    await wait(100)
  }
}
