import type {Preparation} from '../model/preparation.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Portrait} from '../model/portrait.ts'
import type {Engine, EngineIssue, Json, Tab} from '../model/tab.ts'
import type {View} from '../model/view.ts'
import {openAnswers, plain} from './answers.ts'
import {
  preparedQuestion,
  describePrepared,
  isPreparedKept,
  readPrepared,
  type PicturedPage,
} from './prepared-page.ts'
import {deadlineIn} from './deadline.ts'
import {aboutColours, engineHash, type Scope} from './engines.ts'
import {hearing, isItsDoing} from './hear.ts'
import {sumOfPaint} from './paint.ts'
import {describeSight, isSightKept, readSight, type TakenSight} from './sight.ts'
import type {Site} from './site.ts'
import type {LiveTab} from './live-tab.ts'
import type {Slot} from './tabs.ts'
import {visitTab, type Ask, type Asked, type Entered} from './visit-tab.ts'

/** What a visit works with. */
export interface VisitOptions extends Pick<Asked, 'cache' | 'masks' | 'compare'> {
  readonly site: Site
  readonly slot: Slot
  /** Milliseconds that a page of usual size may take in the browser, in all views of one viewport. */
  readonly timeLimit: number
  /** All that evidence depends on beside page and view: the browser, its fonts, the policy. */
  readonly environment: Json
}

/** A page that could not be looked at to the end, and what was being done with it. */
export interface Loss {
  readonly reason: Error
  readonly during: 'loading' | 'looking' | Engine
}

/** One page in one viewport: it is loaded once, when first something is asked that is not known. */
export interface Visit {
  tab(view: View): Tab
  /** A picture of an element, framed, unless it shows nothing, and what gives it these looks. */
  portray(view: View, portrait: Portrait): Promise<TakenSight>
  /** What the page is like when all that was asked for has been done, with the pictures asked for. */
  prepare(view: View, preparation: Preparation): Promise<PicturedPage>
  /** Whether the page was loaded, and not only remembered. */
  loaded(): boolean
  /** Whether the page told anything that was not remembered. */
  learned(): boolean
  /** Why the page could not be looked at to the end. */
  lost(): Loss | undefined
  /** Remembers what was asked. */
  keep(): Promise<void>
}

/** @param group the views it is seen in, all of one size; the first is the one it is loaded in */
export function visitOf(page: Rendition, group: readonly View[], options: VisitOptions): Visit {
  const {site, slot, cache, environment, timeLimit} = options
  const hash = site.hashOf(page)
  const {width, height} = group[0] ?? {width: 0, height: 0}
  const answers = openAnswers(cache, [environment, hash, page.path, width, height])
  const hear = hearing(timeLimit)
  let live: Promise<Entered> | undefined
  let scheme: View['scheme'] | undefined
  let lost: Loss | undefined
  let isLoaded = false
  let hasLearned = false
  /** What axe-core said of colours, and how the page was painted. */
  let seen: {readonly paint: string; readonly issues: readonly EngineIssue[]} | undefined

  /** Notes what was being done when the tab was lost. */
  async function during<Result>(doing: Loss['during'], tab: LiveTab, work: Promise<Result>) {
    try {
      return await work
    } catch (error) {
      const reason = tab.lost()
      if (reason !== undefined) lost ??= {reason, during: doing}
      throw error
    }
  }

  async function open(view: View): Promise<Entered> {
    const tab = await slot.tab()
    scheme = view.scheme
    isLoaded = true
    return during('loading', tab, load(tab, view))
  }

  async function load(tab: LiveTab, view: View): Promise<Entered> {
    const deadline = deadlineIn(timeLimit)
    const preparation = site.preparationOf?.(page)
    const address = {url: site.urlOf(page), hash, preparation}
    const before = deadline.left()
    const answer: Parameters<LiveTab['load']>[2] = (url, asked) => site.answer(url, page, asked)
    const log = plain(await tab.load(address, view, answer, deadline))
    // Some checks load the page again, and all that was asked for is done again then.
    const again = preparation ? RELOADS * (before - deadline.left()) : 0
    const size = Number(await tab.world(deadline)(sizeOf))
    return {tab, deadline: deadlineIn(timeLimit * patienceFor(size) + again), log}
  }

  async function enter(view: View): Promise<Entered> {
    if (lost) throw lost.reason
    const entered = await (live ??= open(view))
    if (scheme === view.scheme) return entered
    scheme = view.scheme
    const {tab, deadline} = entered
    await during('loading', tab, tab.scheme(view.scheme, deadline))
    return entered
  }

  /** What was asked before of the same page in the same view has the same answer. */
  function askIn(view: View, doing: Loss['during'] = 'looking'): Ask {
    return async (question, run, holds) => {
      const asked = [view.scheme, question]
      const known = await answers.get(asked)
      if (known !== undefined && ((await holds?.(known)) ?? true)) return known
      const now = await enter(view)
      const answer = await during(doing, now.tab, run(now))
      answers.put(asked, answer)
      hasLearned = true
      return answer
    }
  }

  async function hearIn(view: View, name: Engine, scope: Scope): Promise<Json> {
    const question = ['engine', name, await engineHash(name), scope]
    return askIn(view, name)(question, async ({tab, deadline}) => {
      try {
        const before = name === 'axe' ? await sumOfPaint(tab.world(deadline)) : undefined
        // Most pages look the same in every colour scheme.
        if (scope === 'colours' && before !== undefined && before === seen?.paint)
          return plain(seen.issues)
        const {issues, isChanged} = await hear(name, scope, tab, deadline)
        if (isChanged) spoil(tab)
        else if (before !== undefined) seen = {paint: before, issues: aboutColours(issues)}
        return plain(issues)
      } catch (error) {
        if (isItsDoing(error)) spoil(tab)
        throw error
      }
    })
  }

  /** Who comes after finds the page as it was. */
  function spoil(tab: LiveTab): void {
    tab.spoil()
    live = undefined
  }

  return {
    loaded: () => isLoaded,
    learned: () => hasLearned,
    lost: () => lost,
    keep: () => answers.keep(),
    prepare: async (view, preparation) => {
      const answer = await askIn(view)(
        preparedQuestion(preparation),
        ({tab, deadline}) => describePrepared(tab, deadline, preparation, cache),
        (known) => isPreparedKept(known, cache),
      )
      return {...readPrepared(answer), isOther: preparation.actions.length > 0}
    },
    portray: async (view, {selector, looks}) => {
      const answer = await askIn(view)(
        ['portray', selector, plain(looks)],
        ({tab, deadline}) => describeSight(tab, {selector, looks}, deadline, cache),
        (known) => isSightKept(known, cache),
      )
      return readSight(answer)
    },
    tab: (view) =>
      visitTab(page, view, {
        ...options,
        ask: askIn(view),
        hear: (name, scope) => hearIn(view, name, scope),
        scope: view === group[0] ? 'all' : 'colours',
      }),
  }
}

/** How often checks load a page again, at most. */
const RELOADS = 6

/** A frame is a page of its own to every engine. */
const sizeOf =
  'document.querySelectorAll("*").length + 300 * document.querySelectorAll("iframe, frame").length'

/** A book in one page may take as long as its chapters would, up to ten of them. */
function patienceFor(elements: number): number {
  return Math.min(10, Math.max(1, elements / 2000))
}
