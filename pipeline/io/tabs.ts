import type {Browser, BrowserContext} from 'playwright-core'
import {PipelineError} from '../model/error.ts'
import type {FoundBrowser} from './chromium.ts'
import {launch} from './launch.ts'
import type {LiveTab} from './live-tab.ts'
import {openTab} from './tab.ts'

/** A place for one tab, which is kept between pages. */
export interface Slot {
  tab(): Promise<LiveTab>
  /** Throws the tab away: it hangs, has crashed or has failed. */
  drop(): Promise<void>
}

/** The one browser and its tabs. It starts with the first tab, and again when it has died. */
export interface Tabs {
  slot(): Slot
  /** Whether the browser's sandbox was on each time it started; `undefined` where it never did. */
  sandboxed(): boolean | undefined
  close(): Promise<void>
}

/** How often the browser is started, at most: one that dies again and again has a cause. */
export const launches = 4
const loadsPerTab = 200

/** Tabs of one browser, which starts with the first of them and is replaced when it dies. */
export function openTabs(found: FoundBrowser, policy: string | undefined): Tabs {
  let started = 0
  let boxed: boolean | undefined
  let running: Promise<{browser: Browser; context: BrowserContext}> | undefined

  async function start() {
    if (started++ === launches) {
      throw new PipelineError(
        'browser-failed',
        `The browser died ${launches} times: ${found.name}.`,
        'Look at free memory, or set GALLEY_BROWSER to the path of another Chromium or Chrome.',
      )
    }
    const {browser, sandboxed} = await launch(found)
    boxed = sandboxed && boxed !== false
    return {browser, context: await openContext(browser)}
  }

  async function connected(): Promise<BrowserContext> {
    const before = running
    const now = await before?.catch(() => undefined)
    // A browser that was killed counts as connected until its pipe is found closed: ask it.
    const answers = await now?.context.cookies().then(
      () => now.browser.isConnected(),
      () => false,
    )
    if (now !== undefined && answers === true) return now.context
    // Several slots may find the browser dead at the same moment; the first starts it.
    if (running === before) running = start()
    return running === undefined ? connected() : (await running).context
  }

  /** Strangers' pages keep what they like in the browser: no tab shares that with another. */
  async function contextOfTab(): Promise<BrowserContext> {
    const shared = await connected()
    const browser = policy === undefined ? shared.browser() : null
    return browser ? openContext(browser) : shared
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
        if (policy === undefined) await context?.close().catch(() => {})
      }
      return {
        async tab() {
          if (kept?.lost() !== undefined || loads >= loadsPerTab) await drop()
          if (kept === undefined) loads = 0
          loads++
          if (kept !== undefined) return kept
          try {
            own ??= await contextOfTab()
            return (kept = await openTab(own, policy))
          } catch (error) {
            // What no tab can be opened in is not tried again.
            await drop()
            throw error
          }
        },
        drop,
      }
    },
    sandboxed: () => boxed,
    async close() {
      const now = await running?.catch(() => undefined)
      running = undefined
      await now?.browser.close()
    },
  }
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
