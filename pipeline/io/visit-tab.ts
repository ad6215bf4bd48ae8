import type {Layout} from '../model/layout.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Json, PictureComparison, Tab, TakenPicture, Tool} from '../model/tab.ts'
import type {View} from '../model/view.ts'
import {plain} from './answers.ts'
import type {Cache} from './cache.ts'
import type {Deadline} from './deadline.ts'
import {engineHash, giveAxe, type Scope} from './engines.ts'
import type {Hear} from './hear.ts'
import {areKept, keepPicture, readPicture} from './kept-picture.ts'
import {layoutQuestion, readLayout} from './layout.ts'
import {programHash} from './program.ts'
import {countMasked} from './settle.ts'
import type {LiveTab} from './live-tab.ts'
import {callOf} from './world.ts'

/** A page that is loaded, and how long it may take. */
export interface Entered {
  readonly tab: LiveTab
  readonly deadline: Deadline
  /** What was noticed while it loaded. */
  readonly log: Json
}

/** Asks a page in a view, or remembers what it answered. */
export type Ask = (
  question: Json,
  run: (now: Entered) => Promise<Json>,
  /** Whether what is remembered still counts. */
  holds?: (answer: Json) => Promise<boolean>,
) => Promise<Json>

/** What a tab that remembers is made of. */
export interface Asked {
  readonly ask: Ask
  readonly hear: (name: Parameters<Hear>[0], scope: Scope) => Promise<Json>
  /** Engines look at everything in a page's first view, and at colours in the others. */
  readonly scope: Scope
  readonly cache: Cache
  /** Selectors of what policy masks on this page. */
  readonly masks: readonly string[]
  compare(
    page: string,
    view: View,
    picture: TakenPicture,
    layout: () => Promise<Layout>,
  ): Promise<Omit<PictureComparison, 'masks'>>
}

/** What a page's author may mark as moving. */
const MARKED = '[data-galley-mask]'

/** What probes are given: a page in one view, that is loaded only for what is not known. */
export function visitTab({path}: Rendition, view: View, from: Asked): Tab {
  const {ask, hear, scope, cache, masks} = from

  async function look<Result extends Json, Argument extends Json>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
    tools: readonly Tool[] = [],
  ): Promise<Result> {
    const expression = callOf(run, argument, tools)
    const answer = await ask(['evaluate', expression], ({tab, deadline}) =>
      tab.world(deadline)(expression).then(plain),
    )
    // The page's answer is what the function gives: it was serialised by the browser.
    return answer as Result
  }

  /** The page as it is when it has been loaded once more. */
  async function pictureAgain(): Promise<TakenPicture> {
    const answer = await ask(
      ['picture again', masks],
      async ({tab, deadline}) => {
        const hands = tab.hands(view, deadline)
        try {
          await hands.reload()
          await tab.rest(deadline)
          return await keepPicture(cache, await tab.screenshot([MARKED, ...masks], deadline))
        } finally {
          await hands.restore()
        }
      },
      (known) => areKept(cache, [readPicture(known).sha256]),
    )
    return readPicture(answer)
  }

  return {
    page: path,
    view,
    evaluate: look,
    perform: async (name, script) => {
      const answer = await ask(['perform', name, programHash()], async ({tab, deadline}) => {
        const hands = tab.hands(view, deadline)
        try {
          return plain(await script(hands))
        } finally {
          await hands.restore()
        }
      })
      return answer as Awaited<ReturnType<typeof script>>
    },
    read: async (run, argument) => {
      const expression = callOf(run, argument)
      const question = ['read', expression, await engineHash('axe')]
      const answer = await ask(question, async ({tab, deadline}) => {
        const world = tab.world(deadline)
        await giveAxe(world)
        return plain(await world(expression))
      })
      return answer as Awaited<ReturnType<typeof run>>
    },
    readAll: async (run, argument, tools) => {
      const expression = callOf(run, argument, tools)
      const question = ['read all', expression, await engineHash('axe')]
      const answer = await ask(question, async ({tab, deadline}) => {
        const own = tab.world(deadline)
        await giveAxe(own)
        const values = [{frame: '', value: await own(expression)}]
        for (const {selector, world} of await tab.frames(deadline)) {
          try {
            await giveAxe(world)
            values.push({frame: selector, value: await world(expression)})
          } catch {
            // The engines say of this frame that it could not be examined.
          }
        }
        return plain(values)
      })
      return answer as unknown as readonly {
        readonly frame: string
        readonly value: Awaited<ReturnType<typeof run>>
      }[]
    },
    engine: async (name) =>
      (await hear(name, scope)) as unknown as Awaited<ReturnType<Tab['engine']>>,
    picture: async () =>
      readPicture(
        await ask(
          ['picture', masks],
          async ({tab, deadline}) =>
            keepPicture(cache, await tab.screenshot([MARKED, ...masks], deadline)),
          (known) => areKept(cache, [readPicture(known).sha256]),
        ),
      ),
    compare: async (picture) => {
      const layout = () => look(readLayout, layoutQuestion([MARKED, ...masks]))
      const found = await from.compare(path, view, picture, layout)
      const isDoubtful = found.difference !== undefined && !found.difference.textOnly
      const again = isDoubtful && (await look(hasScripts, null)) ? await pictureAgain() : picture
      const compared = again.sha256 === picture.sha256 ? found : {...found, again}
      if (masks.length === 0) return compared
      const counts = await look(countMasked, masks)
      return {
        ...compared,
        masks: masks.map((selector, index) => ({selector, count: counts[index] ?? 0})),
      }
    },
    loading: async () =>
      (await ask(['loading'], ({log}) => Promise.resolve(log))) as unknown as Awaited<
        ReturnType<Tab['loading']>
      >,
  }
}

/** Runs in the page. */
function hasScripts(): boolean {
  return document.querySelector('script:not([type$=json])') !== null
}
