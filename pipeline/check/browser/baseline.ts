import type {Finding, Picture} from '../../model/finding.ts'
import type {PictureComparison, TakenPicture} from '../../model/tab.ts'
import type {BrowserCheck, Seen} from '../check.ts'
import {commonCauses} from './common-causes.ts'
import {findingOn} from './finding.ts'
import {unusedMasks} from './unused-masks.ts'

const id = 'visual/baseline'

/** How somebody says that this page, or every page, looks right; an audit has ways of its own. */
export function waysToApprove(page: string) {
  return {
    approve: `galley approve ${page}`,
    approveAll: 'galley approve',
    serve: 'galley approve --serve',
  }
}

/**
 * The page looks as it did when a person last approved it. A picture made in another browser or
 * with other fonts proves nothing, neither way. Where only text changed, policy says whether
 * somebody has to look; what changed on several pages for one cause is said once. A page that looks
 * otherwise each time that it is loaded cannot be compared.
 */
export const baseline: BrowserCheck<PictureComparison> = {
  id,
  criteria: [],
  every: 'view',
  probe: async (tab) => tab.compare(await tab.picture()),
  judge(comparison, seen) {
    const found = judgePicture(comparison, seen)
    return found === undefined ? [] : [found]
  },
  conclude(findings, evidence, {textOnly = 'accept', masks = []}, isWhole) {
    const weighed = findings.map((finding): Finding => {
      const isHeld = finding.message.key === `${id}/text` && textOnly === 'review'
      return isHeld ? {...finding, severity: 'error'} : finding
    })
    return [...commonCauses(weighed), ...(isWhole ? unusedMasks(masks, evidence) : [])]
  },
}

function judgePicture(comparison: PictureComparison, seen: Seen): Finding | undefined {
  const {current, approved, obstacle, difference, rejected, again} = comparison
  const {page, view} = seen
  const now = labelled('current', current)
  const ways = waysToApprove(page)
  if (rejected) {
    const {by, reason, at} = rejected
    const key = reason === '' ? 'visual/rejected' : 'visual/rejected/because'
    return findingOn(seen, {
      check: 'visual/rejected',
      severity: 'error',
      message: {key, values: {page, view: view.name, by, reason, on: at.slice(0, 10)}},
      pictures: [
        ...(approved && difference ? [labelled('approved', approved)] : []),
        now,
        ...(difference ? [labelled('difference', difference.picture)] : []),
      ],
      ...(difference && {changes: difference.changes}),
    })
  }
  if (!approved) {
    return findingOn(seen, {
      check: id,
      severity: 'warning',
      message: {key: `${id}/none`, values: {page, view: view.name, ...ways}},
      pictures: [now],
    })
  }
  if (obstacle) {
    const isEnvironment = obstacle.kind === 'environment'
    return findingOn(seen, {
      check: isEnvironment ? 'visual/environment' : id,
      outcome: 'cantTell',
      severity: 'error',
      message: {
        key: isEnvironment ? 'visual/environment' : `${id}/unreadable`,
        values: {
          page,
          view: view.name,
          approved: obstacle.approved,
          current: obstacle.current,
          ...ways,
        },
      },
      expected: obstacle.approved,
      actual: obstacle.current,
      pictures: [now],
    })
  }
  if (!difference) return undefined
  if (again) {
    return findingOn(seen, {
      check: 'visual/unstable',
      outcome: 'cantTell',
      severity: 'error',
      message: {key: 'visual/unstable', values: {page, view: view.name}},
      pictures: [labelled('approved', approved), now, labelled('difference', difference.picture)],
      changes: difference.changes,
    })
  }
  const {pixels, top, bottom, picture, changes, textOnly, unexplained} = difference
  const share = ((pixels / (picture.width * picture.height)) * 100).toFixed(2)
  return findingOn(seen, {
    check: id,
    severity: textOnly ? 'notice' : 'error',
    message: {
      key: textOnly ? `${id}/text` : unexplained === undefined ? id : `${id}/unexplained`,
      values: {
        page,
        view: view.name,
        pixels,
        share,
        top,
        bottom,
        ...(unexplained !== undefined && {file: unexplained}),
        ...ways,
      },
    },
    expected: `${approved.width} × ${approved.height}`,
    actual: `${current.width} × ${current.height}`,
    pictures: [labelled('approved', approved), now, labelled('difference', picture)],
    changes,
  })
}

function labelled(label: Picture['label'], picture: TakenPicture): Picture {
  return {label, ...picture}
}
