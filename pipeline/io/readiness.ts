import {setTimeout as wait} from 'node:timers/promises'
import type {Page} from 'playwright-core'
import {deadlineIn, onTheWall, type Deadline} from './deadline.ts'
import type {Guard} from './guard.ts'
import type {LoadListener} from './load-log.ts'
import {rest, settle} from './settle.ts'
import {callOf, type World} from './world.ts'

/** Waits until a tab's page can be looked at. */
export interface Readiness {
  /** Its document is complete. One that is kept from going elsewhere may never have its `load` event. */
  readonly loaded: (deadline: Deadline) => Promise<void>
  /** Fonts and pictures are there, no request is pending, two frames were drawn. */
  readonly ready: (deadline: Deadline) => Promise<void>
  /**
   * The scripts of a stranger's page have let it be for a while: what they put right, unfold or fade
   * in just after it has loaded is part of it.
   */
  readonly atRest: (deadline: Deadline) => Promise<void>
  /** A page of this address is waited for from now on. */
  readonly begins: (url: string) => void
}

/** @param isStrange whether the page is a stranger's, which may never stop asking for more */
export function readinessOf(
  page: Page,
  world: World,
  hold: Guard['hold'],
  listener: LoadListener,
  isStrange: boolean,
): Readiness {
  /** How long a page may ask for more, in milliseconds. */
  let patience = PATIENCE
  let lately: string | undefined
  /** How long its scripts may go on changing it, in milliseconds. */
  let most = UNREST
  return {
    async loaded(deadline) {
      while (
        (await hold(world('document.readyState'), deadline, 'loading the page')) !== 'complete'
      )
        await hold(wait(5), deadline, 'loading the page')
    },
    async ready(deadline) {
      const width = page.viewportSize()?.width ?? 0
      const asking = deadlineIn(patience)
      const isOver = () => isStrange && asking.left() === 0
      do {
        await hold(world(callOf(settle, width)), deadline, 'waiting for fonts and pictures')
        if (listener.pending > 0) await hold(wait(5), deadline, 'waiting for requests')
      } while (listener.pending > 0 && !isOver())
      if (listener.pending === 0) return
      // A page that never stops asking is taken as it stands, and soon from now on.
      patience = 200
      listener.restless()
    },
    async atRest(deadline) {
      if (!isStrange) return
      const span = onTheWall(Math.min(most, deadline.left() / 4))
      const isAtRest = await hold(
        world(callOf(rest, {lull: onTheWall(LULL), most: span})),
        deadline,
        'waiting for scripts to come to rest',
      )
      // One that never does is not waited for again in its other views.
      if (isAtRest !== true) most = LULL
    },
    begins(url) {
      if (lately !== url) {
        patience = PATIENCE
        most = UNREST
      }
      lately = url
    },
  }
}

/** How long a stranger's page may ask for more, and go on where an action has led, in milliseconds. */
export const PATIENCE = 10_000

/** How long scripts change nothing that have come to rest, and how long others are waited for, in milliseconds. */
const LULL = 400
const UNREST = 2_000
