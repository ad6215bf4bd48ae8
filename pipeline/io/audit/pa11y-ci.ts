import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {AuditRules} from '../../model/audit.ts'
import type {Finding} from '../../model/finding.ts'
import type {Preparation} from '../../model/preparation.ts'
import {endless, type Waiver} from '../../model/verdict.ts'
import {refused} from '../placed-json.ts'
import {readPa11yCiFile, placeOf, type Said} from './pa11y-ci-file.ts'
import {ignoredKinds, isKind, unheeded, weighty} from './pa11y-ci-keys.ts'
import {countOf, membersOf, partsOf, preparationBy, textOf} from './pa11y-ci-page.ts'
import {pageNames} from './page-names.ts'
import {patternIn} from './pattern.ts'

/** In CSS pixels. */
export interface Window {
  readonly width: number
  readonly height: number
}

/** What of a pa11y-ci configuration has a meaning here. */
export interface Pa11yCi extends AuditRules {
  readonly urls: readonly string[]
  readonly sitemap: string | undefined
  readonly find: RegExp | undefined
  readonly replace: string | undefined
  readonly exclude: RegExp | undefined
  readonly viewport: Window | undefined
  readonly timeLimit: number | undefined
  /** Page → what it says of it alone. */
  readonly ofPages: Readonly<Record<string, Pick<Pa11yCi, 'viewport' | 'timeLimit'>>>
  readonly jobs: number | undefined
  /** Page → what is done with it before it is looked at; `*` for all others. */
  readonly preparations: Readonly<Record<string, Preparation>>
  /** Codes it ignores, as waivers that everybody sees. */
  readonly waivers: readonly Waiver[]
  /** What it says and nobody heeds here. */
  readonly findings: readonly Finding[]
}

type Layer = ReadonlyMap<string, Said>

const aDay = 24 * 60 * 60 * 1000

const names = ['.pa11yci', '.pa11yci.json', '.pa11yci.cjs', '.pa11yci.js']

/** The configuration in this folder, if there is one. */
export function findPa11yCi(folder: string): string | undefined {
  return names.map((name) => join(folder, name)).find((path) => existsSync(path))
}

/**
 * Reads a pa11y-ci configuration, as pa11y-ci does: what an entry of `urls` says counts before the
 * defaults. What it ignores becomes a waiver; what has no meaning here is a notice on its line.
 *
 * @param isNamed somebody named it; a program that was only found is not run
 * @throws PipelineError `bad-policy`, `unreadable-file`
 */
export async function readPa11yCi(path: string, isNamed: boolean): Promise<Pa11yCi> {
  const top = await readPa11yCiFile(path, isNamed)
  const defaults = member(top, 'defaults') ?? nothing(top)
  const general = new Map(membersOf(defaults, 'defaults'))
  const listed = partsOf(member(top, 'urls'), 'urls').map(entryOf)
  const pages = pageNames(listed.map(({url}) => url)).map((page, index) => {
    const own = listed[index]?.own ?? nothing(top)
    return {...page, own, options: new Map([...general, ...own.entries])}
  })
  const text = (key: string) => textOf(general.get(key), key)
  const count = (of: Layer, key: string, least: number, most: number) => {
    const number = countOf(of.get(key), key)
    return number === undefined ? undefined : Math.min(most, Math.max(least, number))
  }
  const sized = (of: Layer) => ({
    viewport: viewportOf(of.get('viewport')),
    timeLimit: count(of, 'timeout', 1000, aDay),
  })
  return {
    urls: pages.map(({url}) => url),
    sitemap: text('sitemap'),
    find: patternOf(general.get('sitemapFind'), 'sitemapFind'),
    replace: text('sitemapReplace'),
    exclude: patternOf(general.get('sitemapExclude'), 'sitemapExclude'),
    ...sized(general),
    ofPages: Object.fromEntries(
      pages.map(({path: page, own}) => [page, sized(new Map(own.entries))]),
    ),
    jobs: count(general, 'concurrency', 1, 99),
    level: {
      '*': levelOf(general.get('standard')),
      ...Object.fromEntries(
        pages.map(({path: page, options}) => [page, levelOf(options.get('standard'))]),
      ),
    },
    threshold: {
      ...thresholdOf('*', general),
      ...Object.fromEntries(
        pages.flatMap(({path: page, own}) => Object.entries(thresholdOf(page, own.entries))),
      ),
    },
    preparations: {
      '*': preparationBy(general),
      ...Object.fromEntries(pages.map(({path: page, options}) => [page, preparationBy(options)])),
    },
    waivers: [
      ...waiversBy(general.get('ignore'), '*'),
      ...pages.flatMap(({path: page, own}) => waiversBy(member(own, 'ignore'), page)),
    ],
    findings: weighty(
      [
        ...unheeded(top, 'top'),
        ...unheeded(defaults, 'defaults'),
        ...pages.flatMap(({own}) => unheeded(own, 'urls')),
        ...[defaults, ...pages.map(({own}) => own)].flatMap((layer) =>
          ignoredKinds(member(layer, 'ignore') ?? nothing(top)),
        ),
      ],
      pages.some(({options}) => options.has('actions')),
    ),
  }
}

function member({entries}: Said, key: string): Said | undefined {
  return entries.findLast(([name]) => name === key)?.[1]
}

function nothing({file}: Said): Said {
  return {value: undefined, file, entries: [], items: []}
}

/** pa11y takes an address without its scheme. */
function entryOf(said: Said): {readonly url: string; readonly own: Said} {
  const url = typeof said.value === 'string' ? said.value : textOf(member(said, 'url'), 'url')
  if (url === undefined) {
    throw refused(`${placeOf(said)}: an entry of "urls" without a url.`, 'Give it a url.')
  }
  const isBare = /^(localhost|127(\.\d+){3})(:\d+)?(\/|$)/.test(url)
  return {
    url: isBare ? `http://${url}` : url,
    own: typeof said.value === 'string' ? nothing(said) : said,
  }
}

function patternOf(said: Said | undefined, key: string): RegExp | undefined {
  const text = textOf(said, key)
  if (said === undefined || text === undefined) return undefined
  return patternIn(text) ?? refusePattern(`${placeOf(said)}: "${key}" is "${text}"`)
}

function refusePattern(what: string): never {
  throw refused(
    `${what}, which is not a pattern.`,
    'Write a regular expression: "/(tags|archive)/".',
  )
}

function thresholdOf(page: string, options: Iterable<readonly [string, Said]>) {
  const count = countOf(new Map(options).get('threshold'), 'threshold')
  return count === undefined ? {} : {[page]: count}
}

/** pa11y ignores for ever and in silence; here it is said who did, in every report. */
function waiversBy(ignored: Said | undefined, page: string): readonly Waiver[] {
  const codes = partsOf(ignored, 'ignore')
    .map((one) => textOf(one, 'ignore') ?? '')
    .filter((code) => code !== '' && !isKind(code))
  return [...new Set(codes)].map((code) => waiverFor(code, page, ignored?.file ?? ''))
}

function waiverFor(code: string, page: string, file: string): Waiver {
  const engine = /^WCAG2|^Section508/i.test(code) ? 'htmlcs' : 'axe'
  return {
    check: code.includes('/') ? code : `${engine}/${code}`,
    file: page,
    selector: undefined,
    unit: undefined,
    reason: `Ignored in ${file}.`,
    owner: file,
    expires: endless,
  }
}

function levelOf(said: Said | undefined): 'A' | 'AA' {
  const standard = textOf(said, 'standard') ?? 'WCAG2AA'
  if (standard === 'WCAG2AA' || standard === 'WCAG2AAA') return 'AA'
  if (standard === 'WCAG2A') return 'A'
  throw refused(
    `${said ? placeOf(said) : ''}: the standard "${standard}" is not known.`,
    'Allowed: WCAG2A, WCAG2AA, WCAG2AAA.',
  )
}

function viewportOf(said: Said | undefined): Window | undefined {
  const sides = new Map(membersOf(said, 'viewport'))
  if (sides.size === 0) return undefined
  const width = countOf(sides.get('width'), 'width') ?? 0
  const height = countOf(sides.get('height'), 'height') ?? 0
  const isWindow = [width, height].every((side) => side > 0 && side <= 10_000)
  if (said === undefined || isWindow) return {width, height}
  throw refused(
    `${placeOf(said)}: "viewport" needs a width and a height, of 1 to 10000 pixels.`,
    'For example: {"width": 320, "height": 480}.',
  )
}
