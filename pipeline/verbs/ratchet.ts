import {resolve} from 'node:path'
import {readKnown, writeKnown} from '../io/ratchet.ts'
import {mayBeKnown, stateOf} from '../gate/known.ts'
import {PipelineError} from '../model/error.ts'
import type {PublicationConfig, Words} from '../model/publication.ts'
import type {Run} from '../model/run.ts'
import {refuseUnknownChecks} from './known-checks.ts'
import type {Call, ExitCode, Verb} from './verb.ts'

/** Options of the verbs that judge and change nothing. */
export const ratchetOptions: Verb['options'] = {
  ratchet: {
    type: 'string',
    value: 'FILE',
    about: 'hold only what is not among the known findings in FILE; else policy.ratchet',
  },
  record: {type: 'boolean', about: 'write what holds now into that file, as known from now on'},
}

/**
 * The configuration as this call judges by it: with the findings that its ratchet knows.
 *
 * @throws PipelineError `bad-policy` for checks that there are none of, `usage`, `unreadable-file`
 */
export async function judgedBy(
  config: PublicationConfig,
  words: Words,
  root: string,
  call: Call,
): Promise<PublicationConfig> {
  refuseUnknownChecks(config.policy, words)
  const file = fileOf(config, root, call)
  if (call.has('record') && file === undefined) {
    throw new PipelineError(
      'usage',
      '--record does not know where to.',
      'Name the file: --ratchet known-findings.json, or "ratchet" in the policy of publication.json.',
    )
  }
  if (file === undefined) return config
  const ratchet = config.policy.ratchet ?? call.value('ratchet')
  return {...config, policy: {...config.policy, ratchet, known: await readKnown(file)}}
}

/** The configuration with what holds in a run among the known findings. */
export function knowing(config: PublicationConfig, {verdict}: Run): PublicationConfig {
  return {...config, policy: {...config.policy, known: stateOf(verdict.findings)}}
}

/** Records the run's state where the call asks for it, and gives the run's exit code. */
export async function recorded(
  run: Run,
  config: PublicationConfig,
  root: string,
  call: Call,
): Promise<ExitCode> {
  const file = fileOf(config, root, call)
  if (!call.has('record') || file === undefined) return run.verdict.decision === 'passed' ? 0 : 1
  const {findings} = run.verdict
  const state = stateOf(findings)
  const count = state.reduce((sum, one) => sum + one.count, 0)
  await writeKnown(file, state)
  call.tell(`${count} findings are known from now on, in ${file}; they hold nothing any more.\n`)
  return findings.some((one) => one.blocks && !mayBeKnown(one)) ? 1 : 0
}

function fileOf(config: PublicationConfig, root: string, call: Call): string | undefined {
  const given = call.value('ratchet')
  if (given !== undefined) return resolve(call.cwd, given)
  return config.policy.ratchet === undefined ? undefined : resolve(root, config.policy.ratchet)
}
