import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {setTimeout as pause} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {intoShadow} from '../model/css-selector.ts'
import {isOpinionEngine, type Contrast, type Engine, type EngineIssue} from '../model/tab.ts'
import {criterionOfTag} from './criterion-of-tag.ts'
import {programOf} from './opinions.ts'
import {differs, readableTraces, readTraces, tracesInWords, watchDocument} from './traces.ts'
import {callOf, PageFault, type World} from './world.ts'

/** `colours`: only what another colour scheme of a page that was examined can change. */
export type Scope = 'all' | 'colours'

const colourRules = ['color-contrast', 'link-in-text-block']

const runners: Readonly<Record<Engine, string>> = {
  axe: runnerOf('axe'),
  htmlcs: 'htmlcs',
  alfa: runnerOf('alfa'),
  accesslint: runnerOf('accesslint'),
  ibm: runnerOf('ibm'),
}

/** Found from the package's root: the compiler does not copy it beside this file. */
function runnerOf(engine: Engine): string {
  return fileURLToPath(new URL(`../../pipeline/io/${engine}-runner.cjs`, import.meta.url))
}

/** What an engine said of a document. */
export interface Said {
  readonly issues: readonly EngineIssue[]
  /** The document is another one since: who comes after needs it loaded again. */
  readonly isChanged: boolean
}

/** An engine left a document other than it was: its word is not believed, and neither is the document. */
export class Spoilt extends PageFault {}

/**
 * Runs one engine by pa11y on the page that `world` is a world of, and looks what it left behind. Where
 * nothing in the page acts that is the engine's doing; elsewhere, if the page rests when it is left
 * alone, and more than half of it is gone.
 *
 * @throws Spoilt
 */
export async function runEngine(engine: Engine, scope: Scope, world: World): Promise<Said> {
  // What the others say of colours only advises, and is axe's too.
  if (engine !== 'axe' && scope === 'colours') return {issues: [], isChanged: false}
  const begun = performance.now()
  const asked = await ask(engine, scope, world).catch(async (error: unknown) => {
    if (!(error instanceof PageFault)) throw error
    return {error, traces: readableTraces(await world(callOf(readTraces, null)))}
  })
  const {traces} = asked
  const isChanged = differs(traces) && (traces.rests || (await rests(world, begun)))
  const isSpoilt = isChanged && (traces.rests || traces.gone > traces.elements / 2)
  const failure = 'error' in asked ? `${asked.error.message}; ` : ''
  if (isSpoilt || (isChanged && 'error' in asked)) {
    throw new Spoilt(`${failure}${engine} left the page changed: ${tracesInWords(traces)}`)
  }
  if ('error' in asked) throw asked.error
  return {issues: asked.issues, isChanged}
}

/** Of what an engine says, what it would say too if it were asked about colours alone. */
export function aboutColours(issues: readonly EngineIssue[]): readonly EngineIssue[] {
  return issues.filter(({code}) => colourRules.includes(code))
}

/** Whether nothing changes in a page for as long as an engine took. */
async function rests(world: World, begun: number): Promise<boolean> {
  await world(callOf(watchDocument, null))
  await pause(Math.min(1000, Math.max(250, performance.now() - begun)))
  return !differs(readableTraces(await world(callOf(readTraces, null))))
}

/**
 * pa11y is given a page of our making, so that it neither opens a tab nor waits for silence nor works
 * in the page's own world, where a page could lie to it.
 */
async function ask(engine: Engine, scope: Scope, world: World) {
  const {default: pa11y} = await import('pa11y')
  if (isOpinionEngine(engine)) await world.give(await programOf(engine))
  const page = {
    on: () => page,
    off: () => page,
    setUserAgent: () => Promise.resolve(),
    setViewport: () => Promise.resolve(),
    evaluate: (script: string | (() => unknown), argument: unknown) =>
      typeof script === 'string' ? world.give(script) : world(watching(callOf(script, argument))),
  }
  const options = {
    browser: {},
    page,
    ignoreUrl: true,
    standard: 'WCAG2AA',
    runners: [runners[engine]],
    rules: engine === 'axe' && scope === 'colours' ? colourRules : [],
    includeNotices: true,
    includeWarnings: true,
  }
  // pa11y's types ask for puppeteer's classes; it uses the methods above.
  const result = await pa11y('https://galley.invalid/', options as object)
  return {
    issues: result.issues.map((issue) => readIssue(engine, issue)).sort(inOrder),
    traces: readableTraces('traces' in result ? result.traces : undefined),
  }
}

/** The expression, whose result says too what became of the document: another question would cost more. */
function watching(expression: string): string {
  const read = callOf(readTraces, null)
  const prepare = [withContent, withHosts, watchDocument].map((one) => callOf(one, null)).join(';')
  return `${prepare};${expression}.then((all) => ({...all, traces: ${read}}))`
}

/** Runs in the page: HTML_CodeSniffer breaks off at a `meta` that refreshes and has no content. */
function withContent(): null {
  HTMLMetaElement.prototype.getAttribute = function (name) {
    const value = Element.prototype.getAttribute.call(this, name)
    return name === 'content' ? (value ?? '') : value
  }
  return null
}

/** Runs in the page: has engines say too in whose shadow trees their elements stand, outermost first. */
function withHosts(): null {
  const {__pa11y: pa11y} = globalThis as unknown as {__pa11y: Pa11yRunner}
  for (const [name, run] of Object.entries(pa11y.runners)) {
    pa11y.runners[name] = async (...given) =>
      (await run(...given)).map((issue) => ({
        ...issue,
        runnerExtras: {...issue.runnerExtras, hosts: hostsOf(issue.element)},
      }))
  }
  return null

  function hostsOf(element: Element | null | undefined): readonly string[] {
    const root = element?.getRootNode()
    if (!(root instanceof ShadowRoot)) return []
    return [...hostsOf(root.host), pa11y.getElementSelector(root.host)]
  }
}

/** The part of pa11y in a page that is used. */
interface Pa11yRunner {
  readonly runners: Record<
    string,
    (
      ...given: readonly unknown[]
    ) => Promise<readonly {readonly element?: Element | null; readonly runnerExtras?: object}[]>
  >
  getElementSelector(element: Element): string
}

/** Puts axe-core into a world, for probes that ask it for names and roles. */
export async function giveAxe(world: World): Promise<void> {
  if ((await world(`typeof globalThis.axe?.commons === 'object'`)) === true) return
  const require = createRequire(import.meta.url)
  await world.give(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
}

const sources = {
  axe: ['axe-core/axe.min.js', 'pa11y/lib/runner.js', runners.axe],
  htmlcs: [
    '@pa11y/html_codesniffer/build/HTMLCS.js',
    'pa11y/lib/runner.js',
    'pa11y/lib/runners/htmlcs.js',
  ],
}

const hashes = new Map<Engine, Promise<string>>()

/** SHA-256 (hex) of an engine's program: its findings hold for as long as it stays the same. */
export function engineHash(engine: Engine): Promise<string> {
  // Asked for every page and probe: a megabyte is read once.
  const known = hashes.get(engine) ?? hashOf(engine)
  hashes.set(engine, known)
  return known
}

async function hashOf(engine: Engine): Promise<string> {
  const require = createRequire(import.meta.url)
  const hash = createHash('sha256')
  if (isOpinionEngine(engine)) hash.update(await programOf(engine))
  const files = isOpinionEngine(engine) ? ['pa11y/lib/runner.js', runners[engine]] : sources[engine]
  for (const file of files) hash.update(readFileSync(require.resolve(file)))
  return hash.digest('hex')
}

function readIssue(engine: Engine, issue: object): EngineIssue {
  const given: Readonly<Record<string, unknown>> = {...issue}
  const extras: Readonly<Record<string, unknown>> = {...Object(given['runnerExtras'])}
  const code = String(given['code'])
  const tags = Array.isArray(extras['tags']) ? extras['tags'].map(String) : []
  const type = given['type']
  const contrast = readContrast(extras['contrast'])
  const hosts = Array.isArray(extras['hosts']) ? extras['hosts'].map(String) : []
  return {
    engine,
    code,
    severity: type === 'error' || type === 'warning' ? type : 'notice',
    needsReview: extras['needsReview'] === true,
    message: String(given['message']),
    selector: [...hosts, textOf(given['selector'])].join(intoShadow),
    context: withoutComments(textOf(given['context'])),
    url: typeof extras['url'] === 'string' ? extras['url'] : undefined,
    act: Array.isArray(extras['act']) ? extras['act'].map(String) : [],
    criteria: Array.isArray(extras['criteria'])
      ? extras['criteria'].map(String)
      : engine === 'axe'
        ? tags.flatMap(criterionOfTag)
        : criterionOfCode(code),
    ...(contrast && {contrast}),
  }
}

/** Scripts leave comments in markup for themselves, new ones each time; of a long one pa11y keeps a part. */
function withoutComments(markup: string): string {
  return markup.replaceAll(/<!--[^]*?(-->|\.\.\.)/g, (_, end) => (end === '...' ? end : ''))
}

/** As axe-core's check `color-contrast` gives it. */
function readContrast(data: unknown): Contrast | undefined {
  const given: Readonly<Record<string, unknown>> = {...Object(data)}
  const ratio = Number(given['contrastRatio'] ?? 0)
  const least = parseFloat(textOf(given['expectedContrastRatio']))
  const [ink, ground] = [textOf(given['fgColor']), textOf(given['bgColor'])]
  return ratio > 0 && least > 0 && ink && ground ? {ratio, least, ink, ground} : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** `WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Fail` → 1.4.3. */
function criterionOfCode(code: string): readonly string[] {
  const [, ...numbers] = /\.(\d)_(\d)_(\d+)/.exec(code) ?? []
  return numbers.length === 3 ? [numbers.join('.')] : []
}

function inOrder(a: EngineIssue, b: EngineIssue): number {
  const key = (issue: EngineIssue) => `${issue.code}\n${issue.selector}\n${issue.context}`
  return key(a) < key(b) ? -1 : 1
}
