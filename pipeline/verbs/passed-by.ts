import {standingOf} from '../model/standing.ts'
import {digestOf} from '../io/digest.ts'
import {PipelineError} from '../model/error.ts'
import type {AuditPart, AuditRules, PassedBy} from '../model/audit.ts'
import type {PublicationConfig} from '../model/publication.ts'

/** Names all by which it is decided today whether what is found on a page holds it. */
export function passedBy(
  {policy}: Pick<PublicationConfig, 'policy'>,
  rules: AuditRules,
  today: string,
): PassedBy {
  // What pictures leave out has no say in what is found otherwise, and a ratchet only lets pass.
  const {known = [], causes = [], masks: _, ratchet: __, ...own} = policy
  return {
    policy: digestOf([own, rules, own.waivers.map((one) => standingOf(one, today))]),
    known: known.length + causes.length === 0 ? '' : digestOf([known, causes]),
  }
}

/**
 * A page that was not looked at again passed by the policy of its part: nobody knows what another one
 * would say of it.
 *
 * @param path the part's file
 * @throws PipelineError `usage`
 */
export function refuseOtherPolicy(part: AuditPart, path: string, now: PassedBy): void {
  const {unchanged, passedBy: then} = part
  const isSame = then?.policy === now.policy && (then.known === '' || then.known === now.known)
  if (unchanged.length === 0 || isSame) return
  throw new PipelineError(
    'usage',
    `${path}: ${unchanged.length === 1 ? 'a page was' : `${unchanged.length} pages were`} not looked at again, because nothing had changed since they passed; but they passed by another policy than the one here.`,
    'Join the parts with the publication.json, --config and --ratchet that they were made with, or make them without --changed.',
  )
}
