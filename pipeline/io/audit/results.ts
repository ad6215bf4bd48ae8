import {createReadStream} from 'node:fs'
import {parseChunked, stringifyChunked} from '@discoveryjs/json-ext'
import {Ajv, type ErrorObject} from 'ajv'
import {PipelineError} from '../../model/error.ts'
import type {AuditPart} from '../../model/audit.ts'
import type {Finding} from '../../model/finding.ts'
import {grouped} from '../../model/grouped.ts'

const format = 'galley-audit/3'

/**
 * A part of an audit in pieces of its text, for `galley audit --merge`. What is found on many pages
 * is written once, with all its places.
 */
export function writePart(part: AuditPart): Iterable<string> {
  return stringifyChunked({format, ...part, findings: gathered(part.findings)})
}

/** What stands in its place for as long as the run goes on: no part, and the mark of an audit's folder. */
export const unfinishedPart = `${JSON.stringify({format, isUnfinished: true})}\n`

/**
 * Reads a part of an audit that another run wrote.
 *
 * @throws PipelineError `unreadable-file`
 */
export async function readPart(path: string): Promise<AuditPart> {
  try {
    const value: unknown = await parseChunked(createReadStream(path))
    if (Object(value).format !== format) throw new Error(`it is not of the format ${format}`)
    if (Object(value).isUnfinished === true) throw new Error('its run did not come to an end')
    const isWritten = new Ajv().compile<Written>(schema)
    if (!isWritten(value)) throw new Error(faultIn(isWritten.errors ?? []))
    const stray = value.pages.find((page) => !value.target.includes(page))
    if (stray !== undefined) throw new Error(`"${stray}" is no page of its target`)
    const {format: _, findings, ...part} = value
    return {...part, findings: findings.flatMap(scattered)}
  } catch (cause) {
    throw new PipelineError(
      'unreadable-file',
      `${path} holds no results of an audit: ${reasonOf(cause)}.`,
      'Name the results.json that `galley audit --shard` wrote, with this version of Galley.',
      {cause},
    )
  }
}

function reasonOf(cause: unknown): string {
  if (Object(cause).code === 'ENOENT') return 'there is no such file'
  return cause instanceof Error ? cause.message : String(cause)
}

type Written = Omit<AuditPart, 'findings'> & {
  readonly format: typeof format
  readonly findings: readonly Gathered[]
}

/** Findings that differ in nothing but what belongs to their places. */
type Gathered = Omit<Finding, keyof Own> & {readonly places: readonly Own[]}
type Own = Pick<Finding, 'place' | 'locale' | 'article' | 'excerpt' | 'pictures'>

function gathered(findings: readonly Finding[]): readonly object[] {
  const alike = grouped(findings, (finding) => JSON.stringify(withoutOwn(finding)))
  return [...alike.entries()].map(([said, places]) => ({
    ...(JSON.parse(said) as object),
    places: places.map(ownOf),
  }))
}

function scattered({places, ...said}: Gathered): readonly Finding[] {
  return places.map((own) => ({...said, ...own}))
}

function ownOf({place, locale, article, excerpt, pictures}: Finding): Own {
  return {
    place,
    locale,
    article,
    ...(excerpt !== undefined && {excerpt}),
    ...(pictures && {pictures}),
  }
}

/** Each key keeps its turn: reports are sorted by it where all else is the same. */
function withoutOwn(finding: Finding): object {
  const own = ownOf(finding)
  return Object.fromEntries(
    Object.entries(finding).map(([key, value]) => [
      key,
      key in own && value !== undefined ? null : value,
    ]),
  )
}

function faultIn([error]: readonly Pick<ErrorObject, 'instancePath' | 'message'>[]): string {
  return `${error?.instancePath || 'it'} ${error?.message ?? 'is not what it should be'}`
}

const text = {type: 'string'}
const texts = {type: 'array', items: text}
const record = {type: 'object'}

/** What a verdict relies on; whatever else a finding has is only told. */
const schema = {
  type: 'object',
  required: 'shard means content url browser target pages unchanged views checked findings'.split(
    ' ',
  ),
  properties: {
    shard: text,
    means: text,
    content: text,
    url: text,
    browser: text,
    target: texts,
    pages: texts,
    unchanged: texts,
    passedBy: {
      type: 'object',
      required: ['policy', 'known'],
      properties: {policy: text, known: text},
    },
    views: texts,
    files: {
      type: 'object',
      required: ['folder', 'isCommitted'],
      properties: {folder: text, isCommitted: {type: 'boolean'}},
    },
    checked: {type: 'object', additionalProperties: {type: 'integer', minimum: 0}},
    inapplicable: {type: 'object', additionalProperties: texts},
    findings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['check', 'outcome', 'severity', 'message', 'criteria', 'engines', 'places'],
        properties: {
          check: text,
          outcome: {enum: ['failed', 'cantTell']},
          severity: {enum: ['error', 'warning', 'notice']},
          message: {
            type: 'object',
            required: ['key', 'values'],
            properties: {key: text, values: record},
          },
          criteria: texts,
          engines: texts,
          places: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['place'],
              properties: {
                place: {
                  type: 'object',
                  required: ['file'],
                  properties: {file: text, selector: text},
                },
                excerpt: text,
              },
            },
          },
        },
      },
    },
  },
}
