import {mkdir} from 'node:fs/promises'
import type {Approval, Decider} from '../model/approval.ts'
import {PipelineError} from '../model/error.ts'
import {addApprovals, decisionOn, readApprovals, shortened} from './approvals.ts'
import {readBaselines, writeBaselines, type Candidate, type Environment} from './baselines.ts'
import type {Cache} from './cache.ts'
import {withFileLock} from './lock.ts'

/** A picture that was taken and may be decided on. */
export type Taken = Omit<Candidate, 'png'>

/** Where decisions are written down. */
export interface Desk {
  /** Folder of the approved pictures. */
  readonly folder: string
  readonly cache: Cache
  /** What the pictures were drawn with. */
  readonly environment: Environment
}

/** Whether a page in a view is meant. */
export type Chosen = (page: string, view: string) => boolean

/**
 * Makes the chosen pictures the approved ones, and writes down who did and why. Others may do the
 * same in this folder at the same time. Gives the pages whose approved pictures changed, sorted.
 *
 * @throws PipelineError `nothing-to-approve`
 */
export function accept(
  {folder, cache, environment}: Desk,
  taken: readonly Taken[],
  only: Chosen,
  decider: Decider,
): Promise<readonly string[]> {
  return alone(folder, async () => {
    const candidates: Candidate[] = []
    for (const one of taken) {
      const png = only(one.page, one.view) ? await cache.getBytes(one.picture.sha256) : undefined
      if (png) candidates.push({...one, png})
    }
    const [before, decisions] = [await readBaselines(folder), await readApprovals(folder)]
    // Pictures that no page has any more are taken away.
    const hasPictures = [...before].some(([page, views]) =>
      [...views.keys()].some((view) => only(page, view)),
    )
    if (candidates.length === 0 && !hasPictures) throw nothing()
    const changed = await writeBaselines(folder, candidates, environment, only)
    const fresh = candidates.filter(({page, view, picture: {sha256}}) => {
      if (before.get(page)?.get(view)?.capture !== sha256) return true
      return decisionOn(decisions, page, view, sha256)?.decision === 'rejected'
    })
    await addApprovals(folder, approvals(fresh, 'accepted', decider))
    return changed
  })
}

/** Writes down that the chosen pictures are not right, so that they hold until they change. */
export function reject(
  {folder}: Desk,
  taken: readonly Taken[],
  only: Chosen,
  decider: Decider,
): Promise<readonly string[]> {
  return alone(folder, async () => {
    const chosen = taken.filter(({page, view}) => only(page, view))
    if (chosen.length === 0) throw nothing()
    const made = approvals(chosen, 'rejected', decider)
    await addApprovals(folder, made)
    return made.map(({page}) => page)
  })
}

function nothing(): PipelineError {
  return new PipelineError(
    'nothing-to-approve',
    'There is no picture to decide on.',
    'Name pages of this publication, or none for all of them.',
  )
}

async function alone<Result>(folder: string, run: () => Promise<Result>): Promise<Result> {
  await mkdir(folder, {recursive: true})
  return withFileLock(folder, run)
}

/** One decision a page, whatever number of views it is about. */
function approvals(
  list: readonly Taken[],
  decision: Approval['decision'],
  decider: Decider,
): readonly Approval[] {
  const pages = new Map<string, Record<string, string>>()
  for (const {page, view, picture} of list) {
    pages.set(page, {...pages.get(page), [view]: shortened(picture.sha256)})
  }
  return [...pages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([page, views]) => ({...decider, decision, page, views}))
}
