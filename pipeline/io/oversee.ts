import type {Browser} from 'playwright-core'
import {descendsFromUs} from './owner.ts'

/** What a browser tells of its own processes. */
export interface Overseer {
  /** Something came from the browser: it is not frozen, though answers may have to wait behind it. */
  heard(): void
  /** Whether the renderer of this tab, which has just crashed, was ended from outside. */
  wasKilled(targetId: string): Promise<boolean>
}

/**
 * Watches over a browser for as long as it lives. One that is frozen never closes its pipe, and would
 * keep every page that it shows until that page's time is up: it is ended, and so is replaced.
 *
 * @param patience seconds in a row without an answer to a trivial question
 */
export async function oversee(browser: Browser, patience: number): Promise<Overseer> {
  const session = await browser.newBrowserCDPSession()
  const {processInfo} = await session.send('SystemInfo.getProcessInfo')
  const pid = processInfo.find(({type}) => type === 'browser')?.id
  const killed = new Set<string>()
  session.on('Target.targetCrashed', ({targetId, status}) => {
    if (status === 'killed') killed.add(targetId)
  })
  await session.send('Target.setDiscoverTargets', {discover: true, filter: [{type: 'page'}]})

  let isAsked = false
  let silence = 0
  // Its own ticks are counted, not a clock: while we, or the whole machine, stand still, there are none.
  const watching = setInterval(() => {
    if (!isAsked) {
      isAsked = true
      silence = 0
      session.send('Browser.getVersion').then(() => (isAsked = false), noop)
    } else if (++silence >= patience) {
      clearInterval(watching)
      if (pid !== undefined && descendsFromUs(pid)) process.kill(pid, 'SIGKILL')
    }
  }, 1000).unref()
  browser.once('disconnected', () => clearInterval(watching))

  return {
    heard: () => (silence = 0),
    async wasKilled(targetId) {
      // Whatever was told before this answer has arrived with it.
      await session.send('Browser.getVersion').catch(noop)
      return killed.has(targetId)
    },
  }
}

function noop(): void {}
