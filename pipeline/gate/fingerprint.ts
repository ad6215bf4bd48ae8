import fnv1a from '@sindresorhus/fnv1a'
import type {Finding} from '../model/finding.ts'

/**
 * Names a finding by what it is about (check, file, unit, selector, view, excerpt) and not by its
 * line, so that it keeps its name while the text around it changes. 16 hex digits.
 */
export function fingerprint({check, place, excerpt}: Finding): string {
  const {file, unit, selector, view} = place
  const identity = JSON.stringify([check, file, unit, selector, view, excerpt])
  return fnv1a(identity, {size: 64}).toString(16).padStart(16, '0')
}
