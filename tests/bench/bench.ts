// `npm run bench`: what each stage costs, and what a page costs, beside a plain loop that does the
// same work with the same engines (load, axe, HTML_CodeSniffer, picture) and nothing of ours.
// Ratios are what counts: machines are noisy, but both run here, one after the other.
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {chromium} from 'playwright-core'
import {browserChecks} from '../../pipeline/check/checks.ts'
import {dueOn} from '../../pipeline/check/due.ts'
import {selfTestPage, selfTests} from '../../pipeline/check/self-test.ts'
import {judge} from '../../pipeline/check/judge.ts'
import {gate} from '../../pipeline/gate/gate.ts'
import {readArticle} from '../../pipeline/ingest/article.ts'
import {openBrowser} from '../../pipeline/io/browser.ts'
import {findBrowser} from '../../pipeline/io/chromium.ts'
import {subsetFonts} from '../../pipeline/io/fonts.ts'
import {packageRoot, readPublication} from '../../pipeline/io/publication.ts'
import {letGo as release} from '../io/let-go.ts'
import {loadTemplates} from '../../pipeline/io/templates.ts'
import {contentSecurityPolicy} from '../../pipeline/model/csp.ts'
import {comparing} from './pictures.ts'
import type {Rendition} from '../../pipeline/model/rendition.ts'
import {forgetful} from '../../pipeline/model/memory.ts'
import {filed} from '../../pipeline/render/brief.ts'
import {render} from '../../pipeline/render/render.ts'
import {assemble} from '../../pipeline/translate/assemble.ts'
import {syncArticle} from '../../pipeline/translate/sync.ts'
import {familyOf} from './processes.ts'

const work = await mkdtemp(join(tmpdir(), 'galley-bench-'))
const rows: (readonly [what: string, wall: number, cpu: number])[] = []

const publication = await measure('read the publication', () => readPublication(packageRoot))
const {config, words, images} = publication
const articles = await measure('ingest', async () =>
  publication.articles.flatMap((file) => readArticle(file, config.source).article ?? []),
)
const targets = config.locales.map(({tag}) => tag).filter((tag) => tag !== config.source)
const editions = await measure('translate', async () =>
  articles.flatMap((article) => {
    const {segments, catalogs} = syncArticle(article, targets, publication.catalogs)
    return [undefined, ...catalogs].map((catalog) =>
      assemble(article, segments, catalog, config.policy),
    )
  }),
)
const {templates, styles} = await measure('load templates', () =>
  loadTemplates([packageRoot], undefined),
)
const pages = await measure('render', async () =>
  render(editions.map(filed), {
    memory: forgetful,
    config,
    words,
    images,
    templates,
    styles,
    withdrawn: [],
    draws: true,
    now: new Date().toISOString(),
  }),
)
const fonts = await measure('cut fonts', () => subsetFonts(pages.fonts, join(work, 'cache')))
const renditions = [...pages.renditions, ...fonts]
const looked = await look('look at every page (first time)')
await look('look at every page (nothing changed)')
const judged = await measure('judge', async () =>
  judge({
    config,
    terms: [],
    renditions,
    captures: looked.captures,
    memory: forgetful,
    editions: editions.map(filed),
  }),
)
await measure('gate', async () =>
  gate({editions, ...judged, policy: config.policy, today: '2026-11-24'}),
)
await measure('release', () => release(join(work, 'out'), renditions))
const html = renditions.filter(({page}) => page !== undefined)
await measure('plain loop: load, axe, HTML_CodeSniffer, picture', () => plainLoop(html))

const widest = Math.max(...rows.map(([what]) => what.length))
for (const [what, wall, cpu] of rows) {
  console.log(`${what.padEnd(widest)}  ${format(wall)} ms wall  ${format(cpu)} ms CPU`)
}
const cost = (start: string) => rows.find(([what]) => what.startsWith(start))?.[2] ?? 0
const loads = html.length * config.views.length
console.log(`\n${html.length} pages, ${loads} page views`)
console.log(
  `a page view costs us ${format(cost('look at every page (first') / loads)} ms CPU, with every check`,
)
console.log(
  `a page view costs the plain loop ${format(cost('plain loop') / loads)} ms CPU, with axe, HTML_CodeSniffer and picture`,
)
console.log(
  `ours / plain loop: first time ${ratio('look at every page (first')}, nothing changed ${ratio('look at every page (nothing')}`,
)
const {size, unchanged, changed} = await comparing(join(packageRoot, 'tests/baselines'))
console.log(
  `comparing a picture of ${size.toFixed(1)} megapixels: unchanged ${format(unchanged)} ms CPU, changed ${format(changed)} ms CPU`,
)
await rm(work, {recursive: true, force: true})

function ratio(start: string): string {
  return (cost(start) / cost('plain loop')).toFixed(2)
}

async function look(what: string) {
  return measure(what, async () => {
    const browser = await openBrowser({
      url: config.url,
      views: config.views,
      timeLimit: config.timeLimit,
      tolerance: config.policy.tolerance,
      masks: config.policy.masks ?? [],
      policy: contentSecurityPolicy,
      cache: join(work, 'cache'),
      baselines: join(packageRoot, 'tests/baselines'),
      probes: browserChecks,
      selfTest: {page: selfTestPage, tests: selfTests},
      due: dueOn,
      tell: () => {},
    })
    const sighting = await browser.capture(renditions)
    await browser.close()
    return sighting
  })
}

/** As one would write it by hand: a new context for each page and view, engines in the page. */
async function plainLoop(all: readonly Rendition[]): Promise<void> {
  const found = await findBrowser()
  const require = createRequire(import.meta.url)
  const engines = await Promise.all(
    [require.resolve('axe-core/axe.min.js'), htmlcs(require)].map((path) => readFile(path, 'utf8')),
  )
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...found.args],
    env: {...found.env},
  })
  const files = new Map(renditions.map((one) => [new URL(one.path, config.url).href, one]))
  for (const page of all) {
    for (const {width, height, scheme} of config.views) {
      const context = await browser.newContext({viewport: {width, height}, colorScheme: scheme})
      const tab = await context.newPage()
      await tab.route('**/*', async (route) => {
        const file = files.get(route.request().url())
        await (file === undefined
          ? route.abort()
          : route.fulfill({contentType: file.mediaType, body: Buffer.from(file.content)}))
      })
      await tab.goto(new URL(page.path, config.url).href)
      await tab.evaluate(() => document.fonts.ready.then(() => null))
      for (const engine of engines) await tab.evaluate(engine)
      await tab.evaluate(
        `axe.run().then(() => new Promise((done) => HTMLCS.process('WCAG2AA', document, () => done(null))))`,
      )
      await tab.screenshot({fullPage: true})
      await context.close()
    }
  }
  await browser.close()
}

function htmlcs(require: NodeJS.Require): string {
  return createRequire(require.resolve('pa11y')).resolve('@pa11y/html_codesniffer/build/HTMLCS.js')
}

/** Run and note wall time and CPU time, that of child processes included. */
async function measure<Result>(what: string, run: () => Promise<Result>): Promise<Result> {
  const cpu = cpuTime()
  const start = performance.now()
  const result = await run()
  rows.push([what, performance.now() - start, cpuTime() - cpu])
  return result
}

/** Milliseconds of CPU of this process and all below it that live or were waited for (Linux). */
function cpuTime(): number {
  const own = process.cpuUsage()
  const mine = (own.user + own.system) / 1000
  if (process.platform !== 'linux') return mine
  return familyOf(process.pid).reduce(
    (sum, {pid, used, waited}) => sum + 10 * (waited + (pid === process.pid ? 0 : used)),
    mine,
  )
}

function format(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0).padStart(7)
}
