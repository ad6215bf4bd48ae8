import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {auditChecks, visualChecks} from '../check/audit-checks.ts'
import type {Checks} from '../check/evidence.ts'
import type {Settings} from '../io/audit/settings.ts'
import type {CheckingBrowser} from '../io/checking-browser.ts'
import {isSelector} from '../io/selector.ts'
import type {AuditPart} from '../model/audit.ts'
import {PipelineError} from '../model/error.ts'
import type {Run} from '../model/run.ts'
import {deciderOf, decisionOptions} from './approve.ts'
import {decideInBrowser} from './approve-page.ts'
import type {Call, Verb} from './verb.ts'

/** The options of an audit that has approved pictures. */
export const pictureOptions: Verb['options'] = {
  baselines: {
    type: 'string',
    value: 'FOLDER',
    about: 'compare with the approved pictures in this folder',
  },
  mask: {
    type: 'string',
    value: 'SELECTOR',
    many: true,
    about: 'leave what moves by itself out of pictures; may be given again',
  },
  approve: {type: 'boolean', about: 'approve how the pages look now, into --baselines'},
  serve: {type: 'boolean', about: 'decide in a page what looks right, into --baselines'},
  port: {type: 'string', value: 'N', about: 'port of that page; 8090, or the next free one'},
  ...decisionOptions,
}

/** What an audit does about pictures, as the command line says. */
export interface Pictures {
  /** Folder of the approved pictures; `undefined` where nothing is compared. */
  readonly folder: string | undefined
  readonly checks: Checks
  /** Changes whenever something was decided. */
  readonly state: string
}

/** @throws PipelineError `usage` */
export async function picturesOf(call: Call): Promise<Pictures> {
  const named = call.value('baselines')
  if (named === undefined) {
    const idle = ['approve', 'serve'].find((option) => call.has(option))
    if (idle === undefined) return {folder: undefined, checks: auditChecks, state: ''}
    throw new PipelineError(
      'usage',
      `--${idle} needs a folder for the pictures.`,
      `For example: galley audit public/ --baselines baselines/ --${idle}`,
    )
  }
  const folder = resolve(call.cwd, named)
  const files = ['manifest.json', 'approvals.jsonl'].map((file) =>
    readFile(join(folder, file)).catch(() => ''),
  )
  const state = createHash('sha256')
  for (const bytes of await Promise.all(files)) state.update(bytes).update('\n')
  return {folder, checks: visualChecks, state: state.digest('hex')}
}

/** The settings with the masks of the command line. */
export function withMasks(settings: Settings, call: Call): Settings {
  const masks = call.values('mask').map((selector) => {
    if (isSelector(selector)) return {selector, file: '*'}
    throw new PipelineError(
      'usage',
      `"${selector}" is not a CSS selector.`,
      'For example: --mask ".clock"',
    )
  })
  const {config} = settings
  const policy = {...config.policy, masks: [...(config.policy.masks ?? []), ...masks]}
  return {...settings, config: {...config, policy}}
}

/** Options that an audit is only the same audit with. */
const naming = ['baselines', 'mask', 'config', 'host', 'url', 'find', 'replace', 'exclude']

/** The part with the commands in its advice on pictures that approve them in an audit like this one. */
export function withWaysToApprove(part: AuditPart, call: Call): AuditPart {
  const options = naming.flatMap((name) =>
    (name === 'mask'
      ? call.values(name)
      : [call.value(name)].filter((one) => one !== undefined)
    ).map((value) => `--${name} ${quoted(value)}`),
  )
  const command = ['galley audit', ...call.operands.map(quoted), ...options].join(' ')
  const [approve, serve] = [`${command} --approve`, `${command} --serve`]
  const findings = part.findings.map((finding) => {
    const {key, values} = finding.message
    if (!finding.check.startsWith('visual/') || values['approveAll'] === undefined) return finding
    return {...finding, message: {key, values: {...values, approve, approveAll: approve, serve}}}
  })
  return {...part, findings}
}

/** As a shell reads it as one word. */
function quoted(word: string): string {
  return /^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/** Lets somebody decide, where the command line asks for it; gives whether it did. */
export async function decide(
  call: Call,
  browser: CheckingBrowser,
  run: Run,
  {root, words, config}: Settings,
): Promise<boolean> {
  if (call.has('approve')) {
    const decider = await deciderOf(call, root)
    const changed = await browser.approve(() => true, decider)
    call.tell(`Approved by ${decider.by}: ${changed.join(', ') || 'nothing that was not'}\n`)
  } else if (call.has('serve')) {
    const decider = await deciderOf(call, root)
    const cache = join(root, '.galley/cache')
    await decideInBrowser(call, {run, browser, cache, words, config, decider, only: () => true})
  }
  return call.has('approve') || call.has('serve')
}
