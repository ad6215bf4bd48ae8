import {join} from 'node:path'
import {audit as look, namedIn} from '../audit.ts'
import {conclude, passedForGood} from '../audit-verdict.ts'
import {secondOpinion} from '../check/browser/second-opinion.ts'
import {bearersOf, dueBy} from '../check/due.ts'
import {keptOut, redirected} from '../check/redirected.ts'
import {standBy} from '../check/stand.ts'
import {opinionTest, selfTestPage, selfTests} from '../check/self-test.ts'
import {standingOf} from '../model/standing.ts'
import {openPasses} from '../io/audit/passes.ts'
import {patternIn} from '../io/audit/pattern.ts'
import {preparedSite} from '../io/audit/prepared-site.ts'
import {openTarget} from '../io/audit/target.ts'
import {openBrowser} from '../io/browser.ts'
import {openCache, type Cache} from '../io/cache.ts'
import {digestOf} from '../io/digest.ts'
import {engineHash} from '../io/engines.ts'
import type {Transcripts} from '../io/transcripts.ts'
import {programName} from '../io/program.ts'
import {pageFilesIn} from '../io/page-files.ts'
import type {Settings} from '../io/audit/settings.ts'
import {PipelineError} from '../model/error.ts'
import type {AuditPart} from '../model/audit.ts'
import {forgetful} from '../model/memory.ts'
import {termsOrUsual} from '../model/of-pages.ts'
import type {PreparedPage, Preparation} from '../model/preparation.ts'
import type {Json, OpinionEngine} from '../model/tab.ts'
import {wantedPortraits, withPortraits} from '../report/portraits.ts'
import {version} from './help.ts'
import {followLeads} from './follow-leads.ts'
import {preparePages} from './prepare-pages.ts'
import {decide, picturesOf, withWaysToApprove} from './audit-pictures.ts'
import {takeDown} from './listening.ts'
import {passedBy} from './passed-by.ts'
import {progress} from './progress.ts'
import {stoppable} from './stoppable.ts'
import type {Call} from './verb.ts'
import {contentOf, type Shard} from './shard.ts'

/**
 * Looks at the pages of one part of the target and judges them; what is wrong with them is in it.
 *
 * @param out folder of the results, and of pictures that a configuration asks for
 * @throws PipelineError `usage`, `no-browser`, `unreadable-file`
 */
export async function auditPart(
  call: Call,
  settings: Settings,
  shard: Shard,
  today: string,
  transcripts: Transcripts,
  out: string,
): Promise<AuditPart> {
  const {root, config, rules, sitemap, preparationOf} = settings
  const {folder, checks: usual, state} = await picturesOf(call)
  const opinions = config.secondOpinions ?? []
  const checks = {...usual, browser: [...usual.browser, ...opinions.map(secondOpinion)]}
  const cacheFolder = join(root, '.galley/cache')
  const cache = openCache(cacheFolder)
  const {say, clear} = progress(call)
  const isActedOn = (path: string) => preparationOf(path).actions.length > 0
  const target = redirected(
    await targetOf(call, settings, out, cache, (done, of) =>
      say({stage: 'read', done, of, what: 'pages'}),
    ),
    isActedOn,
  )
  const prepared = new Map<string, PreparedPage>()
  const standOf = standBy({
    ...config,
    prepared,
    threshold: (path) => termsOrUsual(rules.threshold, path, 0),
  })
  const served = target.siteOf(target.renditions, target.url)
  const site = preparedSite(served, target.renditions, preparationOf, prepared)
  const browser = await openBrowser({
    url: target.url,
    views: config.views,
    timeLimit: config.timeLimit,
    ofPages: config.ofPages ?? {},
    tolerance: config.policy.tolerance,
    masks: config.policy.masks ?? [],
    policy: undefined,
    prefer: 'installed',
    ...jobsOf(call.value('jobs'), sitemap.jobs),
    siteOf: () => site,
    cache: cacheFolder,
    baselines: folder ?? join(root, 'tests/baselines'),
    probes: checks.browser,
    selfTest: {page: selfTestPage, tests: [...selfTests, ...opinions.map(opinionTest)]},
    due: dueBy(forgetful, standOf),
    tell: ({done, of}) => say({stage: 'check', done, of, what: 'page layouts'}),
  })
  const unstoppable = stoppable(call, {
    clear,
    close: () => browser.close(),
    stop: async () => 'No report was written',
  })
  try {
    const pages = target.pages.filter((_, index) => index % shard.of === shard.index - 1)
    const {views, timeLimit, ofPages} = config
    const means: readonly Json[] = [
      ...(await programs(opinions)),
      ...[...checks.document, ...checks.browser].map(({id}) => id),
      {rules, views, timeLimit, ofPages, state} as unknown as Json,
      ...target.pages.map((path) => seenAs(preparationOf(path))),
    ]
    const rest: Json = [
      ...means,
      browser.name,
      config as unknown as Json,
      // What a waiver excused is held again when its last day is over.
      config.policy.waivers.map((one) => standingOf(one, today)),
    ]
    const own = new Set(pages)
    const known = target.renditions.filter(({path}) => own.has(path))
    const came = await preparePages(browser, known, preparationOf, join(out, 'captures'), cache)
    for (const [path, page] of came.prepared) prepared.set(path, page)
    const seen = keptOut(target, came.prepared)
    const passes = openPasses(cache, site, rest, bearersOf(namedIn(seen, prepared), standOf))
    const unchanged: string[] = []
    if (call.has('changed')) {
      for (const page of known) if (await passes.has(page)) unchanged.push(page.path)
    }
    const selection = {
      shard: `${shard.index}/${shard.of}`,
      means: digestOf(means),
      content: shard.of === 1 ? '' : contentOf(target),
      pages,
      unchanged,
      passedBy: passedBy(config, rules, today),
    }
    const whole = {...seen, findings: [...seen.findings, ...sitemap.findings]}
    const leads = followLeads(seen, site, isActedOn)
    const files = seen.folder && (await pageFilesIn(seen.folder, call.cwd))
    const lookNow = async () => {
      const part = await look(
        whole,
        selection,
        config,
        today,
        checks,
        came,
        standOf,
        (renditions, only, take) =>
          browser.watch(renditions, only, (page, captures) => {
            take(page, captures)
            leads.see(page, captures)
            takeDown(transcripts, page, captures, settings.words)
          }),
      )
      const wanted = wantedPortraits(part.findings)
      const taken = await browser.portray(target.renditions, wanted)
      const findings = [...withPortraits(part.findings, taken), ...(await leads.findings())]
      return withWaysToApprove({...part, findings, ...(files && {files})}, call)
    }
    const part = await lookNow()
    await target.remember()
    const concluded = conclude([part], config, rules, today, 'part')
    const passed = passedForGood(concluded, config.policy)
    for (const page of known) if (passed.has(page.path)) await passes.add(page)
    call.tell(clear())
    // What was decided counts at once; nothing has to be loaded for it.
    return (await decide(call, browser, concluded, settings)) ? await lookNow() : part
  } finally {
    unstoppable()
    await browser.close()
  }
}

/** The pages that the command line names, or else a pa11y-ci configuration. */
function targetOf(
  call: Call,
  {sitemap, preparationOf}: Settings,
  out: string,
  cache: Cache,
  tell: (done: number, of: number) => void,
) {
  const operands = call.operands.length > 0 ? [...new Set(call.operands)] : sitemap.urls
  if (operands.length === 0) {
    throw new PipelineError(
      'usage',
      'There is nothing to audit.',
      'Name a folder, a sitemap or addresses: galley audit public/',
    )
  }
  return openTarget(
    operands,
    {
      cwd: call.cwd,
      out,
      hosts: (call.value('host') ?? '').split(',').filter((host) => host !== ''),
      url: urlOf(call.value('url')),
      find: patternOf(call.value('find')) ?? sitemap.find,
      replace: call.value('replace') ?? sitemap.replace,
      exclude: patternOf(call.value('exclude')) ?? sitemap.exclude,
      preparationOf,
      tell,
    },
    cache,
  )
}

/** What is done with a page, and what in it counts; how it is asked for may be another thing each time. */
function seenAs({actions, wait, root, hidden}: Preparation): Json {
  return [actions.map(({text}) => text), wait, root?.text ?? null, hidden?.text ?? null]
}

/** All that judges: this program and the engines that it asks. */
async function programs(opinions: readonly OpinionEngine[]): Promise<readonly string[]> {
  const engines = await Promise.all((['axe', 'htmlcs', ...opinions] as const).map(engineHash))
  return [version(), programName(), ...engines]
}

function jobsOf(given: string | undefined, otherwise: number | undefined): {jobs?: number} {
  if (given === undefined) return otherwise === undefined ? {} : {jobs: otherwise}
  if (/^[1-9]\d?$/.test(given)) return {jobs: Number(given)}
  throw new PipelineError(
    'usage',
    `"${given}" is no number of pages from 1 to 99.`,
    'For example: --jobs 2',
  )
}

function patternOf(given: string | undefined): RegExp | undefined {
  if (given === undefined || given === '') return undefined
  const pattern = patternIn(given)
  if (pattern !== undefined) return pattern
  throw new PipelineError(
    'usage',
    `"${given}" is not a pattern.`,
    'Write a regular expression: --exclude "/(tags|archive)/"',
  )
}

function urlOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  if (/^https?:\/\//.test(given) && URL.canParse(given))
    return given.endsWith('/') ? given : `${given}/`
  throw new PipelineError(
    'usage',
    `"${given}" is not an address.`,
    'For example: --url https://www.example.org/',
  )
}
