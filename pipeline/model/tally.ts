import type {Finding} from './finding.ts'
import type {Found} from './run.ts'

/** How many findings there are of each severity. */
export function tally(findings: readonly Finding[]): Found {
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length
  return {error: count('error'), warning: count('warning'), notice: count('notice')}
}
