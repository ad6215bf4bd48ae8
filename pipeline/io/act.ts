import {setTimeout as pause} from 'node:timers/promises'
import type {Page} from 'playwright-core'
import runAction from 'pa11y/lib/action.js'
import type {Configured} from '../model/preparation.ts'
import {deadlineIn, onTheWall, OutOfTime, type Deadline} from './deadline.ts'
import {PageFault} from './world.ts'

/** A picture that an action asked for. */
export interface Taken {
  readonly path: string
  readonly png: Uint8Array
}

/** What was asked for could not be done: the page itself is as it may be. */
export class NotPrepared extends PageFault {
  readonly asked: Configured | undefined

  constructor(asked: Configured | undefined, reason: string) {
    super(reason)
    this.asked = asked
  }
}

/**
 * Does in a page what its configuration says, by pa11y's own actions. They run in the page's own
 * world, as pa11y's do: a component hears of a field that was set.
 *
 * @throws NotPrepared at the first that cannot be done
 */
export async function act(
  page: Page,
  actions: readonly Configured[],
  milliseconds: number,
): Promise<readonly Taken[]> {
  const deadline = deadlineIn(milliseconds)
  const taken: Taken[] = []
  for (const asked of actions) {
    const ground = groundFor(page, (most) => deadlineIn(Math.min(most, deadline.left())), taken)
    const action = runAction({}, ground, {log: {debug: () => {}}}, asked.text)
    await deadline.hold(action, 'doing it').catch((error: unknown) => {
      const isLate = error instanceof OutOfTime
      const seconds = Math.round(milliseconds / 1000)
      const reason = error instanceof Error ? error.message : String(error)
      throw new NotPrepared(asked, isLate ? `It was not done within ${seconds} s.` : reason)
    })
  }
  return taken
}

/** How long one action may take, and how long an element to be clicked may be on its way. */
const PATIENCE = 30_000
const APPEARING = 2_000

/** The page with those of puppeteer's methods that pa11y's actions use. */
function groundFor(page: Page, within: (most: number) => Deadline, taken: Taken[]) {
  const evaluate = (run: (...given: never[]) => unknown, ...given: readonly unknown[]) =>
    page.evaluate(`(${String(run)})(...${JSON.stringify(given)})`)
  return {
    evaluate,
    async goto(url: string) {
      const to = new URL(url, page.url())
      if (!/^https?:$/.test(to.protocol)) throw new Error(`${url} is not on the web`)
      await within(PATIENCE).hold(page.goto(to.href, {waitUntil: 'load', timeout: 0}), 'loading it')
    },
    click: (selector: string) =>
      page.click(`css=${selector}`, {
        force: true,
        timeout: Math.max(1, onTheWall(within(APPEARING).left())),
      }),
    async screenshot({path}: {readonly path: string}) {
      const picture = page.screenshot({fullPage: true, timeout: 0})
      taken.push({path, png: await within(PATIENCE).hold(picture, 'taking a picture')})
    },
    async waitForFunction(
      run: (...given: never[]) => unknown,
      _: object,
      ...given: readonly unknown[]
    ) {
      const deadline = within(PATIENCE)
      // A page that goes elsewhere meanwhile has no answer for a moment.
      while ((await evaluate(run, ...given).catch(() => false)) !== true) {
        if (deadline.left() === 0) throw new Error('it did not come to that in time')
        await pause(100)
      }
    },
  }
}
