import type {Buffer} from 'node:buffer'
import {setTimeout as wait} from 'node:timers/promises'
import type {BrowserContext} from 'playwright-core'
import type {LoadLog} from '../model/tab.ts'
import type {Rows} from '../model/hands.ts'
import type {Preparation} from '../model/preparation.ts'
import type {View} from '../model/view.ts'
import {act, Unfulfilled, type Taken} from './act.ts'
import {cameraOn} from './camera.ts'
import type {Deadline} from './deadline.ts'
import {forget, forgetSite} from './forget.ts'
import {framesIn, type Frame} from './frames.ts'
import {guardOver, type Guard} from './guard.ts'
import {handsOn, type LiveHands} from './hands.ts'
import {listen} from './load-log.ts'
import {respond} from './respond.ts'
import {settle, still} from './settle.ts'
import {countIn, hide} from './scope.ts'
import type {Answered, Asked, Reply} from './site.ts'
import {callOf, heldBy, nowhere, openWorld, PageFault, type World} from './world.ts'

type Answer = (url: string, asked: Asked) => Answered | Reply | Promise<Answered | Reply>

/** Where a page is, and what it is: the hash of all that it can load. */
export interface Address {
  readonly url: string
  readonly hash: string
  /** What is done with it whenever it was loaded. */
  readonly preparation?: Preparation | undefined
}

/** A tab that is kept and shows one page after the other. */
export interface LiveTab {
  /**
   * Loads a page and waits until it is ready: loaded, fonts there, no request pending, two frames. One
   * that is shown already is given another window instead, where that comes to the same.
   */
  load(page: Address, view: View, answer: Answer, deadline: Deadline): Promise<LoadLog>
  /** What it shows is not the page any more: it is loaded anew when it is asked for again. */
  spoil(): void
  /** Pictures that were asked for while the page was prepared. */
  taken(): readonly Taken[]
  /** Shows the page that is loaded in another colour scheme. */
  scheme(scheme: View['scheme'], deadline: Deadline): Promise<void>
  /** The page's isolated world, for as long as the page may take. */
  world(deadline: Deadline): World
  /** Work in the page that may be late. */
  bounded: Guard['bounded']
  /** The frames within the page. */
  frames(deadline: Deadline): Promise<readonly Frame[]>
  /** A PNG of the whole page, without what these selectors cover. */
  screenshot(masks: readonly string[], deadline: Deadline): Promise<Buffer>
  /** A PNG of these rows of the page, and a few around them; where it begins. */
  rows(rows: Rows, deadline: Deadline): Promise<{readonly png: Buffer; readonly top: number}>
  /** A PDF of the whole document, tagged, with its headings as outline. */
  print(deadline: Deadline): Promise<Buffer>
  /** What a probe may do to the page that is loaded, until it is restored. */
  hands(view: View, deadline: Deadline): LiveHands
  /** Why it can no longer be used: it hangs, has crashed, or is somewhere else. */
  lost(): Error | undefined
  close(): Promise<void>
}

/**
 * @param policy the Content-Security-Policy that every page is given with; without one it is a
 * stranger's page, whose own scripts run: it stays in its place, wherever they would take it
 */
export async function openTab(
  context: BrowserContext,
  policy: string | undefined,
): Promise<LiveTab> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const listener = await listen(page, session)
  if (policy === undefined) await page.addInitScript(forget)
  let answer: Answer = () => 'foreign'
  let world: World = nowhere

  /** The page's world, whichever that is when something is asked there. */
  const here = heldBy(
    (work) => work,
    () => world,
  )
  const camera = cameraOn(session, here)
  const guard = guardOver(page, async () => {
    await session.send('Runtime.terminateExecution')
    await world('0').catch(noop)
  })
  const {hold, bounded} = guard

  let shown: string | undefined
  /** Where it was sent, and what is done there. */
  let sent: Address | undefined
  let taken: readonly Taken[] = []
  /** The page may go elsewhere now: something is being done there. */
  let isActing = false
  let isDisguised = false
  /** What checks try on a page that somebody is logged in to must change nothing there. */
  let onlyReads = false
  /** What it shows, where that was loaded whole, and whether nothing in it acts. */
  let kept: Address | undefined
  let isStill = false
  /** How long a page may ask for more, in milliseconds. */
  let patience = PATIENCE
  let lately: string | undefined
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || shown === undefined || bare(frame.url()) === shown) return
    if (policy === undefined) return
    guard.lose(new Error(`the page went to ${frame.url()} by itself`))
  })
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
  page.on('popup', (popup) => void popup.close().catch(() => {}))
  let arrived = false
  await page.route('**/*', async (route) => {
    const request = route.request()
    if (onlyReads && !/^(GET|HEAD|OPTIONS)$/.test(request.method())) {
      return route.abort('blockedbyclient').catch(noop)
    }
    let goes: Asked['goes']
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      // A stranger's refresh or redirect is not followed: what is examined is the page itself.
      if (policy === undefined && arrived && !isActing) {
        listener.leads(request.url())
        return route.abort('aborted').catch(noop)
      }
      goes = arrived ? 'lead' : 'open'
      arrived = true
    }
    const asked = {
      method: request.method(),
      headers: request.headers(),
      body: request.postDataBuffer() ?? undefined,
      goes,
      cookiesFor: async (url: string) =>
        (await context.cookies(url)).map(({name, value}) => `${name}=${value}`).join('; '),
    }
    await respond(route, policy, listener, await answer(request.url(), asked)).catch(noop)
  })

  async function ready(deadline: Deadline): Promise<void> {
    const width = page.viewportSize()?.width ?? 0
    const start = performance.now()
    const isOver = () => policy === undefined && performance.now() - start > patience
    do {
      await hold(world(callOf(settle, width)), deadline, 'waiting for fonts and pictures')
      if (listener.pending > 0) await hold(wait(5), deadline, 'waiting for requests')
    } while (listener.pending > 0 && !isOver())
    if (listener.pending === 0) return
    // A stranger's page that never stops asking is taken as it stands, and soon from now on.
    patience = 200
    listener.restless()
  }

  async function leave(deadline: Deadline): Promise<void> {
    shown = kept = undefined
    isStill = false
    await hold(page.goto('about:blank'), deadline, 'leaving the page before')
  }

  async function show(address: Address, deadline: Deadline): Promise<void> {
    const {url, preparation} = address
    sent = address
    taken = []
    onlyReads = false
    arrived = false
    listener.reset()
    if (lately !== bare(url)) patience = PATIENCE
    lately = bare(url)
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
        if (error instanceof Unfulfilled) guard.lose(error)
        throw error
      })
    }
    isStill = (await hold(world(callOf(still, null)), deadline, 'stopping all motion')) === true
    isStill &&= !isActed
    await ready(deadline)
    onlyReads = isActed
  }

  async function go(url: string, waitUntil: 'commit' | 'load', deadline: Deadline): Promise<void> {
    const loading = page.goto(url, {waitUntil, timeout: deadline.left()})
    await hold(loading, deadline, 'loading the page')
    world = await hold(openWorld(session), deadline, 'entering the page')
  }

  /** A page that is kept from going elsewhere while it loads may never have its `load` event. */
  async function loaded(deadline: Deadline): Promise<void> {
    while ((await hold(world('document.readyState'), deadline, 'loading the page')) !== 'complete')
      await hold(wait(5), deadline, 'loading the page')
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
      arrived = false
      await go(url, 'commit', deadline)
      await loaded(deadline)
    } finally {
      await disable(false)
    }
  }

  /** Does what is asked for, before motion is stopped: the page may wait for its own. */
  async function prepare({actions, wait: pause, root, hidden}: Preparation, deadline: Deadline) {
    if (actions.length > 0) {
      isActing = true
      try {
        taken = await hold(
          act(page, actions, 0.8 * deadline.left()),
          deadline,
          'doing what was asked',
        )
        await settleDown(deadline)
      } finally {
        isActing = false
      }
      shown = bare(page.url())
      world = await hold(openWorld(session), deadline, 'entering the page')
      await loaded(deadline)
    }
    if (pause > 0) await hold(wait(pause), deadline, 'waiting as long as was asked')
    if (root && (await hold(world(callOf(countIn, root.text)), deadline, 'looking for it')) === 0)
      throw new Unfulfilled(root, 'nothing on the page matches it')
    if (hidden) await hold(world(callOf(hide, hidden.text)), deadline, 'hiding what does not count')
  }

  /** Where an action leads, the page goes in its own time. */
  async function settleDown(deadline: Deadline): Promise<void> {
    const end = performance.now() + PATIENCE
    do {
      await hold(wait(100), deadline, 'waiting for what the actions led to')
      const loading = page.waitForLoadState('load', {timeout: deadline.left()}).catch(noop)
      await hold(loading, deadline, 'waiting for what the actions led to')
    } while (listener.pending > 0 && performance.now() < end)
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
      answer = answers
      const {width: wide, height: high} = page.viewportSize() ?? {}
      if (wide !== width || high !== height)
        await hold(page.setViewportSize({width, height}), deadline, 'resizing the window')
      await hold(page.emulateMedia({colorScheme: scheme}), deadline, 'choosing the colour scheme')
      await (stays ? ready(deadline) : show(address, deadline))
      kept = address
      return listener.log
    },
    hands: (view, deadline) =>
      handsOn(
        {
          page,
          session,
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
          return await hold(camera.wholePage(masks), deadline, 'taking a picture')
        } catch (error) {
          // Chromium now and then has no frame to give yet.
          if (attempt === 5 || !(error instanceof PageFault)) throw error
          await ready(deadline)
        }
      }
    },
    rows: (rows, deadline) => hold(camera.capture(rows), deadline, 'taking a picture'),
    print: (deadline) =>
      hold(
        page.pdf({tagged: true, outline: true, preferCSSPageSize: true, printBackground: true}),
        deadline,
        'printing the document',
      ),
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

const PATIENCE = 10_000

function noop(): void {}

/** Nothing went wrong that may go wrong in one window alone. */
function isQuiet({missing, foreign, refused}: LoadLog): boolean {
  return missing.length + foreign.length + refused.length === 0
}

function bare(url: string): string {
  return url.replace(/#.*$/s, '')
}
