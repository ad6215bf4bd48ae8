import {setTimeout as wait} from 'node:timers/promises'
import type {Page} from 'playwright-core'
import type {Preparation} from '../model/preparation.ts'
import {act, NotPrepared, type Taken} from './act.ts'
import {deadlineIn, type Deadline} from './deadline.ts'
import type {Guard} from './guard.ts'
import type {LoadListener} from './load-log.ts'
import {PATIENCE} from './readiness.ts'
import {countIn, hide, isAnythingShown} from './scope.ts'
import {callOf, type World} from './world.ts'

/** The tab in which something is done. */
interface Ground {
  readonly page: Page
  readonly hold: Guard['hold']
  readonly listener: LoadListener
}

/**
 * Does what a page's configuration says, and waits for where that leads: the page goes in its own
 * time. Gives the pictures that were asked for.
 *
 * @throws NotPrepared at the first action that cannot be done
 */
export async function perform(
  actions: Preparation['actions'],
  {page, hold, listener}: Ground,
  deadline: Deadline,
): Promise<readonly Taken[]> {
  const acting = act(page, actions, 0.8 * deadline.left())
  const taken = await hold(acting, deadline, 'doing what was asked')
  const patience = deadlineIn(PATIENCE)
  do {
    await hold(wait(100), deadline, 'waiting for what the actions led to')
    const loading = page.waitForLoadState('load', {timeout: 0}).catch(() => {})
    await hold(loading, deadline, 'waiting for what the actions led to')
  } while (listener.pending > 0 && patience.left() > 0)
  return taken
}

/**
 * Leaves a page alone for as long as is asked, finds the element that counts, and hides what does not.
 *
 * @throws NotPrepared where there is no such element, or nothing left of it
 */
export async function narrow(
  {wait: pause, root, hidden}: Preparation,
  world: World,
  hold: Guard['hold'],
  deadline: Deadline,
): Promise<void> {
  if (pause > 0) await hold(wait(pause), deadline, 'waiting as long as was asked')
  if (root && (await hold(world(callOf(countIn, root.text)), deadline, 'looking for it')) === 0)
    throw new NotPrepared(root, 'Nothing on the page matches it.')
  const isShown = (without: string | null) => {
    const scope = {root: root?.text ?? null, hidden: without}
    return hold(world(callOf(isAnythingShown, scope)), deadline, 'looking for what counts')
  }
  if (root && !(await isShown(null))) throw new NotPrepared(root, 'What matches it is not shown.')
  if (hidden === undefined) return
  // A page without anything from the start is no fault of what is hidden.
  if (!(await isShown(hidden.text)) && (await isShown(null)))
    throw new NotPrepared(hidden, 'It leaves nothing of the page to be looked at.')
  await hold(world(callOf(hide, hidden.text)), deadline, 'hiding what does not count')
}
