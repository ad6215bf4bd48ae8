import {setTimeout as wait} from 'node:timers/promises'
import type {BrowserContext} from 'playwright-core'
import {isArticle, surroundings} from '../model/log-in-page.ts'
import type {LoadLog} from '../model/tab.ts'
import type {Preparation} from '../model/preparation.ts'
import {NotPrepared, type Taken} from './act.ts'
import {cameraOn, holdWindow} from './camera.ts'
import type {Deadline} from './deadline.ts'
import {declared} from './declared.ts'
import {forget, forgetSite} from './forget.ts'
import {framesIn} from './frames.ts'
import {guardOver} from './guard.ts'
import {handsOn} from './hands.ts'
import {listen} from './load-log.ts'
import type {Overseer} from './oversee.ts'
import {readinessOf} from './readiness.ts'
import {showOwnElements} from './own-elements.ts'
import {still} from './settle.ts'
import {trafficOf} from './traffic.ts'
import {whereabouts} from './whereabouts.ts'
import {windowOf} from './window.ts'
import {callOf, heldBy, nowhere, openWorld, PageFault, plant, type World} from './world.ts'
import {narrow, perform} from './perform.ts'
import type {Address, LiveTab} from './live-tab.ts'

/**
 * Opens a tab, empty until a page is loaded in it.
 *
 * @param policy the Content-Security-Policy that every page is given with; without one it is a
 * stranger's page, whose own scripts run: it stays in its place, wherever they would take it
 */
export async function openTab(
  context: BrowserContext,
  policy: string | undefined,
  overseer: Overseer,
): Promise<LiveTab> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const {targetInfo} = await session.send('Target.getTargetInfo')
  const listener = await listen(page, session)
  if (policy === undefined) await page.addInitScript(forget)
  await plant(session, 'window', callOf(holdWindow, null))
  let world: World = nowhere

  /** The page's world, whichever that is when something is asked there. */
  const here = heldBy(
    (work) => work,
    () => world,
  )
  const window = windowOf(page, session)
  const camera = cameraOn(session, here, window)
  const interrupt = async () => {
    await session.send('Runtime.terminateExecution')
  }
  const guard = guardOver(page, {
    interrupt,
    async stop() {
      await interrupt()
      await world('0').catch(noop)
    },
    wasKilled: () => overseer.wasKilled(targetInfo.targetId),
  })
  const {hold, bounded} = guard
  const traffic = await trafficOf(page, context, policy, listener)
  const {loaded, ready, atRest, begins} = readinessOf(
    page,
    here,
    hold,
    listener,
    policy === undefined,
  )

  let shown: string | undefined
  /** Where it was sent, and what is done there. */
  let sent: Address | undefined
  let taken: readonly Taken[] = []
  let isDisguised = false
  /** What it shows, where that was loaded whole, and whether nothing in it acts. */
  let kept: Address | undefined
  let isStill = false
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || shown === undefined || bare(frame.url()) === shown) return
    if (policy === undefined) return
    guard.lose(new Error(`the page went to ${frame.url()} by itself`))
  })
  page.on('request', () => overseer.heard())
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
  page.on('popup', (popup) => void popup.close().catch(() => {}))

  async function leave(deadline: Deadline): Promise<void> {
    shown = kept = undefined
    isStill = false
    await hold(page.goto('about:blank'), deadline, 'leaving the page before')
  }

  async function show(address: Address, deadline: Deadline): Promise<void> {
    const {url, preparation} = address
    sent = address
    taken = []
    traffic.opens()
    listener.reset()
    begins(bare(url))
    if (policy === undefined) await hold(forgetSite(session, url), deadline, 'forgetting the site')
    const isActed = (preparation?.actions.length ?? 0) > 0
    // What was done may have led to other hosts.
    if (isActed) await hold(context.clearCookies(), deadline, 'forgetting who was there')
    const agent = preparation?.request.headers['user-agent']
    if (agent !== undefined || isDisguised) {
      isDisguised = agent !== undefined
      const disguise = session.send('Emulation.setUserAgentOverride', {userAgent: agent ?? ''})
      await hold(disguise, deadline, 'saying who asks')
    }
    // A stranger's page that wants to go elsewhere while it loads is never "loaded" for Playwright.
    await go(url, policy === undefined ? 'commit' : 'load', deadline)
    shown = bare(url)
    if (policy !== undefined && bare(page.url()) !== shown)
      throw guard.lose(new Error(`the page went to ${page.url()}`))
    if (policy === undefined) {
      await loaded(deadline)
      const isLeft = listener.log.elsewhere !== undefined
      if (isLeft && (await hold(world('document.body === null'), deadline, 'entering the page')))
        await goUnscripted(url, deadline)
    }
    if (preparation) {
      await prepare(preparation, deadline).catch((error: unknown) => {
        // It may be on its way anywhere.
        if (error instanceof NotPrepared) guard.lose(error)
        throw error
      })
    }
    await hold(showOwnElements(session, world), deadline, 'looking into its own elements')
    isStill = (await hold(world(callOf(still, null)), deadline, 'stopping all motion')) === true
    isStill &&= !isActed
    await ready(deadline)
    if (policy === undefined) await notice(deadline)
    if (isActed) traffic.onlyReads()
  }

  /** Notes where the page has led whoever opened it, or will. */
  async function notice(deadline: Deadline): Promise<void> {
    const asked = hold(
      world(callOf(whereabouts, surroundings)),
      deadline,
      'looking where the page is',
    )
    const {at, next, asks} = (await asked) as ReturnType<typeof whereabouts>
    if (at !== sent?.url) listener.shows(at)
    if (next !== null && bare(next) !== bare(at)) listener.leads(next)
    if (asks && !isArticle(asks)) listener.asks()
  }

  async function go(url: string, waitUntil: 'commit' | 'load', deadline: Deadline): Promise<void> {
    const loading = page.goto(url, {waitUntil, timeout: 0})
    await hold(loading, deadline, 'loading the page')
    world = await hold(openWorld(session), deadline, 'entering the page')
  }

  /** Where a script leads on before there is anything to see, what is shown without scripts is seen. */
  async function goUnscripted(url: string, deadline: Deadline): Promise<void> {
    const disable = (value: boolean) =>
      hold(
        session.send('Emulation.setScriptExecutionDisabled', {value}),
        deadline,
        'stopping scripts',
      )
    await disable(true)
    try {
      traffic.opens()
      await go(url, 'commit', deadline)
      await loaded(deadline)
    } finally {
      await disable(false)
    }
  }

  /** Does what is asked for, before motion is stopped: the page may wait for its own. */
  async function prepare(preparation: Preparation, deadline: Deadline): Promise<void> {
    if (preparation.actions.length > 0) {
      traffic.acts(true)
      await hold(window.paint(true), deadline, 'showing the page')
      try {
        taken = await perform(preparation.actions, {page, hold, listener}, deadline)
      } finally {
        traffic.acts(false)
      }
      await hold(window.paint(false), deadline, 'looking away')
      shown = bare(page.url())
      world = await hold(openWorld(session), deadline, 'entering the page')
      await loaded(deadline)
    }
    await narrow(preparation, here, hold, deadline)
  }

  return {
    async load(address, {width, height, scheme}, answers, deadline) {
      const {url, hash} = address
      const before = isStill ? kept : undefined
      const stays = before?.url === url && before.hash === hash && isQuiet(listener.log)
      // A page in which nothing acts makes way for one of another address.
      if (before === undefined || bare(before.url) === bare(url)) {
        if (!stays) await leave(deadline)
      } else {
        shown = kept = undefined
        // It need not be drawn in the window and the colours of the next.
        await hold(world('document.documentElement?.remove()'), deadline, 'leaving the page before')
      }
      traffic.answeredBy(answers)
      const {width: wide, height: high} = window.size()
      if (wide !== width || high !== height)
        await hold(window.resize({width, height}), deadline, 'resizing the window')
      await hold(page.emulateMedia({colorScheme: scheme}), deadline, 'choosing the colour scheme')
      if (stays) await ready(deadline)
      else {
        await show(address, deadline)
        await atRest(deadline)
      }
      kept = address
      return listener.log
    },
    hands: (view, deadline) =>
      handsOn(
        {
          page,
          session,
          window,
          world: here,
          hold: (work, doing) => hold(work, deadline, doing),
          bounded: (work, doing) =>
            bounded((clock) => work((one) => hold(one, clock, doing)), deadline.whole / 4, doing),
          ready: () => ready(deadline),
          reload: async () => {
            const address = sent ?? {url: page.url(), hash: ''}
            await leave(deadline)
            await show(address, deadline)
          },
          capture: (rows) => camera.capture(rows),
        },
        view,
      ),
    async scheme(scheme, deadline) {
      await hold(page.emulateMedia({colorScheme: scheme}), deadline, 'changing the colour scheme')
      await ready(deadline)
    },
    world: (deadline) =>
      heldBy(
        (work) => hold(work, deadline, 'running a check'),
        () => world,
      ),
    bounded,
    async frames(deadline) {
      if (page.frames().length < 2) return []
      const frames = await hold(framesIn(session), deadline, 'entering the frames')
      return frames.map(({selector, world: inner}) => ({
        selector,
        // A frame in which nothing can run (a sandbox) does not make the page's tab useless.
        world: heldBy(
          (work) => deadline.hold(work, 'looking into a frame'),
          () => inner,
        ),
      }))
    },
    async screenshot(masks, deadline) {
      for (let attempt = 1; ; attempt++) {
        try {
          const picture = await hold(camera.wholePage(masks), deadline, 'taking a picture')
          await hold(window.paint(false), deadline, 'looking away')
          return picture
        } catch (error) {
          // Chromium now and then has no frame to give yet.
          if (attempt === 5 || !(error instanceof PageFault)) throw error
          await ready(deadline)
        }
      }
    },
    declared: (selector, looks, deadline) =>
      hold(declared(session, selector, looks), deadline, 'reading the styles'),
    async rows(rows, deadline) {
      const picture = await hold(camera.capture(rows), deadline, 'taking a picture')
      await hold(window.paint(false), deadline, 'looking away')
      return picture
    },
    print: (deadline) =>
      hold(
        page.pdf({tagged: true, outline: true, preferCSSPageSize: true, printBackground: true}),
        deadline,
        'printing the document',
      ),
    rest: atRest,
    spoil() {
      kept = undefined
      isStill = false
    },
    taken: () => taken,
    lost: guard.lost,
    async close() {
      await Promise.race([page.close(), wait(5_000, undefined, {ref: false})]).catch(() => {})
    },
  }
}

function noop(): void {}

/** Nothing went wrong that may go wrong in one window alone. */
function isQuiet({missing, foreign, refused}: LoadLog): boolean {
  return missing.length + foreign.length + refused.length === 0
}

function bare(url: string): string {
  return url.replace(/#.*$/s, '')
}
