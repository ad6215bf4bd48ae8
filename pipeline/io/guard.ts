import type {Page} from 'playwright-core'
import {deadlineIn, OutOfTime, type Deadline} from './deadline.ts'
import {RendererFrozen, RendererKilled} from './renderer-lost.ts'
import {PageFault} from './world.ts'

/** Holds what is done in a tab to its time, and knows whether the tab can still be used. */
export interface Guard {
  /** Waits for work; a tab in which it is late, or goes wrong but for the page's own fault, is lost. */
  readonly hold: <Result>(
    work: Promise<Result>,
    deadline: Deadline,
    doing: string,
  ) => Promise<Result>
  /**
   * Lets work in the page take so many milliseconds and no longer: what is still running there is
   * stopped, and the tab lives on.
   */
  readonly bounded: <Result>(
    work: (clock: Deadline) => Promise<Result>,
    milliseconds: number,
    doing: string,
  ) => Promise<Result>
  /** The tab can no longer be used. Gives the reason, which is the first there was. */
  readonly lose: (reason: Error) => Error
  readonly lost: () => Error | undefined
}

/** What a guard knows of the renderer behind a page. */
export interface Renderer {
  /** Ends the script that runs in the page. Answered as long as the renderer lives, whatever runs there. */
  readonly interrupt: () => Promise<void>
  /** The same; where no script runs, an empty one takes its place. */
  readonly stop: () => Promise<void>
  /** Whether it was ended from outside, when it has crashed. */
  readonly wasKilled: () => Promise<boolean>
}

/** Watches over what is done in a tab, and what becomes of its renderer. */
export function guardOver(page: Page, {interrupt, stop, wasKilled}: Renderer): Guard {
  const crash = new Promise<never>((_, reject) => {
    page.once('crash', async () =>
      reject(
        (await wasKilled()) ? new RendererKilled() : new Error('the page crashed the renderer'),
      ),
    )
    page.once('close', () => reject(new Error('the tab was closed')))
  })
  crash.catch(() => {})
  let lost: Error | undefined
  /** Clocks of what may be late without the tab being lost. */
  const bounds = new WeakSet<Deadline>()

  async function hold<Result>(work: Promise<Result>, deadline: Deadline, doing: string) {
    try {
      const result = await deadline.hold(Promise.race([work, crash]), doing)
      if (lost === undefined) return result
      throw lost
    } catch (error) {
      const isLate = error instanceof OutOfTime
      if (!(error instanceof PageFault || (isLate && bounds.has(deadline)))) {
        const reason = isLate ? await reasonOfDelay(error) : await reasonOfEnd(error)
        lost ??= isOurs(reason) ? reason : new Error(reasonOf(reason))
      }
      throw lost ?? error
    }
  }

  /** A page whose script never ends still hears that it is to end; a frozen renderer hears nothing. */
  async function reasonOfDelay(late: OutOfTime): Promise<Error> {
    // What a page asks for without end stands before every answer.
    const stirs = new Promise<void>((resolve) => page.once('request', () => resolve()))
    const heard = Promise.race([interrupt(), stirs, crash])
    return deadlineIn(ANSWER)
      .hold(heard, 'asking the renderer')
      .then(
        () => late,
        (error: Error) => (error instanceof OutOfTime ? new RendererFrozen() : error),
      )
  }

  /** What was being done fails in many ways when a renderer ends, and before it is known that it has. */
  function reasonOfEnd(error: unknown): Promise<unknown> {
    return deadlineIn(1_000)
      .hold(crash, 'asking the browser')
      .catch((known: unknown) => (known instanceof OutOfTime ? error : known))
  }

  return {
    hold,
    bounded: async (work, milliseconds, doing) => {
      const clock = deadlineIn(milliseconds)
      bounds.add(clock)
      try {
        return await clock.hold(work(clock), doing)
      } catch (error) {
        if (!(error instanceof OutOfTime)) throw error
        await hold(stop(), deadlineIn(5_000), 'stopping a script')
        throw new OutOfTime(milliseconds, doing)
      }
    },
    lose: (reason) => (lost ??= reason),
    lost: () => lost,
  }
}

/** How long a renderer that lives may take to hear something, in milliseconds, however busy it is. */
const ANSWER = 5_000

function isOurs(error: unknown): error is Error {
  return [OutOfTime, RendererFrozen, RendererKilled].some((kind) => error instanceof kind)
}

/** Playwright's message ends in its log; the first line says enough. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
