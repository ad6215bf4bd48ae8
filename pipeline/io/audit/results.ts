import {createReadStream} from 'node:fs'
import {parseChunked, stringifyChunked} from '@discoveryjs/json-ext'
import {PipelineError} from '../../model/error.ts'
import type {AuditPart} from '../../model/audit.ts'
import type {Finding} from '../../model/finding.ts'
import {grouped} from '../../model/grouped.ts'

const format = 'galley-audit/2'

/**
 * A part of an audit in pieces of its text, for `galley audit --merge`. What is found on many pages
 * is written once, with all its places.
 */
export function writePart(part: AuditPart): Iterable<string> {
  return stringifyChunked({format, ...part, findings: gathered(part.findings)})
}

/**
 * Reads a part of an audit that another run wrote.
 *
 * @throws PipelineError `unreadable-file`
 */
export async function readPart(path: string): Promise<AuditPart> {
  try {
    const value: unknown = await parseChunked(createReadStream(path))
    if (!isWritten(value)) throw new Error(`it is not of the format ${format}`)
    const {format: _, findings, ...part} = value
    return {...part, findings: findings.flatMap(scattered)}
  } catch (cause) {
    throw new PipelineError(
      'unreadable-file',
      `${path} holds no results of an audit: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'Name the results.json that `galley audit --shard` wrote, with this version of Galley.',
      {cause},
    )
  }
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

function isWritten(value: unknown): value is Written {
  const given: Readonly<Record<string, unknown>> = Object(value)
  const lists = ['target', 'pages', 'unchanged', 'findings', 'views']
  return (
    given['format'] === format &&
    lists.every((key) => Array.isArray(given[key])) &&
    typeof given['browser'] === 'string' &&
    typeof given['shard'] === 'string' &&
    typeof given['url'] === 'string' &&
    typeof given['checked'] === 'object'
  )
}
