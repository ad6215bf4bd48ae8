import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {parseTree, getNodeValue, type Node, type ParseError} from 'jsonc-parser'
import {PipelineError} from '../../model/error.ts'
import type {AuditRules} from '../../model/audit.ts'
import type {Finding} from '../../model/finding.ts'
import type {Waiver} from '../../model/verdict.ts'
import {spotAt} from '../../model/spot.ts'

/** What of a pa11y-ci configuration has a meaning here. */
export interface Pa11yCi extends AuditRules {
  readonly urls: readonly string[]
  readonly sitemap: string | undefined
  readonly find: string | undefined
  readonly replace: string | undefined
  readonly exclude: string | undefined
  readonly viewport: {readonly width: number; readonly height: number} | undefined
  readonly timeLimit: number | undefined
  readonly jobs: number | undefined
  /** Codes it ignores, as waivers that everybody sees. */
  readonly waivers: readonly Waiver[]
  /** What it says and nobody heeds here. */
  readonly findings: readonly Finding[]
}

const names = ['.pa11yci', '.pa11yci.json', '.pa11yci.cjs', '.pa11yci.js']
const heeded =
  'standard ignore threshold viewport timeout concurrency sitemap sitemapFind sitemapReplace sitemapExclude'.split(
    ' ',
  )

/** The configuration in this folder, if there is one. */
export function findPa11yCi(folder: string): string | undefined {
  return names.map((name) => join(folder, name)).find((path) => existsSync(path))
}

/**
 * Reads a pa11y-ci configuration. Only JSON is read: a program is not run. What it ignores
 * becomes a waiver; what has no meaning here is a notice on its line.
 *
 * @throws PipelineError `bad-policy`, `unreadable-file`
 */
export async function readPa11yCi(path: string): Promise<Pa11yCi> {
  const file = basename(path)
  if (/\.c?js$/.test(path)) {
    throw refuse(
      `${file} is a program, which is not run.`,
      'Write it as JSON, in .pa11yci.json, or name another with --config.',
    )
  }
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new PipelineError(
      'unreadable-file',
      `${path} cannot be read.`,
      'Check that the file is there and yours to read.',
      {cause},
    )
  })
  const errors: ParseError[] = []
  const tree = parseTree(text, errors)
  if (tree?.type !== 'object' || errors.length > 0) {
    throw refuse(
      `${file}${at(text, errors[0]?.offset ?? 0)}: this is not JSON.`,
      'Mend the file at this place.',
    )
  }
  const findings: Finding[] = []
  const threshold: Record<string, number> = {}
  const ignored = new Set<string>()
  const urls: string[] = []

  const unknown = (key: string, node: Node) =>
    findings.push({
      check: 'audit/config-key',
      outcome: 'cantTell',
      severity: 'notice',
      message: {key: 'audit/config-key', values: {key}},
      place: {file, ...spotAt(text, node.offset)},
      locale: undefined,
      article: undefined,
      criteria: [],
      engines: [],
    })
  const defaults = propertiesOf(tree, 'defaults')
  for (const [key, node] of entriesOf(tree)) {
    if (key !== 'defaults' && key !== 'urls') unknown(key, node)
  }
  for (const [key, node] of defaults) if (!heeded.includes(key)) unknown(key, node)
  const values: Readonly<Record<string, unknown>> = Object.fromEntries(
    defaults.map(([key, node]) => [key, getNodeValue(node) as unknown]),
  )
  for (const code of list(values['ignore'])) ignored.add(code)
  if (values['threshold'] !== undefined) threshold['*'] = count(values['threshold'], 'threshold')

  for (const node of entriesOf(tree).find(([key]) => key === 'urls')?.[1].children ?? []) {
    if (node.type === 'string') {
      urls.push(String(node.value))
      continue
    }
    const own = entriesOf(node)
    const url = own.find(([key]) => key === 'url')?.[1].value as unknown
    if (typeof url !== 'string')
      throw refuse(
        `${file}${at(text, node.offset)}: an entry of "urls" without a url.`,
        'Give it a url.',
      )
    urls.push(url)
    for (const [key, value] of own) {
      if (key === 'threshold') threshold[pathOf(url)] = count(getNodeValue(value), key)
      else if (key !== 'url') unknown(key, value)
    }
  }
  return {
    urls,
    sitemap: textOf(values['sitemap']),
    find: textOf(values['sitemapFind']),
    replace: textOf(values['sitemapReplace']),
    exclude: textOf(values['sitemapExclude']),
    viewport: viewportOf(values['viewport']),
    timeLimit:
      values['timeout'] === undefined
        ? undefined
        : Math.max(1000, count(values['timeout'], 'timeout')),
    jobs:
      values['concurrency'] === undefined
        ? undefined
        : Math.max(1, count(values['concurrency'], 'concurrency')),
    level: levelOf(textOf(values['standard'])),
    threshold,
    waivers: [...ignored].map((code) => waiverFor(code, file)),
    findings,
  }

  function count(value: unknown, key: string): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
    throw refuse(`${file}: "${key}" is ${JSON.stringify(value)}.`, 'Allowed: a whole number.')
  }
  function levelOf(standard: string | undefined): AuditRules['level'] {
    if (standard === undefined || standard === 'WCAG2AA' || standard === 'WCAG2AAA') return 'AA'
    if (standard === 'WCAG2A') return 'A'
    throw refuse(
      `${file}: the standard "${standard}" is not known.`,
      'Allowed: WCAG2A, WCAG2AA, WCAG2AAA.',
    )
  }
}

/** pa11y ignores for ever and in silence; here it is said who did, in every report. */
function waiverFor(code: string, file: string): Waiver {
  const engine = /^WCAG2|^Section508/i.test(code) ? 'htmlcs' : 'axe'
  const check = code.includes('/') ? code : `${engine}/${code}`
  return {
    check,
    file: '*',
    selector: undefined,
    unit: undefined,
    reason: `Ignored in ${file}.`,
    owner: file,
    expires: '9999-12-31',
  }
}

function pathOf(url: string): string {
  if (!URL.canParse(url)) return url
  const {pathname, search} = new URL(url)
  return pathname.slice(1) + (pathname.endsWith('/') ? 'index.html' : '') + search
}

function viewportOf(value: unknown): Pa11yCi['viewport'] {
  const {width, height} = Object(value)
  return Number.isInteger(width) && Number.isInteger(height) ? {width, height} : undefined
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

function entriesOf(node: Node | undefined): readonly (readonly [string, Node])[] {
  return (node?.children ?? []).flatMap(({children}) => {
    const [key, value] = children ?? []
    return key && value ? [[String(key.value), value] as const] : []
  })
}

function propertiesOf(tree: Node, key: string): readonly (readonly [string, Node])[] {
  return entriesOf(entriesOf(tree).find(([name]) => name === key)?.[1])
}

function at(text: string, offset: number): string {
  const {line, column} = spotAt(text, offset)
  return `:${line}:${column}`
}

function refuse(message: string, advice: string): PipelineError {
  return new PipelineError('bad-policy', message, advice)
}
