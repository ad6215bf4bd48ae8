import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {Ajv} from 'ajv'
import {PipelineError} from '../model/error.ts'
import type {KnownFinding} from '../model/verdict.ts'
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
        },
      },
    },
  },
}

/**
 * The findings that a ratchet lets pass; none where nothing was recorded yet.
 *
 * @throws PipelineError `unreadable-file`, with the place of what is wrong
 */
export async function readKnown(path: string): Promise<readonly KnownFinding[]> {
  if (!existsSync(path)) return []
  try {
    const read = readPlacedJson(await readFile(path, 'utf8'), path)
    const {value} = read
    const isValid = new Ajv().compile<{readonly findings: readonly KnownFinding[]}>(schema)
    if (isValid(value)) return value.findings
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

/** Writes the state, one finding a line, so that its history can be read. */
export async function writeKnown(path: string, state: readonly KnownFinding[]): Promise<void> {
  const lines = state.map(({fingerprint, check, file, count}) =>
    JSON.stringify({file, check, count, fingerprint}),
  )
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`
  await writeAtomic(path, `{\n  "format": "${format}",\n  "findings": ${list}\n}\n`)
}
