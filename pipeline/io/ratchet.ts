import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {Ajv} from 'ajv'
import {PipelineError} from '../model/error.ts'
import type {KnownState} from '../model/verdict.ts'
import {writeAtomic} from './files.ts'
import {misfit} from './misfit.ts'
import {readPlacedJson} from './placed-json.ts'

const format = 'galley-known/1'

const schema = {
  type: 'object',
  required: ['format', 'findings'],
  properties: {
    format: {const: format},
    findings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['fingerprint', 'check', 'file', 'count'],
        properties: {
          fingerprint: {type: 'string', pattern: '^[0-9a-f]{16}$'},
          check: {type: 'string'},
          file: {type: 'string'},
          count: {type: 'integer', minimum: 1},
          ratio: {type: 'number'},
        },
      },
    },
    causes: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pages', 'check', 'on', 'most', 'cause'],
        properties: {
          pages: {type: 'string'},
          check: {type: 'string'},
          on: {type: 'integer', minimum: 1},
          most: {type: 'integer', minimum: 1},
          ratio: {type: 'number'},
          cause: {type: 'string', pattern: '^[0-9a-f]{16}$'},
        },
      },
    },
  },
}

interface Written {
  readonly findings: KnownState['known']
  /** Files of before have none. */
  readonly causes?: KnownState['causes']
}

/**
 * What a ratchet lets pass; nothing where nothing was recorded yet.
 *
 * @throws PipelineError `unreadable-file`, with the place of what is wrong
 */
export async function readKnown(path: string): Promise<KnownState> {
  if (!existsSync(path)) return {known: [], causes: []}
  try {
    const read = readPlacedJson(await readFile(path, 'utf8'), path)
    const {value} = read
    const isValid = new Ajv().compile<Written>(schema)
    if (isValid(value)) return {known: value.findings, causes: value.causes ?? []}
    throw misfit(isValid.errors ?? [], read, path)
  } catch (cause) {
    throw new PipelineError(
      'unreadable-file',
      cause instanceof PipelineError ? cause.message : `${path} cannot be read: ${String(cause)}`,
      'Take the known findings from version control, or record them again with --record.',
      {cause},
    )
  }
}

/** Writes the state, one finding and one cause a line, so that its history can be read. */
export async function writeKnown(path: string, {known, causes}: KnownState): Promise<void> {
  const findings = known.map(({fingerprint, check, file, count, ratio}) => ({
    file,
    check,
    count,
    ratio,
    fingerprint,
  }))
  const made = causes.map(({pages, check, on, most, ratio, cause}) => ({
    pages,
    check,
    on,
    most,
    ratio,
    cause,
  }))
  const parts = [`"format": "${format}"`, `"findings": ${list(findings)}`]
  if (made.length > 0) parts.push(`"causes": ${list(made)}`)
  await writeAtomic(path, `{\n  ${parts.join(',\n  ')}\n}\n`)
}

function list(entries: readonly object[]): string {
  const lines = entries.map((one) => JSON.stringify(one))
  return lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`
}
