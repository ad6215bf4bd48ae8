import {PipelineError} from '../model/error.ts'
import type {Call} from './verb.ts'

/**
 * Refuses options that would be left unheeded beside another: whoever gives them counts on them.
 *
 * @throws PipelineError `usage`
 */
export function refuseBeside(
  call: Call,
  option: string,
  others: readonly string[],
  why: string,
): void {
  if (!isGiven(call, option)) return
  const idle = others.find((other) => isGiven(call, other))
  if (idle === undefined) return
  throw new PipelineError('usage', `--${idle} does not go with --${option}.`, why)
}

function isGiven({has, value, values}: Call, option: string): boolean {
  return has(option) || value(option) !== undefined || values(option).length > 0
}
