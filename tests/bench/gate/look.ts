// `look.ts FOLDER TABS CHECK…`: our browser on every page of a folder in one view, in so many tabs,
// with these checks alone (`all` for every one), nothing remembered from before. Says last how many
// milliseconds each of them took on each page.
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {auditChecks} from '../../../pipeline/check/audit-checks.ts'
import {secondOpinion} from '../../../pipeline/check/browser/second-opinion.ts'
import {dueOn} from '../../../pipeline/check/due.ts'
import {openTarget} from '../../../pipeline/io/audit/target.ts'
import {openBrowser} from '../../../pipeline/io/browser.ts'
import type {Probe} from '../../../pipeline/io/look.ts'
import {openCache} from '../../../pipeline/io/cache.ts'
import {nothingAsked} from '../../../pipeline/model/preparation.ts'
import {opinionEngines} from '../../../pipeline/model/tab.ts'

const [folder = '.', tabs = '1', ...names] = process.argv.slice(2)
const cache = await mkdtemp(join(tmpdir(), 'galley-bench-'))
const target = await openTarget(
  [folder],
  {
    cwd: process.cwd(),
    out: cache,
    hosts: [],
    url: undefined,
    find: undefined,
    replace: undefined,
    exclude: undefined,
    preparationOf: () => nothingAsked,
    tell: () => {},
  },
  openCache(cache),
)
const times: Record<string, number[]> = {}
const timed = (check: Probe): Probe => ({
  ...check,
  async probe(tab) {
    const start = performance.now()
    const evidence = await check.probe(tab)
    ;(times[check.id] ??= []).push(performance.now() - start)
    return evidence
  },
})
const browser = await openBrowser({
  url: target.url,
  views: [{name: 'desktop', width: 1280, height: 800, scheme: 'light'}],
  timeLimit: 60_000,
  tolerance: {channel: 0, pixels: 0},
  masks: [],
  policy: undefined,
  jobs: Number(tabs),
  siteOf: target.siteOf,
  cache,
  baselines: join(cache, 'baselines'),
  // `all`: every one that runs unless something else is asked for.
  probes: [
    ...auditChecks.browser.filter(({id}) => names.includes('all') || names.includes(id)),
    ...opinionEngines.map(secondOpinion).filter(({id}) => names.includes(id)),
  ].map(timed),
  selfTest: {page: '<!doctype html><title>none</title>', tests: []},
  due: dueOn,
  tell: () => {},
})
const {captures} = await browser.capture(target.renditions)
await browser.close()
await rm(cache, {recursive: true, force: true})
const failed = captures.flatMap((one) => Object.entries(one.failures))
for (const [check, reason] of failed) console.error(`${check}: ${reason}`)
console.log(JSON.stringify(times))
process.exitCode = failed.length > 0 || captures.length < target.pages.length ? 1 : 0
