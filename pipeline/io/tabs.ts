import {setTimeout as wait} from 'node:timers/promises'
import type {Browser, BrowserContext} from 'playwright-core'
import {PipelineError} from '../model/error.ts'
import type {FoundBrowser} from './chromium.ts'
import {launch} from './launch.ts'
import {deadlineIn} from './deadline.ts'
import type {LiveTab} from './live-tab.ts'
import {oversee, type Overseer} from './oversee.ts'
import {openTab} from './tab.ts'
import {launches} from './tries.ts'

/** A place for one tab, which is kept between pages. */
export interface Slot {
  /**
   * Rejects with `browser-failed` where no tab can be had at all. Where there have been some, and the
   * browser dies again and again with nothing gained, each page that asks is told so by itself: what was
   * found on the others counts.
   */
  tab(): Promise<LiveTab>
  /** Something came of what was done in the tab: a browser that dies now does not die of its start. */
  worked(): void
  /** Throws the tab away: it hangs, has crashed or has failed. */
  drop(): Promise<void>
}

/** The one browser and its tabs. It starts with the first tab, and again whenever it has died. */
export interface Tabs {
  slot(): Slot
  /** Whether the browser's sandbox was on each time it started; `undefined` where it never did. */
  sandboxed(): boolean | undefined
  /** Ends the browser; none starts from then on. */
  close(): Promise<void>
}

const loadsPerTab = 200

/** The browser has died too often; no page is to blame, and none can be looked at. */
class GivenUp extends Error {}

interface Running {
  readonly browser: Browser
  readonly context: BrowserContext
  readonly overseer: Overseer
  /** Rejects when the browser has died: what was asked of it just then is not answered in every case. */
  readonly died: Promise<never>
}

/**
 * Tabs of one browser, which starts with the first of them and is replaced when it dies or hangs.
 *
 * @param patience milliseconds that an empty tab may take to open
 * @param silence seconds in a row that the browser may leave a question without an answer
 */
export function openTabs(
  found: FoundBrowser,
  policy: string | undefined,
  patience = 60_000,
  silence = 20,
): Tabs {
  let started = 0
  let isProven = false
  let boxed: boolean | undefined
  let running: Promise<Running> | undefined
  let closing: Promise<void> | undefined

  async function start(): Promise<Running> {
    if (closing !== undefined) {
      // Whoever has one of several pages in hand may ask for a tab when the run has been given up.
      await closing
      throw new PipelineError('browser-failed', 'The browser has been closed.', 'Run it again.')
    }
    const most = isProven ? 2 * launches : launches
    if (started >= most) {
      const fault = `The browser died ${most} times: ${found.name}.`
      const advice =
        'Look at free memory, or set GALLEY_BROWSER to the path of another Chromium or Chrome.'
      throw isProven
        ? new GivenUp(`${fault} ${advice}`)
        : new PipelineError('browser-failed', fault, advice)
    }
    started++
    // Somebody may have ended it while it started.
    const launched = await launch(found).catch((error: unknown) => {
      if (started >= most) throw error
    })
    if (launched === undefined) return start()
    const {browser, sandboxed} = launched
    boxed = sandboxed && boxed !== false
    const died = deathOf(browser)
    try {
      const overseer = await within(died, oversee(browser, silence))
      return {browser, context: await within(died, openContext(browser)), overseer, died}
    } catch (error) {
      void soon(browser.close())
      throw error
    }
  }

  /** What is asked of a browser has an answer before long, or it is of no use. */
  function within<Result>(died: Promise<never>, work: Promise<Result>): Promise<Result> {
    return deadlineIn(patience).hold(Promise.race([work, died]), 'asking the browser')
  }

  async function connected(): Promise<Running> {
    const before = running
    const now = await before?.catch(() => undefined)
    // A browser that was killed counts as connected until its pipe is found closed: ask it.
    const answers =
      now !== undefined &&
      (await within(now.died, now.context.cookies()).then(
        () => now.browser.isConnected(),
        () => false,
      ))
    if (answers) return now
    // Several slots may find the browser dead at the same moment; the first starts it.
    if (running === before) {
      if (now !== undefined) void soon(now.browser.close())
      running = start()
    }
    return running ?? connected()
  }

  return {
    slot() {
      let kept: LiveTab | undefined
      let own: BrowserContext | undefined
      let loads = 0
      const drop = async () => {
        const [tab, context] = [kept, own]
        kept = own = undefined
        await tab?.close()
        await soon(context?.close())
      }
      const open = async ({browser, context, overseer}: Running) => {
        // Strangers' pages keep what they like in the browser: no tab shares that with another.
        if (policy === undefined) own = await openContext(browser)
        return openTab(own ?? context, policy, overseer)
      }
      return {
        async tab() {
          if (kept?.lost() !== undefined || loads >= loadsPerTab) await drop()
          loads = kept === undefined ? 1 : loads + 1
          if (kept !== undefined) return kept
          for (let attempt = 1; ; attempt++) {
            try {
              const now = await connected()
              kept = await within(now.died, open(now))
              isProven = true
              return kept
            } catch (error) {
              await drop()
              const isOver = error instanceof PipelineError || error instanceof GivenUp
              // The browser, or the tab's renderer, may have died meanwhile.
              if (isOver || attempt === launches) throw error
            }
          }
        },
        worked: () => (started = Math.min(started, 1)),
        drop,
      }
    },
    sandboxed: () => boxed,
    close() {
      const end = async () => {
        const now = await running?.catch(() => undefined)
        if (now !== undefined) await soon(now.browser.close())
      }
      return (closing ??= end())
    },
  }
}

function deathOf(browser: Browser): Promise<never> {
  const died = new Promise<never>((_, reject) => {
    const die = () => reject(new Error('the browser has been closed'))
    browser.once('disconnected', die)
    if (!browser.isConnected()) die()
  })
  died.catch(() => {})
  return died
}

/** Waits for what is closed, but not for long. */
async function soon(work: Promise<void> | undefined): Promise<void> {
  await Promise.race([work, wait(5_000, undefined, {ref: false})]).catch(() => {})
}

async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    acceptDownloads: false,
    permissions: [],
    locale: 'en-US',
    timezoneId: 'UTC',
  })
  // For pages that open others: their tabs have no route of their own.
  await context.route('**/*', (route) => route.abort('blockedbyclient'))
  return context
}
