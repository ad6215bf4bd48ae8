import {resolve} from 'node:path'
import {readKnown, writeKnown} from '../io/ratchet.ts'
import {stateOf} from '../gate/known.ts'
import type {Host} from '../host.ts'
import {PipelineError} from '../model/error.ts'
import type {KnownState} from '../model/verdict.ts'
import type {Publication, PublicationConfig, Words} from '../model/publication.ts'
import type {Run} from '../model/run.ts'
import {publish} from '../publish.ts'
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
  return {...config, policy: {...config.policy, ratchet, ...(await readKnown(file))}}
}

/** The configuration with what holds in a run among the known findings. */
export function knowing(config: PublicationConfig, run: Run): PublicationConfig {
  return {...config, policy: {...config.policy, ...stateAfter(run, config)}}
}

/** Publishes as the next run will, with what holds in this one known: whoever records is told that. */
export async function publishKnowing(publication: Publication, host: Host): Promise<Run> {
  const before = await publish(publication, {
    ...host,
    say: (step) => step.stage !== 'gate' && host.say(step),
  })
  return publish(
    {...publication, config: knowing(publication.config, before)},
    {...host, say: (step) => step.stage === 'gate' && host.say(step)},
  )
}

/**
 * Records the run's state where the call asks for it, and gives the run's exit code.
 *
 * @param run as it is with its own state known: see {@link knowing}
 */
export async function recorded(
  run: Run,
  config: PublicationConfig,
  root: string,
  call: Call,
): Promise<ExitCode> {
  const {verdict} = run
  const file = fileOf(config, root, call)
  if (call.has('record') && file !== undefined && nothingRan(verdict)) {
    call.tell(`Nothing was recorded in ${file}: nothing was checked.\n`)
  } else if (call.has('record') && file !== undefined) {
    const state = stateAfter(run, config)
    await writeKnown(file, state)
    const count = state.known.reduce((sum, one) => sum + one.count, 0)
    const known = count === 1 ? '1 finding is known' : `${count} findings are known`
    const rest = verdict.decision === 'passed' ? '' : ' What is listed above cannot be known.'
    call.tell(`${known} from now on, in ${file}; what is known holds nothing.${rest}\n`)
  }
  return verdict.decision === 'passed' ? 0 : 1
}

/** What is known would be forgotten for a folder that was not built. */
function nothingRan({checked}: Run['verdict']): boolean {
  return Object.values(checked).every((count) => count === 0)
}

function stateAfter({verdict, judged}: Run, {policy}: PublicationConfig): KnownState {
  const {known = [], causes = []} = policy
  return stateOf(verdict.findings, judged, {known, causes})
}

function fileOf(config: PublicationConfig, root: string, call: Call): string | undefined {
  const given = call.value('ratchet')
  if (given !== undefined) return resolve(call.cwd, given)
  return config.policy.ratchet === undefined ? undefined : resolve(root, config.policy.ratchet)
}
