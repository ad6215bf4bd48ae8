import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Approval} from '../model/approval.ts'
import {PipelineError} from '../model/error.ts'
import {writeAtomic} from './files.ts'

const name = 'approvals.jsonl'

/**
 * Every decision on the pictures of a folder: a line each, so that it can be read in a diff, and
 * that git keeps the lines of both where two people decided (`merge=union`).
 *
 * @throws PipelineError `unreadable-file` where a line is no decision
 */
export async function readApprovals(folder: string): Promise<readonly Approval[]> {
  const text = await textIn(folder)
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const approval = parse(line)
    if (approval) return [approval]
    throw new PipelineError(
      'unreadable-file',
      `${join(folder, name)}:${index + 1}: this is no decision on a picture.`,
      'Restore the line from version control; each line is a JSON object of its own.',
    )
  })
}

/** Writes decisions down behind those that are there, none of which is touched. */
export async function addApprovals(folder: string, more: readonly Approval[]): Promise<void> {
  if (more.length === 0) return
  await mkdir(folder, {recursive: true})
  const attributes = join(folder, '.gitattributes')
  await writeFile(attributes, `${name} merge=union text eol=lf\n`, {flag: 'wx'}).catch(() => {})
  const before = await textIn(folder)
  const lines = more.map(lineOf)
  const text = before === '' || before.endsWith('\n') ? before : `${before}\n`
  await writeAtomic(join(folder, name), `${text}${lines.join('\n')}\n`)
}

/** The decision that holds on a picture: the last one; of two at the same time, the one that rejects. */
export function decisionOn(
  approvals: readonly Approval[],
  page: string,
  view: string,
  capture: string,
): Approval | undefined {
  return approvals
    .filter((one) => one.page === page && one.views[view] === shortened(capture))
    .reduce<Approval | undefined>((last, one) => {
      if (last === undefined || one.at > last.at) return one
      return one.at === last.at && one.decision === 'rejected' ? one : last
    }, undefined)
}

/** A picture's hash as decisions name it. */
export function shortened(capture: string): string {
  return capture.slice(0, 16)
}

async function textIn(folder: string): Promise<string> {
  const path = join(folder, name)
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new PipelineError(
      'unreadable-file',
      `The decisions on pictures cannot be read: ${path}`,
      'Restore the file from version control.',
      {cause: error},
    )
  })
}

function lineOf({at, by, decision, reason, page, views}: Approval): string {
  const sorted = Object.fromEntries(Object.entries(views).sort(([a], [b]) => (a < b ? -1 : 1)))
  return JSON.stringify({at, by, decision, reason, page, views: sorted})
}

function parse(line: string): Approval | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isApproval(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isApproval(value: unknown): value is Approval {
  const {at, by, decision, reason, page, views} = Object(value)
  return (
    [at, by, reason, page].every((one) => typeof one === 'string') &&
    (decision === 'accepted' || decision === 'rejected') &&
    typeof views === 'object' &&
    views !== null &&
    Object.values(views).every((one) => typeof one === 'string')
  )
}
