import type {Finding, Severity} from '../model/finding.ts'
import type {SeverityRule} from '../model/verdict.ts'

/**
 * A finding with the severity that policy gives it; the last rule that fits decides. Raising is
 * free, a warning may become a notice, and an error stays one: errors can only be waived.
 */
export function weigh(finding: Finding, rules: readonly SeverityRule[]): Finding {
  if (finding.severity === 'error') return finding
  const rule = rules.findLast((one) => fits(one, finding))
  return rule === undefined ? finding : {...finding, severity: rule.severity}
}

/** Whether a rule speaks of a finding. */
export function fits(
  {check, criterion, locale}: SeverityRule,
  {check: id, message, criteria, locale: own, outcome}: Finding,
): boolean {
  return (
    (check === undefined || check === id || check === message.key) &&
    // A criterion's reminders to look are no failures of it; they are named by their check.
    (criterion === undefined || (criteria.includes(criterion) && outcome === 'failed')) &&
    (locale === undefined || locale === own)
  )
}

/** The severities that policy has a most for. */
export const limited: readonly Exclude<Severity, 'error'>[] = ['warning', 'notice']
