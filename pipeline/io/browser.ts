import {availableParallelism} from 'node:os'
import {grouped} from '../model/grouped.ts'
import {timeLimitOn, viewsOn} from '../model/of-pages.ts'
import type {Sight} from '../model/portrait.ts'
import type {UnpreparedPage} from '../model/preparation.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Capture} from '../model/tab.ts'
import type {View} from '../model/view.ts'
import {decisionOn, readApprovals} from './approvals.ts'
import {preparePage, rememberingNothing} from './prepare-page.ts'
import {readBaselines} from './baselines.ts'
import type {Layout} from '../model/layout.ts'
import {openCache} from './cache.ts'
import {draw} from './draw.ts'
import {findBrowser} from './chromium.ts'
import {compareWithBaseline} from './comparison.ts'
import {accept, reject, type Taken} from './decide.ts'
import {look} from './look.ts'
import {portraitsOn} from './portraits.ts'
import {programHash} from './program.ts'
import {prove, type Proof} from './self-test.ts'
import {pose, settle, still} from './settle.ts'
import {fits} from '../model/fits.ts'
import {ownSiteOf, type Site} from './site.ts'
import {openTabs, type Slot} from './tabs.ts'
import {turnsOf} from './turns.ts'
import type {PicturedPage} from './prepared-page.ts'
import type {VisitOptions} from './visit.ts'
import type {BrowserOptions, CheckingBrowser} from './checking-browser.ts'

/**
 * A browser to check pages in; it starts when the first page must be loaded.
 *
 * @throws PipelineError `no-browser` where there is none
 */
export async function openBrowser(options: BrowserOptions): Promise<CheckingBrowser> {
  const {probes, policy, url, timeLimit, baselines: folder} = options
  // Named as it is now: an update may replace it while it is at work, and what is remembered is its own.
  programHash()
  const found = await findBrowser(options.prefer)
  const tabs = openTabs(found, policy)
  const viewsOf = (path: string) => viewsOn(options, path)
  const cache = openCache(options.cache)
  const drawnBy = {browser: found.name, fonts: found.fonts}
  const environment = [
    1,
    {...drawnBy},
    found.args,
    policy ?? null,
    url,
    String(settle),
    String(still),
    String(pose),
  ]
  const taken = new Map<string, Taken>()
  const desk = {folder, cache, environment: drawnBy}
  let proof: Promise<Proof> | undefined

  /** Engines are put to their test once a run, and not where there is nothing to look at. */
  async function testEngines(): Promise<Proof> {
    const slot = tabs.slot()
    const proven = await prove(options.selfTest, url, {slot, cache, timeLimit, environment})
    await slot.drop()
    return proven
  }

  const watch: CheckingBrowser['watch'] = async (renditions, only, take) => {
    const site = (options.siteOf ?? ownSiteOf)(renditions, url)
    const [approved, decisions] = [await readBaselines(folder), await readApprovals(folder)]
    const before = new Set(taken.keys())
    const compare: VisitOptions['compare'] = async (page, view, picture, layout) => {
      const key = keyOf(page, view)
      let seen: Layout | undefined
      const readLayout = async () => (seen ??= await layout())
      const baseline = approved.get(page)?.get(view.name)
      const {tolerance} = options
      const comparing = {folder, cache, environment: drawnBy, tolerance}
      const compared = await compareWithBaseline(picture, baseline, readLayout, comparing)
      if (!before.has(key)) taken.set(key, {page, view: view.name, picture, layout: seen})
      const decision = decisionOn(decisions, page, view.name, picture.sha256)
      if (decision?.decision !== 'rejected') return compared
      const {by, at, reason} = decision
      return {...compared, rejected: {by, at, reason}}
    }
    const jobs = renditions
      .filter(({page, path}) => page !== undefined && (only?.has(path) ?? true))
      .flatMap((page) => viewports(viewsOf(page.path)).map((group) => ({page, group})))
    const begun = new Map<string, readonly Capture[]>()
    let done = 0
    let loads = 0
    const isDue = options.due(renditions, viewsOf)
    const isFirst = proof === undefined && jobs.length > 0
    if (isFirst) proof = testEngines()
    const {distrusted, loaded} = (await proof) ?? unasked
    if (isFirst && loaded) loads++
    // A page without scripts need not be loaded again where it is shown in another window.
    const next = turnsOf(jobs, (job) => (hasScripts(job.page) ? job : job.page))
    await inTurns(next, async (slot, {page, group}) => {
      const masks = options.masks.filter(({file}) => fits(file, page.path))
      const selectors = masks.map(({selector}) => selector)
      const visiting = visitingOn(site, page, slot)
      const visit = {...visiting, masks: selectors, compare}
      const seen = await look(page, group, visit, {probes, isDue, distrusted})
      const captures = [...(begun.get(page.path) ?? []), ...seen.captures]
      const own = viewsOf(page.path)
      const isWhole = captures.length === own.length
      if (isWhole) begun.delete(page.path)
      else begun.set(page.path, captures)
      if (isWhole) take(page.path, inOrderOf(own, captures))
      if (seen.loaded) loads++
      done++
      options.tell({done, of: jobs.length, page: page.path, remembered: !seen.loaded})
    })
    const shown = new Set(renditions.flatMap(({page, path}) => (page === undefined ? [] : path)))
    const strays = [...approved.keys()].filter((page) => !shown.has(page)).sort()
    return {browser: found.name, sandboxed: tabs.sandboxed(), loads, strays}
  }

  return {
    async capture(renditions, only) {
      const seen = new Map<string, readonly Capture[]>()
      const watched = await watch(renditions, only, (page, all) => seen.set(page, all))
      return {...watched, captures: renditions.flatMap(({path}) => seen.get(path) ?? [])}
    },
    watch,

    async portray(renditions, wanted) {
      const sights = new Map<string, Sight>()
      const site = (options.siteOf ?? ownSiteOf)(renditions, url)
      const byPage = grouped(wanted, ({page}) => page)
      const pages = renditions.filter(({path}) => byPage.has(path))
      await inTurns(
        turnsOf(pages, (page) => page),
        async (slot, page) => {
          const visit = visitingOn(site, page, slot)
          const own = await portraitsOn(
            page,
            byPage.get(page.path) ?? [],
            viewsOf(page.path),
            visit,
          )
          for (const [key, sight] of own) sights.set(key, sight)
        },
      )
      return sights
    },

    async prepare(renditions, only) {
      const prepared = new Map<string, PicturedPage | UnpreparedPage>()
      const site = (options.siteOf ?? ownSiteOf)(renditions, url)
      const pages = renditions.filter(({path}) => only.has(path))
      await inTurns(
        turnsOf(pages, (page) => page),
        async (slot, page) => {
          const [view] = viewsOf(page.path)
          if (view === undefined) return
          prepared.set(page.path, await preparePage(page, view, visitingOn(site, page, slot)))
        },
      )
      return prepared
    },

    draw: (requests) => {
      const about = {cache, timeLimit, environment: {...drawnBy, args: found.args}}
      return draw(requests, about, (run) =>
        inTurns(
          turnsOf([...new Set(requests)], (request) => request),
          run,
        ),
      )
    },

    approve: (only, decider) => accept(desk, [...taken.values()], only, decider),
    reject: (only, decider) => reject(desk, [...taken.values()], only, decider),

    name: found.name,
    close: () => tabs.close(),
  }

  function visitingOn(site: Site, page: Rendition, slot: Slot) {
    const kept = site.isLive?.(page) === true ? rememberingNothing(cache) : cache
    return {site, slot, cache: kept, timeLimit: timeLimitOn(options, page.path), environment}
  }

  /** Every job once, in a few tabs at the same time. */
  async function inTurns<Job>(
    next: (last: Job | undefined) => Job | undefined,
    run: (slot: Slot, job: Job) => Promise<void>,
  ): Promise<void> {
    const worker = async () => {
      const slot = tabs.slot()
      for (let job = next(undefined); job !== undefined; job = next(job)) await run(slot, job)
      await slot.drop()
    }
    await Promise.all(Array.from({length: options.jobs ?? usualTabs()}, worker))
  }
}

/** One more than there are processors, as a tab now and then waits for its page; no more than four. */
function usualTabs(): number {
  return Math.min(4, availableParallelism() + 1)
}

const unasked: Proof = {distrusted: new Map(), loaded: false}

function hasScripts({content}: Rendition): boolean {
  return typeof content !== 'string' || /<script\b/i.test(content)
}

/** Views of the same size, which share one load of a page. */
function viewports(views: readonly View[]): readonly (readonly View[])[] {
  const groups = new Map<string, View[]>()
  for (const view of views) {
    const size = `${view.width}×${view.height}`
    groups.set(size, [...(groups.get(size) ?? []), view])
  }
  return [...groups.values()]
}

function inOrderOf(views: readonly View[], captures: readonly Capture[]): readonly Capture[] {
  return views.flatMap((view) => captures.filter((capture) => capture.view === view))
}

function keyOf(page: string, view: View): string {
  return `${page}\n${view.name}`
}
