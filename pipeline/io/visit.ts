import type {Arrival, Preparation} from '../model/preparation.ts'
import type {Rendition} from '../model/rendition.ts'
import {
  isOpinionEngine,
  type Engine,
  type EngineIssue,
  type Json,
  type PictureComparison,
  type Tab,
  type TakenPicture,
  type Tool,
} from '../model/tab.ts'
import type {Layout} from '../model/layout.ts'
import type {View} from '../model/view.ts'
import {openAnswers} from './answers.ts'
import type {Cache} from './cache.ts'
import {programHash} from './program.ts'
import {deadlineIn, OutOfTime, type Deadline} from './deadline.ts'
import {engineHash, giveAxe, runEngine, Spoilt, type Said, type Scope} from './engines.ts'
import {layoutQuestion, readLayout} from './layout.ts'
import {measure} from './pictures.ts'
import {portray} from './portray.ts'
import {describePage} from './scope.ts'
import {countMasked} from './settle.ts'
import type {Site} from './site.ts'
import type {LiveTab} from './tab.ts'
import type {Slot} from './tabs.ts'
import {callOf} from './world.ts'

export interface VisitOptions {
  readonly site: Site
  readonly slot: Slot
  readonly cache: Cache
  /** Milliseconds that a page of usual size may take in the browser, in all views of one viewport. */
  readonly timeLimit: number
  /** All that evidence depends on beside page and view: the browser, its fonts, the policy. */
  readonly environment: Json
  /** Selectors of what policy masks on this page. */
  readonly masks: readonly string[]
  compare(
    page: string,
    view: View,
    picture: TakenPicture,
    layout: () => Promise<Layout>,
  ): Promise<Omit<PictureComparison, 'masks'>>
}

/** A page that was got to, and the pictures that were asked for on the way. */
export interface Arrived extends Arrival {
  readonly pictures: readonly {readonly path: string; readonly sha256: string}[]
}

/** A page that could not be looked at to the end, and what was being done with it. */
export interface Loss {
  readonly reason: Error
  readonly during: 'loading' | 'looking' | Engine
}

/** How often checks load a page again, at most. */
const RELOADS = 6

/** What a page's author may mark as moving. */
const MARKED = '[data-galley-mask]'

/** One page in one viewport: it is loaded once, when first something is asked that is not known. */
export interface Visit {
  tab(view: View): Tab
  /** A picture of an element, framed; `undefined` where it shows nothing. */
  portray(view: View, selector: string): Promise<TakenPicture | undefined>
  /** What the page is like when all that was asked for has been done, with the pictures asked for. */
  arrive(view: View, preparation: Preparation): Promise<Arrived>
  /** Whether the page was loaded, and not only remembered. */
  loaded(): boolean
  /** Why the page could not be looked at to the end. */
  lost(): Loss | undefined
  /** Remembers what was asked. */
  keep(): Promise<void>
}

/** @param group the views it is seen in, all of one size; the first is the one it is loaded in */
export function visitOf(page: Rendition, group: readonly View[], options: VisitOptions): Visit {
  const {site, slot, cache, environment} = options
  const hash = site.hashOf(page)
  const {width, height} = group[0] ?? {width: 0, height: 0}
  const answers = openAnswers(cache, [environment, hash, page.path, width, height])
  let live:
    Promise<{readonly tab: LiveTab; readonly deadline: Deadline; readonly log: Json}> | undefined
  let scheme: View['scheme'] | undefined
  let lost: Loss | undefined
  let isLoaded = false
  const lose = (tab: LiveTab, during: Loss['during']) => {
    const reason = tab.lost()
    if (reason !== undefined) lost ??= {reason, during}
  }

  async function open(view: View) {
    const tab = await slot.tab()
    const deadline = deadlineIn(options.timeLimit)
    scheme = view.scheme
    isLoaded = true
    try {
      const preparation = site.preparationOf?.(page)
      const address = {url: site.urlOf(page), hash, preparation}
      const begun = performance.now()
      const log = await tab.load(
        address,
        view,
        (url, asked) => site.answer(url, page, asked),
        deadline,
      )
      // Some checks load the page again, and all that was asked for is done again then.
      const again = preparation ? RELOADS * (performance.now() - begun) : 0
      const size = Number(await tab.world(deadline)(sizeOf))
      const whole = options.timeLimit * patienceFor(size) + again
      return {tab, deadline: deadlineIn(whole), log: plain(log)}
    } catch (error) {
      lose(tab, 'loading')
      throw error
    }
  }

  async function enter(view: View) {
    if (lost) throw lost.reason
    const entered = await (live ??= open(view))
    if (scheme !== view.scheme) {
      scheme = view.scheme
      try {
        await entered.tab.scheme(view.scheme, entered.deadline)
      } catch (error) {
        lose(entered.tab, 'loading')
        throw error
      }
    }
    return entered
  }

  /** What was asked before of the same page in the same view has the same answer. */
  async function ask(
    view: View,
    question: Json,
    run: (now: Awaited<ReturnType<typeof open>>) => Promise<Json>,
    holds: (answer: Json) => Promise<boolean>,
    by: Loss['during'] = 'looking',
  ): Promise<Json> {
    const asked = [view.scheme, question]
    const known = await answers.get(asked)
    if (known !== undefined && (await holds(known))) return known
    const now = await enter(view)
    try {
      const answer = await run(now)
      answers.put(asked, answer)
      return answer
    } catch (error) {
      lose(now.tab, by)
      throw error
    }
  }
  const always = () => Promise.resolve(true)

  const hung = new Map<Engine, Error>()
  /** An engine has its share of the time, and is not asked again once that was not enough. */
  async function hear(name: Engine, scope: Scope, tab: LiveTab, deadline: Deadline): Promise<Json> {
    const before = hung.get(name)
    if (before !== undefined) throw before
    const most = isOpinionEngine(name) ? options.timeLimit / 4 : deadline.whole / 2
    try {
      const said = await tab.bounded((clock) => everywhere(name, scope, tab, clock), most, name)
      if (said.isChanged) spoil(tab)
      return plain(said.issues)
    } catch (error) {
      if (error instanceof OutOfTime || error instanceof Spoilt) {
        hung.set(name, error)
        spoil(tab)
      }
      throw error
    }
  }

  /** Who comes after finds the page as it was. */
  function spoil(tab: LiveTab): void {
    tab.spoil()
    live = undefined
  }

  async function look<Result extends Json, Argument extends Json>(
    view: View,
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
    tools: readonly Tool[] = [],
  ): Promise<Result> {
    const expression = callOf(run, argument, tools)
    const ran = ({tab, deadline}: {tab: LiveTab; deadline: Deadline}) =>
      tab.world(deadline)(expression).then(plain)
    // The page's answer is what the function gives: it was serialised by the browser.
    return (await ask(view, ['evaluate', expression], ran, always)) as Result
  }

  return {
    loaded: () => isLoaded,
    arrive: async (view, {actions, root, hidden, picture}) => {
      const question = {root: root?.text ?? null, hidden: hidden?.text ?? null}
      const answer = await ask(
        view,
        ['arrive', question, picture?.text ?? null],
        async ({tab, deadline}) => {
          const seen = await tab.world(deadline)(callOf(describePage, question))
          const taken = [...tab.taken()]
          if (picture) taken.push({path: picture.text, png: await tab.screenshot([], deadline)})
          const pictures = taken.map(async ({path, png}) => [path, await cache.putBytes(png)])
          return plain({...Object(seen), pictures: await Promise.all(pictures)})
        },
        async (known) => {
          const kept = readArrived(known).pictures.map(({sha256}) => cache.getBytes(sha256))
          return (await Promise.all(kept)).every((bytes) => bytes !== undefined)
        },
      )
      return {...readArrived(answer), isOther: actions.length > 0}
    },
    portray: async (view, selector) => {
      const answer = await ask(
        view,
        ['portray', selector],
        async ({tab, deadline}) => {
          const png = await portray(tab, selector, deadline)
          return png ? {sha256: await cache.putBytes(png), ...(await measure(png))} : null
        },
        async (known) =>
          known === null || (await cache.getBytes(readPicture(known).sha256)) !== undefined,
      )
      return answer === null ? undefined : readPicture(answer)
    },
    lost: () => lost,
    keep: () => answers.keep(),
    tab: (view) => ({
      page: page.path,
      view,
      evaluate: (run, argument, tools) => look(view, run, argument, tools),
      perform: async (name, script) => {
        const answer = await ask(
          view,
          ['perform', name, programHash()],
          async ({tab, deadline}) => {
            const hands = tab.hands(view, deadline)
            try {
              return plain(await script(hands))
            } finally {
              await hands.restore()
            }
          },
          always,
        )
        return answer as Awaited<ReturnType<typeof script>>
      },
      read: async (run, argument) => {
        const expression = callOf(run, argument)
        const ran = async ({tab, deadline}: {tab: LiveTab; deadline: Deadline}) => {
          const world = tab.world(deadline)
          await giveAxe(world)
          return plain(await world(expression))
        }
        const question = ['read', expression, await engineHash('axe')]
        return (await ask(view, question, ran, always)) as Awaited<ReturnType<typeof run>>
      },
      readAll: async (run, argument, tools) => {
        const expression = callOf(run, argument, tools)
        const ran = async ({tab, deadline}: {tab: LiveTab; deadline: Deadline}) => {
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
        }
        const question = ['read all', expression, await engineHash('axe')]
        return (await ask(view, question, ran, always)) as unknown as readonly {
          readonly frame: string
          readonly value: Awaited<ReturnType<typeof run>>
        }[]
      },
      engine: async (name) => {
        const scope = view === group[0] ? 'all' : 'colours'
        const answer = await ask(
          view,
          ['engine', name, await engineHash(name), scope],
          ({tab, deadline}) => hear(name, scope, tab, deadline),
          always,
          name,
        )
        return answer as unknown as Awaited<ReturnType<Tab['engine']>>
      },
      picture: async () =>
        readPicture(
          await ask(
            view,
            ['picture', options.masks],
            async ({tab, deadline}) => {
              const png = await tab.screenshot([MARKED, ...options.masks], deadline)
              return {sha256: await cache.putBytes(png), ...(await measure(png))}
            },
            async (known) => (await cache.getBytes(readPicture(known).sha256)) !== undefined,
          ),
        ),
      compare: async (picture) => {
        const layout = () => look(view, readLayout, layoutQuestion([MARKED, ...options.masks]))
        const compared = await options.compare(page.path, view, picture, layout)
        const {masks} = options
        if (masks.length === 0) return compared
        const counts = await look(view, countMasked, masks)
        return {
          ...compared,
          masks: masks.map((selector, index) => ({selector, count: counts[index] ?? 0})),
        }
      },
      loading: async () =>
        (await ask(
          view,
          ['loading'],
          ({log}) => Promise.resolve(log),
          always,
        )) as unknown as Awaited<ReturnType<Tab['loading']>>,
    }),
  }
}

/** Whether a page was given up because its time was over. */
export function hangs({reason}: Loss): boolean {
  return reason instanceof OutOfTime
}

/** A frame is a page of its own to every engine. */
const sizeOf =
  'document.querySelectorAll("*").length + 300 * document.querySelectorAll("iframe, frame").length'

/** A book in one page may take as long as its chapters would, up to ten of them. */
function patienceFor(elements: number): number {
  return Math.min(10, Math.max(1, elements / 2000))
}

/** What an engine says of the page, and of every frame in it (HTML_CodeSniffer does not enter any). */
async function everywhere(
  name: Engine,
  scope: Scope,
  tab: LiveTab,
  deadline: Deadline,
): Promise<Said> {
  const {issues, isChanged} = await runEngine(name, scope, tab.world(deadline))
  const frames = name === 'htmlcs' ? [] : await tab.frames(deadline)
  const framed: Said[] = []
  for (const {selector, world} of frames) {
    const said = await runEngine(name, scope, world).catch((error: unknown) => {
      if (error instanceof Spoilt) throw error
      const reason = error instanceof Error ? error.message : String(error)
      return {issues: [unseen(name, reason)], isChanged: false}
    })
    const placed = said.issues.map((one) => ({...one, selector: `${selector} >>> ${one.selector}`}))
    framed.push({...said, issues: placed})
  }
  return {
    issues: [...issues, ...framed.flatMap((one) => one.issues)],
    isChanged: isChanged || framed.some((one) => one.isChanged),
  }
}

/** A frame that no engine could look into: a person has to. */
function unseen(engine: Engine, reason: string): EngineIssue {
  return {
    engine,
    code: 'frame-tested',
    severity: 'warning',
    needsReview: true,
    message: `This frame could not be examined: ${reason}`,
    selector: 'html',
    context: '<iframe>',
    url: undefined,
    criteria: [],
  }
}

/** As it will come out of the cache, so that the first run and the second see the same. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json
}

function readArrived(value: Json): Omit<Arrived, 'isOther'> {
  const {html, root, hidden, pictures} = Object(value)
  return {
    html: String(html),
    root: Array.isArray(root) && root.length > 0 ? String(root[0]) : undefined,
    hidden: Array.isArray(hidden) ? hidden.map(String) : [],
    pictures: Array.isArray(pictures)
      ? pictures.map((one: readonly unknown[]) => ({path: String(one[0]), sha256: String(one[1])}))
      : [],
  }
}

function readPicture(value: Json): TakenPicture {
  const {sha256, width, height} = Object(value)
  return {sha256: String(sha256), width: Number(width), height: Number(height)}
}
