import type {Finding} from './finding.ts'

/** The contrast ratio that a finding tells of; `undefined` where none was measured. */
export function toldRatio({message}: Pick<Finding, 'message'>): number | undefined {
  const ratio = message.values['ratio']
  return typeof ratio === 'number' ? ratio : undefined
}
