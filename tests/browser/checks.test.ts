import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import sharp from 'sharp'
import subsetFont from 'subset-font'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {accessibility} from '../../pipeline/check/browser/accessibility.ts'
import {clippedText} from '../../pipeline/check/browser/clipped-text.ts'
import {controlContrast} from '../../pipeline/check/browser/control-contrast.ts'
import {focusObscured} from '../../pipeline/check/browser/focus-obscured.ts'
import {focusOrder} from '../../pipeline/check/browser/focus-order.ts'
import {focusVisible} from '../../pipeline/check/browser/focus-visible.ts'
import {forcedColors} from '../../pipeline/check/browser/forced-colors.ts'
import {glyphs} from '../../pipeline/check/browser/glyphs.ts'
import {groundContrast} from '../../pipeline/check/browser/ground-contrast.ts'
import {hiddenWords} from '../../pipeline/check/browser/hidden-words.ts'
import {hoverContent} from '../../pipeline/check/browser/hover-content.ts'
import {keyboard} from '../../pipeline/check/browser/keyboard.ts'
import {labelInName} from '../../pipeline/check/browser/label-in-name.ts'
import {motion} from '../../pipeline/check/browser/motion.ts'
import {narrowMenu} from '../../pipeline/check/browser/narrow-menu.ts'
import {opened} from '../../pipeline/check/browser/opened.ts'
import {orientation} from '../../pipeline/check/browser/orientation.ts'
import {overflow} from '../../pipeline/check/browser/overflow.ts'
import {pictureOfText} from '../../pipeline/check/browser/picture-of-text.ts'
import {print} from '../../pipeline/check/browser/print.ts'
import {reflow} from '../../pipeline/check/browser/reflow.ts'
import {requestFailed} from '../../pipeline/check/browser/request-failed.ts'
import {securityPolicy} from '../../pipeline/check/browser/security-policy.ts'
import {skipLink} from '../../pipeline/check/browser/skip-link.ts'
import {stateContrast} from '../../pipeline/check/browser/state-contrast.ts'
import {textSpacing} from '../../pipeline/check/browser/text-spacing.ts'
import {zoom} from '../../pipeline/check/browser/zoom.ts'
import type {BrowserCheck} from '../../pipeline/check/check.ts'
import {dueOn, type Due} from '../../pipeline/check/due.ts'
import type {CheckingBrowser} from '../../pipeline/io/checking-browser.ts'
import type {Probe} from '../../pipeline/io/look.ts'
import type {Finding} from '../../pipeline/model/finding.ts'
import type {Rendition} from '../../pipeline/model/rendition.ts'
import type {Capture} from '../../pipeline/model/tab.ts'
import {asset, lax, open, page, strict} from '../support/browser.ts'

const checks: readonly BrowserCheck[] = [
  accessibility,
  clippedText,
  overflow,
  glyphs,
  securityPolicy,
  requestFailed,
  reflow,
  zoom,
  textSpacing,
  keyboard,
  focusOrder,
  focusObscured,
  print,
  orientation,
  controlContrast,
  motion,
  stateContrast,
  forcedColors,
  focusVisible,
  skipLink,
  hoverContent,
  opened,
  narrowMenu,
  labelInName,
  groundContrast,
  pictureOfText,
  hiddenWords,
]
// The fixtures' own styles are not what is tested, but where they are.
const strictly = new Set(['content-security-policy'])

const folder = fileURLToPath(new URL('../fixtures/check/browser', import.meta.url))
const fixtures = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.html'))
  .sort()
  .map((path) => page(path, readFileSync(`${folder}/${path}`, 'utf8')))

const browsers: CheckingBrowser[] = []
const captures: Capture[] = []

beforeAll(async () => {
  for (const policy of [strict, lax]) {
    const probes = [sheets('before'), ...checks.map(onOwnPages), sheets('behind')]
    const browser = await open({policy, probes, due: everyTemplate})
    browsers.push(browser)
    const pages = fixtures.filter(({path}) => strictly.has(idOf(path)) === (policy === strict))
    captures.push(...(await browser.capture([...pages, ...(await assets())])).captures)
  }
}, 900_000)

/** A fixture is for one check; the others need not look at it. */
function onOwnPages(check: BrowserCheck): Probe {
  const {id} = check
  return {
    ...check,
    probe: (tab) => (`browser/${idOf(tab.page)}` === id ? check.probe(tab) : Promise.resolve(null)),
  }
}

/** How many style sheets scripts have put on a page. */
function sheets(id: 'before' | 'behind'): Probe {
  return {
    id,
    every: 'template',
    ...(id === 'behind' && {disturbs: true as const}),
    // One question that was asked before would have the answer it had then.
    probe: (tab) => tab.evaluate(() => document.adoptedStyleSheets.length, id),
  }
}

/** Each fixture is one of a kind. */
function everyTemplate(...all: Parameters<typeof dueOn>): Due {
  const isDue = dueOn(...all)
  const once = {template: 'widest', 'narrow template': 'narrowest'} as const
  return ({every}, ...where) =>
    isDue({every: every in once ? once[every as keyof typeof once] : every}, ...where)
}

afterAll(async () => {
  for (const browser of browsers) await browser.close()
})

async function assets(): Promise<readonly Rendition[]> {
  const require = createRequire(import.meta.url)
  const font = readFileSync(
    require.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'),
  )
  const letters = 'ADTabcdefghijklmnopqrstuvwxyz .'
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  return [
    asset('assets/page.css', 'text/css', 'body { color: #222 }'),
    asset('assets/dot.png', 'image/png', Buffer.from(dot, 'base64')),
    // Two pictures of half a second each: without end, and twice.
    asset('assets/turning.gif', 'image/gif', gif('A')),
    asset('assets/turned.gif', 'image/gif', gif('B')),
    asset('assets/flashing.gif', 'image/gif', await blinking('gif', 60)),
    asset('assets/flashing.webp', 'image/webp', await blinking('webp', 60)),
    asset('assets/blinking.gif', 'image/gif', await blinking('gif', 500)),
    asset(
      'assets/paper.woff2',
      'font/woff2',
      await subsetFont(font, letters, {targetFormat: 'woff2'}),
    ),
  ]
}

/** Ten pictures, black and white in turn, each for so many milliseconds; twice. */
function blinking(format: 'gif' | 'webp', delay: number): Promise<Buffer> {
  const frames = Array.from({length: 10}, (_, index) =>
    Buffer.alloc(64 * 64 * 3, index % 2 ? 255 : 0),
  )
  const raw = {width: 64, height: 640, channels: 3, pageHeight: 64} as const
  return sharp(Buffer.concat(frames), {raw})
    .toFormat(format, {delay: frames.map(() => delay), loop: 1})
    .toBuffer()
}

function gif(repeat: string): Buffer {
  return Buffer.from(
    `R0lGODlhEAAQAIAAAExpcQAAACH/C05FVFNDQVBFMi4wAwE${repeat}AAAh+QQFMgAAACwAAAAAEAAQAAACDoyPqcvtD6OctNqLsz4FACH5BAUyAAAALAAAAAAQABAAgExpccjIyAIOjI+py+0Po5y02ouzPgUAOw==`,
    'base64',
  )
}

function idOf(path: string): string {
  return path.split('/')[0] ?? ''
}

function findingsOn({path, locale, article}: Rendition): readonly Finding[] {
  const check = checks.find(({id}) => id === `browser/${idOf(path)}`)
  expect(check, `no check for ${path}`).toBeDefined()
  return (
    captures
      .filter((capture) => capture.page === path)
      .flatMap(({view, evidence, failures}) => {
        expect(failures, path).toEqual({})
        const found = check && evidence[check.id]
        return found === undefined || found === null || !check
          ? []
          : check.judge(found, {page: path, view, locale, article})
      })
      // Questions are no findings; an engine that could not run is one, and an error.
      .filter(({severity, outcome}) =>
        outcome === 'cantTell' ? severity === 'error' : severity !== 'notice',
      )
  )
}

test('every check has pages that pass, that fail, and that it does not apply to', () => {
  for (const {id} of checks) {
    const names = fixtures.filter(({path}) => `browser/${idOf(path)}` === id).map(({path}) => path)
    expect(names.filter((name) => name.includes('/pass')).length, id).toBeGreaterThan(0)
    expect(names.filter((name) => name.includes('/fail')).length, id).toBeGreaterThan(0)
    expect(names.filter((name) => name.includes('/none')).length, id).toBeGreaterThan(0)
  }
})

test('no check leaves a style sheet of its own on a page', () => {
  const looked = captures.filter(({evidence}) => evidence['behind'] !== undefined)
  expect(looked.length).toBeGreaterThanOrEqual(fixtures.length)
  const left = looked.filter(({evidence: {before, behind}}) => before !== behind)
  expect(left.map(({page: path}) => path)).toEqual([])
})

test.each([
  ['pixels answer are not asked', 'pass-contrast-that-pixels-tell', []],
  [
    'are open since something may lie over the text are asked',
    'pass-contrast-in-doubt',
    ['#half', '#long', '#thin', 'html > body > main > div:nth-child(2) > p'],
  ],
])('questions of contrast that %s', (_, name, asked) => {
  const path = `accessibility/${name}.html`
  const unsure = captures
    .filter((capture) => capture.page === path)
    .flatMap(({view, evidence: {[accessibility.id]: found}}) => {
      expect(found).toBeDefined()
      const seen = {page: path, view, locale: undefined, article: undefined}
      return accessibility.judge(found as Parameters<typeof accessibility.judge>[0], seen)
    })
    .filter(({check, outcome}) => check === 'axe/color-contrast' && outcome === 'cantTell')
  expect([...new Set(unsure.map(({place}) => place.selector))]).toEqual(asked)
})

test('groups that the arrow keys were not tried in are a question', () => {
  const path = 'keyboard/pass-more-groups-than-are-tried.html'
  const asked = captures.flatMap(({page: of, view, evidence: {[keyboard.id]: found}}) => {
    if (of !== path || found === undefined || found === null) return []
    const seen = {page: path, view, locale: undefined, article: undefined}
    return keyboard.judge(found as Parameters<typeof keyboard.judge>[0], seen)
  })
  expect(asked.map(({outcome, message: {key, values}}) => [outcome, key, values['left']])).toEqual([
    ['cantTell', 'browser/keyboard/groups', 2],
  ])
})

describe('passes', () => {
  test.each(fixtures.filter(({path}) => /\/(pass|none)/.test(path)))('$path', (fixture) => {
    expect(findingsOn(fixture)).toEqual([])
  })
})

describe('fails, at the right place', () => {
  test.each(fixtures.filter(({path}) => path.includes('/fail')))('$path', (fixture) => {
    const text = String(fixture.content)
    const id = /name="expect" content="([^"]+)"/.exec(text)?.[1] ?? `browser/${idOf(fixture.path)}`
    const found = findingsOn(fixture)
    // Scripts write comments for themselves, other ones at each loading.
    expect(found.map(({excerpt = ''}) => excerpt).join('\n')).not.toContain('<!--')
    const places = found
      .filter(({check, message}) => check === id || message.key === id)
      .map(({place}) => place.selector)
    expect(places.length).toBeGreaterThan(0)
    const [, times] = /name="times" content="(\d+)"/.exec(text) ?? []
    if (times !== undefined) expect(places).toHaveLength(Number(times))
    if (text.includes('name="alone"')) expect(found).toHaveLength(places.length)
    if (text.includes('id="bad"')) expect(places).toContain('#bad')
    const at = [...text.matchAll(/name="at" content="([^"]+)"/g)].map(([, one]) => one)
    expect(places).toEqual(expect.arrayContaining(at))
  })
})
