import type {Root} from 'mdast'
import {closest, distance} from 'fastest-levenshtein'
import {isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document} from 'yaml'
import type {Finding, Message, Severity} from '../model/finding.ts'
import {yamlFault, type YamlFault} from './yaml-fault.ts'

/** Front matter as it was written: values by key, and where each stands. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>
  /** 1-based place of each value in the file, and of the parts of lists: `corrections/0/date`. */
  readonly places: Readonly<Record<string, {readonly line: number; readonly column: number}>>
  readonly findings: readonly Finding[]
  /** The YAML itself, comments and all; `undefined` where there is none or it cannot be read. */
  readonly document: Document | undefined
}

/** The keys an article's front matter may have. */
const frontMatterKeys = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'published',
  'updated',
  'locale',
  'section',
  'tags',
  'status',
  'embargo',
  'formerly',
  'corrections',
  'source',
  'ingested',
]

/**
 * Read the YAML front matter of a parsed article. What is not a plain list of known keys (aliases,
 * which can grow without limit, duplicate or unknown keys) is a finding.
 */
export function frontMatter(root: Root, file: string): FrontMatter {
  const [first] = root.children
  if (first?.type !== 'yaml') {
    const opened = first?.type === 'thematicBreak' && first.position?.start.offset === 0
    const findings = opened
      ? [frontMatterFinding('unclosed', {}, file, {line: 1, column: 1}, 'error')]
      : []
    return {...none, findings}
  }
  const lines = new LineCounter()
  const document = parseDocument(first.value, {lineCounter: lines, uniqueKeys: true})
  const offset = first.position?.start.line ?? 1
  const placeAt = (position: number) => {
    const {line, col} = lines.linePos(position)
    return {line: line + offset, column: col}
  }
  const refuse = (variant: Variant, values: Message['values'], position: number) => ({
    ...none,
    findings: [frontMatterFinding(variant, values, file, placeAt(position), 'error')],
  })
  const [broken] = [...document.errors, ...document.warnings]
  if (broken !== undefined) {
    const {variant, reason, position} = yamlFault(broken, document)
    return refuse(variant, {reason}, position)
  }
  let alias: number | undefined
  if (first.value.includes('*')) {
    visit(document, {
      Alias(_, node) {
        alias = rangeOf(node) ?? 0
        return visit.BREAK
      },
    })
  }
  if (alias !== undefined) return refuse('alias', {}, alias)
  if (!isMap(document.contents)) {
    return document.contents === null ? {...none, document} : refuse('shape', {}, 0)
  }
  const places: Record<string, {line: number; column: number}> = {}
  const findings: Finding[] = []
  for (const {key, value} of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const at = rangeOf(value) ?? rangeOf(key) ?? 0
    places[name] = placeAt(at)
    for (const [path, node] of partsOf(value, name)) {
      places[path] = placeAt(rangeOf(node) ?? at)
    }
    if (frontMatterKeys.includes(name)) continue
    const near = closest(name, frontMatterKeys)
    const place = placeAt(rangeOf(key) ?? at)
    // A slip of the pen would lose what it names; other systems' keys lose nothing here.
    findings.push(
      distance(name, near) <= 2
        ? frontMatterFinding('unknown', {name, known: near}, file, place, 'error')
        : frontMatterFinding('unused', {name}, file, place, 'notice'),
    )
  }
  const values: unknown = document.toJS({maxAliasCount: 0})
  return {values: isRecord(values) ? values : {}, places, findings, document}
}

/** The items of a list and what they say, by paths: `byline/1`, `corrections/0/date`. */
function partsOf(node: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (!isSeq(node)) return []
  return node.items.flatMap((item, index) => {
    const own = `${path}/${index}`
    const inside = isMap(item)
      ? item.items.map(({key, value}) => [`${own}/${String(key)}`, value] as const)
      : []
    return [[own, item] as const, ...inside]
  })
}

const none: FrontMatter = {values: {}, places: {}, findings: [], document: undefined}

type Variant =
  | 'alias'
  | 'choice'
  | 'date'
  | 'id'
  | 'locale'
  | 'locale-unknown'
  | 'missing'
  | 'wordless'
  | 'renamed'
  | 'names'
  | 'shape'
  | 'text'
  | 'unclosed'
  | 'unknown'
  | 'unused'
  | YamlFault['variant']

/** A finding about the front matter of `file`. */
export function frontMatterFinding(
  variant: Variant,
  values: Message['values'],
  file: string,
  place: {readonly line: number; readonly column: number},
  severity: Severity,
): Finding {
  return {
    check: 'ingest/front-matter',
    outcome: 'failed',
    severity,
    message: {key: `ingest/front-matter/${variant}`, values},
    place: {file, ...place},
    locale: undefined,
    article: /^articles\/([^/]+)\//.exec(file)?.[1],
    criteria: [],
    engines: [],
  }
}

function rangeOf(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
