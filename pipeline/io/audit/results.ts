import {createReadStream} from 'node:fs'
import {parseChunked, stringifyChunked} from '@discoveryjs/json-ext'
import {PipelineError} from '../../model/error.ts'
import type {AuditPart} from '../../model/audit.ts'

const format = 'galley-audit/1'

/** A part of an audit in pieces of its text, for `galley audit --merge`. */
export function writePart(part: AuditPart): Iterable<string> {
  return stringifyChunked({format, ...part}, null, 1)
}

/**
 * Reads a part of an audit that another run wrote.
 *
 * @throws PipelineError `unreadable-file`
 */
export async function readPart(path: string): Promise<AuditPart> {
  try {
    const value: unknown = await parseChunked(createReadStream(path))
    if (!isPart(value)) throw new Error(`it is not of the format ${format}`)
    return value
  } catch (cause) {
    throw new PipelineError(
      'unreadable-file',
      `${path} holds no results of an audit: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'Name the results.json that `galley audit --shard` wrote.',
      {cause},
    )
  }
}

function isPart(value: unknown): value is AuditPart {
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
