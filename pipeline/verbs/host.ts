import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {secondOpinion} from '../check/browser/second-opinion.ts'
import {browserChecks} from '../check/checks.ts'
import {dueBy} from '../check/due.ts'
import {standBy} from '../check/stand.ts'
import {opinionTest, selfTestPage, selfTests} from '../check/self-test.ts'
import type {CheckingBrowser} from '../io/checking-browser.ts'
import {openBrowser} from '../io/browser.ts'
import {openCache} from '../io/cache.ts'
import {shownPictures} from '../io/pictures.ts'
import {subsetFonts} from '../io/fonts.ts'
import {examine} from '../io/examine.ts'
import {developImages} from '../io/images.ts'
import {openMemory} from '../io/memory.ts'
import {programName} from '../io/program.ts'
import {packageRoot} from '../io/publication.ts'
import {saveCatalogs} from '../io/save-catalogs.ts'
import {livePaths, release} from '../io/release.ts'
import {readText} from '../io/text-file.ts'
import {linesBefore, withStyleSources} from '../io/style-sources.ts'
import {loadMarked, loadTemplates, type Bundles, type LoadedTemplates} from '../io/templates.ts'
import type {Recalled} from '../ingest/recalled.ts'
import {contentSecurityPolicy} from '../model/csp.ts'
import {PipelineError} from '../model/error.ts'
import {forgetful} from '../model/memory.ts'
import type {Portrait, Sight} from '../model/portrait.ts'
import type {Publication} from '../model/publication.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Run} from '../model/run.ts'
import type {Host} from '../host.ts'
import {picturesTold} from '../report/pictures-told.ts'
import {progress} from './progress.ts'
import type {Call} from './verb.ts'

/** What a run may do to the world. */
export interface Effects {
  /** Write locale files. */
  readonly save: boolean
  /** Make live what passes. */
  readonly release: boolean
}

/** The world that a run of the pipeline works on: this publication's folder and one browser. */
export interface OpenHost extends Host {
  readonly browser: CheckingBrowser
  /** What the templates and styles were loaded from. */
  readonly bundles: Bundles
  /** Elements on the pages that were looked at; what style sheets say of them by its source. */
  portray(wanted: readonly Portrait[]): Promise<ReadonlyMap<string, Sight>>
  /** The bytes of every picture that a run's report shows, by hash. */
  pictures(run: Run): Promise<ReadonlyMap<string, Uint8Array>>
  /** Why what passed did not go out after all; `undefined` where it did, or nothing passed. */
  refusal(): PipelineError | undefined
  /** Wipes an unfinished line of progress. */
  clear(): string
  /** Lets nothing go out from now on that readers do not have already, and says what they have. */
  stop(): Promise<string>
  close(): Promise<void>
}

/** What pages are made with, and what is remembered of them. */
type Looks = Pick<LoadedTemplates, 'templates' | 'styles' | 'bundles'> & Pick<Host, 'memory'>

/**
 * Open the host of one run. The browser starts when the first page must be loaded.
 *
 * @param given templates that are not those of the folder now, and a memory that somebody else closes
 */
export async function openHost(
  root: string,
  {config, catalogs}: Publication,
  effects: Effects,
  call: Call,
  given?: Looks,
): Promise<OpenHost> {
  const cache = join(root, '.galley/cache')
  const {say, clear} = progress(call)
  const kept = join(root, '.galley/memory')
  const looks = given ?? (await loadTemplates([root, packageRoot], join(kept, 'templates')))
  const {templates, styles, bundles} = looks
  const own = given ? undefined : openMemory(kept, programName(), true)
  const memory = given?.memory ?? own ?? forgetful
  const opinions = config.secondOpinions ?? []
  let rendered = false
  let refusal: PipelineError | undefined
  let isStopped = false
  let released: Promise<{readonly id: string; readonly changed: boolean}> | undefined
  // Later ones of a run are without the editions that are held, which are what people ask about.
  let seen: readonly Rendition[] | undefined
  const browser = await openBrowser({
    url: config.url,
    views: config.views,
    timeLimit: config.timeLimit,
    tolerance: config.policy.tolerance,
    masks: config.policy.masks ?? [],
    policy: contentSecurityPolicy,
    cache,
    baselines: join(root, 'tests/baselines'),
    probes: [...browserChecks, ...opinions.map(secondOpinion)],
    selfTest: {page: selfTestPage, tests: [...selfTests, ...opinions.map(opinionTest)]},
    due: dueBy(memory, standBy({...config, prepared: new Map(), threshold: () => 0})),
    tell: ({done, of}) => say({stage: 'check', done, of, what: 'page layouts'}),
  })
  const fileAt = (path: string) => String(seen?.find((one) => one.path === path)?.content ?? '')
  return {
    now: new Date().toISOString(),
    templates,
    marked: async () => (given ? templates : loadMarked([root, packageRoot], templates)),
    styles,
    bundles,
    memory,
    browser,
    say,
    clear,
    save: (files) => (effects.save ? saveCatalogs(root, catalogs, files) : Promise.resolve()),
    subset: (fonts) => subsetFonts(fonts, cache),
    develop: (wanted) => developImages(wanted, cache),
    draw: (requests) => browser.draw(requests),
    examine: (renditions) => examine(renditions, cache),
    capture(renditions) {
      rendered = true
      seen ??= renditions
      return browser.capture(renditions)
    },
    standing: () => livePaths(join(root, 'out')),
    async release(renditions, recalledBy) {
      if (!effects.release) return undefined
      const textOf = (path: string) =>
        existsSync(join(root, path)) ? readText(root, path) : undefined
      try {
        const placing = release(join(root, 'out'), renditions, () => {
          if (isStopped) throw stopped
          refuse(recalledBy({textOf, now: new Date().toISOString()}))
          released = placing
        })
        const {id, changed} = await placing
        say({stage: 'release', done: renditions.length, of: renditions.length, what: 'files'})
        return {id, changed}
      } catch (error) {
        if (!(error instanceof PipelineError)) throw error
        // What was found is reported all the same.
        refusal = error
        return undefined
      }
    },
    refusal: () => refusal,
    async stop() {
      isStopped = true
      const last = await released?.catch(() => undefined)
      return last?.changed === true
        ? `Release ${last.id.slice(0, 12)} is live, and not all of its report was written`
        : 'Nothing was released'
    },
    portray: async (wanted) => {
      const sights = await browser.portray(seen ?? [], wanted)
      const load = async () =>
        (await import('../io/style-map.ts')).loadStyleMap([root, packageRoot], styles)
      return withStyleSources(sights, (path) => linesBefore(styles, fileAt(path)), load)
    },
    pictures: ({verdict}) => shownPictures(picturesTold(verdict.findings), openCache(cache)),
    async close() {
      own?.close(rendered)
      await browser.close()
    },
  }
}

const stopped = new PipelineError('interrupted', 'Nothing was released.', 'Run the command again.')

/** @throws PipelineError `embargoed` where an article that was judged may not be read now */
function refuse(recalled: readonly Recalled[]): void {
  const [first] = recalled
  if (first === undefined) return
  const others = recalled.length > 1 ? ` It is not the only one: ${recalled.length} are.` : ''
  throw new PipelineError(
    'embargoed',
    `Nothing was released: ${first.file} ${reasons[first.why]}, which was not so when this run began.${others}`,
    'Run the command again: it takes the edit along. If nobody edited it, set the clock right.',
  )
}

const reasons: Readonly<Record<Recalled['why'], string>> = {
  draft: 'is a draft now',
  withdrawn: 'is withdrawn now',
  embargo: 'must not be read yet',
  gone: 'is gone',
  unreadable: 'can no longer be read as an article',
}
