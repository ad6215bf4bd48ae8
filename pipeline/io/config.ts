import {Ajv, type ErrorObject, type ValidateFunction} from 'ajv'
import {closest, distance} from 'fastest-levenshtein'
import {LineCounter, parseDocument, type Document} from 'yaml'
import type {MachineConfig} from '../model/draft.ts'
import {PipelineError} from '../model/error.ts'
import type {Locale} from '../model/locale.ts'
import type {DownloadFormat, PublicationConfig} from '../model/publication.ts'
import type {OpinionEngine} from '../model/tab.ts'
import type {Mask, Policy} from '../model/verdict.ts'
import {publicationSchema} from './config-schema.ts'
import {isSelector} from './selector.ts'

/**
 * Parse `publication.json`. What is left out gets its default; what is wrong is refused with the
 * place, the key, what was found, what is allowed and the nearest known key.
 *
 * @throws PipelineError `bad-policy`
 */
export function parseConfig(text: string, file: string): PublicationConfig {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, schema: 'json', uniqueKeys: true})
  const [broken] = document.errors
  if (broken !== undefined) {
    const {line, col} = lines.linePos(broken.pos[0])
    throw refuse(
      `${file}:${line}:${col}: this is not JSON: ${broken.message.replace(/ at line \d+[\s\S]*$/, '')}`,
      'Mend the file at this place; a trailing or missing comma is the usual cause.',
    )
  }
  const value: unknown = document.toJS({maxAliasCount: 0})
  const isValid = validator()
  if (!isValid(value)) throw explain(isValid.errors ?? [], document, lines, file)
  const locales = value.locales.map((tag, index) =>
    locale(tag, () => at(document, lines, file, ['locales', index])),
  )
  const source = Intl.getCanonicalLocales(value.source)[0] ?? value.source
  if (!locales.some(({tag}) => tag === source)) {
    throw refuse(
      `${at(document, lines, file, ['source'])}: the source language "${source}" is not among the locales (${value.locales.join(', ')}).`,
      `Add "${source}" to "locales", or name one of them as "source".`,
    )
  }
  for (const [index, {selector}] of value.policy.visual.masks.entries()) {
    if (isSelector(selector)) continue
    throw refuse(
      `${at(document, lines, file, ['policy', 'visual', 'masks', index])}: "${selector}" is not a CSS selector.`,
      'Name elements as a style sheet does: ".clock", "#weather iframe".',
    )
  }
  return {
    url: value.url.endsWith('/') ? value.url : `${value.url}/`,
    source,
    locales,
    views: Object.entries(value.views).flatMap(([name, size]) =>
      value.schemes.map((scheme) => ({name: `${name}-${scheme}`, ...size, scheme})),
    ),
    timeLimit: value.timeLimit,
    timeZone: timeZone(value.timeZone, () => at(document, lines, file, ['timeZone'])),
    parallel: value.parallel,
    search: value.search,
    showcase: value.showcase,
    contact: value.contact,
    downloads: value.downloads,
    certifiedBy: value.certifiedBy,
    machine: value.machine,
    secondOpinions: value.secondOpinions,
    policy: policy(value, locales, (...path) => at(document, lines, file, ['policy', ...path])),
  }
}

/** `publication.json` as the schema lets it through, defaults filled in. */
interface ConfigFile {
  readonly url: string
  readonly source: string
  readonly locales: readonly string[]
  readonly timeZone: string
  readonly views: Readonly<Record<string, {readonly width: number; readonly height: number}>>
  readonly schemes: readonly ('light' | 'dark')[]
  readonly timeLimit: number
  readonly downloads: readonly DownloadFormat[]
  readonly certifiedBy?: string
  readonly parallel: boolean
  readonly secondOpinions: readonly OpinionEngine[]
  readonly search: boolean
  readonly showcase?: 'check' | 'release'
  readonly contact?: string
  readonly machine?: MachineConfig
  readonly policy: Omit<
    Policy,
    'state' | 'missing' | 'stale' | 'waivers' | 'masks' | 'textOnly'
  > & {
    readonly visual: {
      readonly textOnly: 'accept' | 'review'
      readonly masks: readonly Mask[]
    }
    readonly editions: Readonly<
      Record<
        string,
        {
          readonly state: Policy['state'][string]
          readonly missing: Policy['missing'][string]
          readonly stale: Policy['stale'][string]
        }
      >
    >
    readonly waivers: readonly {
      readonly check: string
      readonly file: string
      readonly selector?: string
      readonly unit?: string
      readonly fingerprint?: string
      readonly reason: string
      readonly owner: string
      readonly expires: string
    }[]
  }
}

/** Made when it is first asked for: that takes longer than all else that a configuration takes. */
const validator = () => (made ??= new Ajv(options).compile<ConfigFile>(publicationSchema))
// The schema is ours: tests hold it against the schema of schemas.
const options = {
  useDefaults: true,
  allErrors: true,
  verbose: true,
  meta: false,
  validateSchema: false,
} as const
let made: ValidateFunction<ConfigFile> | undefined

const editionDefaults = {state: 'translated', missing: 'hold', stale: 'notice'} as const

function policy(
  value: ConfigFile,
  locales: readonly Locale[],
  place: (...path: readonly string[]) => string,
): Policy {
  const tags = locales.map(({tag}) => tag)
  const known = (editions: object, of: string, ...path: readonly string[]) => {
    for (const tag of Object.keys(editions)) {
      if (tags.includes(tag)) continue
      throw refuse(
        `${place(...path, tag)}: ${of} the editions in "${tag}", which is not a language of this publication (${tags.join(', ')}).`,
        'Correct the tag, or add the language to "locales".',
      )
    }
  }
  known(value.policy.editions, 'policy for', 'editions')
  known(value.policy.most?.editions ?? {}, 'the most findings of', 'most', 'editions')
  const of = <Key extends keyof typeof editionDefaults>(key: Key) =>
    Object.fromEntries(
      tags.map((tag) => [tag, (value.policy.editions[tag] ?? editionDefaults)[key]]),
    )
  return {
    state: of('state'),
    missing: of('missing'),
    stale: of('stale'),
    block: value.policy.block,
    together: value.policy.together,
    originals: value.policy.originals ?? 'any',
    tolerance: value.policy.tolerance,
    severity: value.policy.severity ?? [],
    most: value.policy.most ?? {},
    ratchet: value.policy.ratchet,
    masks: value.policy.visual.masks,
    textOnly: value.policy.visual.textOnly,
    waivers: value.policy.waivers.map((waiver) => ({
      ...waiver,
      selector: waiver.selector,
      unit: waiver.unit,
    })),
  }
}

function locale(tag: string, place: () => string): Locale {
  try {
    const parsed = new Intl.Locale(tag)
    const language = new Intl.DisplayNames([parsed], {type: 'language', fallback: 'none'})
    const autonym = language.of(parsed.toString())
    if (autonym === undefined) throw new RangeError(tag)
    const script = parsed.maximize().script ?? ''
    return {tag: parsed.toString(), direction: rightToLeft.has(script) ? 'rtl' : 'ltr', autonym}
  } catch (cause) {
    throw refuse(
      `${place()}: "${tag}" is not a language tag that CLDR knows.`,
      'Use a BCP 47 tag such as "en", "ko" or "zh-Hant".',
      cause,
    )
  }
}

/** Scripts written from right to left (ISO 15924). */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])

function timeZone(name: string, place: () => string): string {
  try {
    return new Intl.DateTimeFormat('en', {timeZone: name}).resolvedOptions().timeZone
  } catch (cause) {
    throw refuse(
      `${place()}: "${name}" is not an IANA time zone.`,
      'Use a name such as "Asia/Seoul" or "UTC".',
      cause,
    )
  }
}

/** The first error of the schema check, as one sentence with its place. */
function explain(
  errors: readonly ErrorObject[],
  document: Document,
  lines: LineCounter,
  file: string,
): PipelineError {
  const error = errors.find(({keyword}) => keyword === 'additionalProperties') ?? errors[0]
  if (error === undefined)
    return refuse(`${file}: not a publication.`, 'Compare it with the README.')
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const found: unknown = path.length === 0 ? document.toJS() : plain(document.getIn(path))
  const key = path.join('.') || 'publication.json'
  if (error.keyword === 'additionalProperties') {
    const unknown = String(error.params['additionalProperty'])
    const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object)
    const nearest = known.length > 0 ? closest(unknown, known) : undefined
    const hint =
      nearest !== undefined && distance(unknown, nearest) <= 3 ? ` Did you mean "${nearest}"?` : ''
    return refuse(
      `${at(document, lines, file, [...path, unknown])}: there is no key "${[...path, unknown].join('.')}".${hint}`,
      `Allowed here: ${known.join(', ') || 'nothing'}.`,
    )
  }
  if (error.keyword === 'required') {
    return refuse(
      `${at(document, lines, file, path)}: the key "${String(error.params['missingProperty'])}" is missing${path.length > 0 ? ` in "${key}"` : ''}.`,
      'Add it; the README shows a complete publication.json.',
    )
  }
  const allowed =
    error.keyword === 'enum'
      ? `one of ${(error.params['allowedValues'] as readonly unknown[]).map((one) => JSON.stringify(one)).join(', ')}`
      : (error.message ?? '').replace(/^must be /, '').replace(/^must /, 'it must ')
  return refuse(
    `${at(document, lines, file, path)}: "${key}" is ${JSON.stringify(found)}.`,
    `Allowed: ${allowed}.`,
  )
}

function plain(node: unknown): unknown {
  return typeof node === 'object' &&
    node !== null &&
    'toJSON' in node &&
    typeof node.toJSON === 'function'
    ? node.toJSON()
    : node
}

/** `file:line:column` of a key's value; of the nearest parent where the key is not there. */
function at(
  document: Document,
  lines: LineCounter,
  file: string,
  path: readonly (string | number)[],
): string {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown =
      length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const {line, col} = lines.linePos(Number(node.range[0]))
      return `${file}:${line}:${col}`
    }
  }
  return file
}

function refuse(message: string, advice: string, cause?: unknown): PipelineError {
  return new PipelineError('bad-policy', message, advice, {cause})
}
