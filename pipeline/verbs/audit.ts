import {mkdir} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {audit as look, conclude} from '../audit.ts'
import {secondOpinion} from '../check/browser/second-opinion.ts'
import {dueOn} from '../check/due.ts'
import {opinionTest, selfTestPage, selfTests} from '../check/self-test.ts'
import {findPa11yCi, readPa11yCi} from '../io/audit/pa11y-ci.ts'
import {openPasses} from '../io/audit/passes.ts'
import {preparedSite} from '../io/audit/prepared-site.ts'
import {readPart, writePart} from '../io/audit/results.ts'
import {openTarget} from '../io/audit/target.ts'
import {openBrowser} from '../io/browser.ts'
import {openCache} from '../io/cache.ts'
import {engineHash} from '../io/engines.ts'
import {writeAtomic} from '../io/files.ts'
import {openTranscripts, type Transcripts} from '../io/transcripts.ts'
import {withLock} from '../io/lock.ts'
import {programName} from '../io/program.ts'
import {readSettings, type Settings} from '../io/audit/settings.ts'
import {PipelineError} from '../model/error.ts'
import type {AuditPart} from '../model/audit.ts'
import type {Arrival} from '../model/preparation.ts'
import type {Json} from '../model/tab.ts'
import {wantedPortraits, withPortraits} from '../report/portraits.ts'
import {version} from './help.ts'
import {approach} from './audit-approach.ts'
import {decide, picturesOf, pictureOptions, withMasks, withWaysToApprove} from './audit-pictures.ts'
import {concludeAudit} from './conclude-audit.ts'
import {sinceNamed, takeDown} from './listening.ts'
import {opinionOptions, withOpinions} from './opinions.ts'
import {progress} from './progress.ts'
import type {PublicationConfig} from '../model/publication.ts'
import {judgedBy, knowing, ratchetOptions} from './ratchet.ts'
import {stoppable} from './stoppable.ts'
import type {Call, ExitCode, Verb} from './verb.ts'
import {reportOptions, wantedReports} from './write-reports.ts'

/** `galley audit TARGET`: the gate for pages that Galley did not build. */
export const audit: Verb = {
  name: 'audit',
  operands: '[TARGET …]',
  summary: 'check pages that Galley did not build: a folder, addresses, or a sitemap',
  about:
    'TARGET is a folder of HTML files (or one of them), a sitemap (a file or an address), or addresses\n' +
    'on this machine or on hosts that --host lists. Without one, the urls of a pa11y-ci configuration\n' +
    '(.pa11yci, .pa11yci.json) are audited. The checks, the policy and the reports are those of\n' +
    '`galley check`; views and policy come from the publication.json here, if there is one. The\n' +
    "pages' own scripts run, and reach nothing but the target. With --baselines, pages are compared with\n" +
    'approved pictures as those of a publication are; --approve or --serve puts them there.',
  options: {
    jobs: {type: 'string', value: 'N', about: 'most pages at the same time'},
    shard: {type: 'string', value: 'I/N', about: 'only the Ith of N parts; join them with --merge'},
    merge: {type: 'boolean', about: 'join the results.json of all shards, which the operands name'},
    changed: {type: 'boolean', about: 'only pages that changed since they last passed'},
    host: {type: 'string', value: 'HOSTS', about: 'other hosts that may be asked, with commas'},
    url: {type: 'string', value: 'URL', about: 'the address that a folder is served at'},
    config: {type: 'string', value: 'FILE', about: 'a pa11y-ci configuration; else the one here'},
    find: {type: 'string', value: 'TEXT', about: "in a sitemap's addresses, to be replaced"},
    replace: {type: 'string', value: 'TEXT', about: 'what takes its place'},
    exclude: {
      type: 'string',
      value: 'TEXT',
      about: "leave out a sitemap's addresses that hold this",
    },
    out: {type: 'string', value: 'FOLDER', about: 'where results and report go; else out/audit'},
    github: {type: 'boolean', about: 'print findings as annotations for GitHub Actions'},
    ...pictureOptions,
    ...ratchetOptions,
    ...opinionOptions,
    ...reportOptions,
    verbose: {type: 'boolean', about: 'list notices too, and what only a person can answer'},
  },
  async run(call) {
    const wanted = wantedReports(call)
    const named = call.value('config')
    const file = named ?? findPa11yCi(call.cwd)
    const isNamed = named !== undefined
    const pa11yCi = file && (await readPa11yCi(resolve(call.cwd, file), isNamed))
    const read = await readSettings(call.folder, pa11yCi || undefined)
    const config = await judgedBy(read.config, read.words, read.root, call)
    const settings = withMasks({...read, config: await withOpinions(config, call)}, call)
    if (call.has('record') && (call.has('changed') || call.value('shard') !== undefined)) {
      throw new PipelineError(
        'usage',
        '--record takes the whole target, and --changed or --shard a part of it.',
        'Leave one of them out; --record goes with --merge.',
      )
    }
    const shard = shardOf(call.value('shard'))
    const name = shard.of === 1 ? 'out/audit' : `out/audit-${shard.index}-of-${shard.of}`
    const out = resolve(settings.root, call.value('out') ?? name)
    const today = new Date().toISOString().slice(0, 10)
    return withLock<ExitCode>(out, async () => {
      const since = await sinceNamed(call, out)
      const transcripts = await openTranscripts(out, call.has('changed') || call.has('merge'))
      const parts = call.has('merge')
        ? await readParts(call, transcripts)
        : [await onePart(call, settings, shard, today, transcripts, out)]
      const scope = shard.of === 1 ? 'whole' : 'part'
      const judged = (by: PublicationConfig) => conclude(parts, by, settings.rules, today, scope)
      const first = judged(settings.config)
      // Whoever records a state is told what its next run will say.
      const result = call.has('record') ? judged(knowing(settings.config, first)) : first
      await mkdir(out, {recursive: true})
      const [part] = parts
      if (!call.has('merge') && part) await writeAtomic(join(out, 'results.json'), writePart(part))
      return concludeAudit(call, result, settings, out, wanted, transcripts, since)
    })
  },
}

/** What other runs found, and what they heard. */
async function readParts(call: Call, transcripts: Transcripts): Promise<readonly AuditPart[]> {
  const paths = call.operands.map((path) => resolve(call.cwd, path))
  const parts = await Promise.all(paths.map(readPart))
  for (const path of paths) await transcripts.adopt(dirname(path))
  return parts
}

interface Shard {
  readonly index: number
  readonly of: number
}

async function onePart(
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
  const operands = call.operands.length > 0 ? [...new Set(call.operands)] : sitemap.urls
  if (operands.length === 0) {
    throw new PipelineError(
      'usage',
      'There is nothing to audit.',
      'Name a folder, a sitemap or addresses: galley audit public/',
    )
  }
  const target = await openTarget(
    operands,
    {
      cwd: call.cwd,
      hosts: (call.value('host') ?? '').split(',').filter((host) => host !== ''),
      url: urlOf(call.value('url')),
      find: call.value('find') ?? sitemap.find,
      replace: call.value('replace') ?? sitemap.replace,
      exclude: call.value('exclude') ?? sitemap.exclude,
      preparationOf,
    },
    cache,
  )
  const arrivals = new Map<string, Arrival>()
  const served = target.siteOf(target.renditions, target.url)
  const site = preparedSite(served, target.renditions, preparationOf, arrivals)
  const {say, clear} = progress(call)
  const browser = await openBrowser({
    url: target.url,
    views: config.views,
    timeLimit: config.timeLimit,
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
    due: dueOn,
    tell: ({done, of}) => say({stage: 'check', done, of, what: 'page layouts'}),
  })
  const stopping = {clear, close: () => browser.close()}
  const unstoppable = stoppable(call, stopping, 'No report was written')
  try {
    const pages = target.pages.filter((_, index) => index % shard.of === shard.index - 1)
    const ids = [...checks.document, ...checks.browser].map(({id}) => id)
    const engines = await Promise.all((['axe', 'htmlcs', ...opinions] as const).map(engineHash))
    const programs = [programName(), ...engines]
    const about = [browser.name, ids, rules, config, state]
    const depends = [version(), ...programs, ...about] as unknown as Json
    const passes = openPasses(cache, site, depends)
    const known = target.renditions.filter(({path}) => pages.includes(path))
    const folderOfPictures = join(out, 'captures')
    const came = await approach(browser, known, preparationOf, folderOfPictures, cache)
    for (const [path, arrival] of came.arrivals) arrivals.set(path, arrival)
    const unchanged: string[] = []
    if (call.has('changed')) {
      for (const page of known) if (await passes.has(page)) unchanged.push(page.path)
    }
    const selection = {shard: `${shard.index}/${shard.of}`, pages, unchanged}
    const whole = {...target, findings: [...target.findings, ...sitemap.findings]}
    const lookNow = async () => {
      const part = await look(
        whole,
        selection,
        config,
        today,
        checks,
        came,
        (renditions, only, take) =>
          browser.watch(renditions, only, (page, captures) => {
            take(page, captures)
            takeDown(transcripts, page, captures, settings.words)
          }),
      )
      const wanted = wantedPortraits(part.findings)
      const taken = await browser.portray(target.renditions, wanted)
      const findings = withPortraits(part.findings, taken)
      return withWaysToApprove({...part, findings}, call)
    }
    const part = await lookNow()
    await target.remember()
    const concluded = conclude([part], config, rules, today, 'part')
    const {audited = []} = concluded
    const passed = new Set(
      audited.filter((one) => one.decision === 'release').map((one) => one.path),
    )
    for (const page of known) if (passed.has(page.path)) await passes.add(page)
    call.tell(clear())
    // What was decided counts at once; nothing has to be loaded for it.
    return (await decide(call, browser, concluded, settings)) ? await lookNow() : part
  } finally {
    unstoppable()
    await browser.close()
  }
}

function shardOf(given: string | undefined): Shard {
  if (given === undefined) return {index: 1, of: 1}
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(given) ?? []
  const shard = {index: Number(index), of: Number(of)}
  if (shard.index >= 1 && shard.index <= shard.of) return shard
  throw new PipelineError(
    'usage',
    `"${given}" is not a part of a whole.`,
    'For example: --shard 1/4',
  )
}

function jobsOf(given: string | undefined, otherwise: number | undefined): {jobs?: number} {
  if (given === undefined) return otherwise === undefined ? {} : {jobs: otherwise}
  if (/^[1-9]\d?$/.test(given)) return {jobs: Number(given)}
  throw new PipelineError('usage', `"${given}" is not a number of pages.`, 'For example: --jobs 2')
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
