import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {Ajv} from 'ajv'
import {PipelineError} from '../model/error.ts'
import type {KnownFinding} from '../model/verdict.ts'
import {writeAtomic} from './files.ts'

const format = 'galley-known/1'

const valid = new Ajv().compile<{readonly findings: readonly KnownFinding[]}>({
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
        },
      },
    },
  },
})

/**
 * The findings that a ratchet lets pass; none where nothing was recorded yet.
 *
 * @throws PipelineError `unreadable-file`
 */
export async function readKnown(path: string): Promise<readonly KnownFinding[]> {
  if (!existsSync(path)) return []
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw refuse(path, cause instanceof Error ? cause.message : String(cause), cause)
  }
  if (!valid(value)) {
    const [error] = valid.errors ?? []
    throw refuse(path, `${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim())
  }
  return value.findings
}

/** Writes the state, one finding a line, so that its history can be read. */
export async function writeKnown(path: string, state: readonly KnownFinding[]): Promise<void> {
  const lines = state.map(({fingerprint, check, file, count}) =>
    JSON.stringify({file, check, count, fingerprint}),
  )
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`
  await writeAtomic(path, `{\n  "format": "${format}",\n  "findings": ${list}\n}\n`)
}

function refuse(path: string, reason: string, cause?: unknown): PipelineError {
  return new PipelineError(
    'unreadable-file',
    `${path} holds no state of known findings: ${reason}.`,
    'Take the file from version control, or record it again with --record.',
    {cause},
  )
}
