import {OutOfTime} from './deadline.ts'

/** How often the browser is started without anything being done in it: one that dies each time has a cause. */
export const launches = 4

/**
 * How often in a row something is tried that its tab was lost to, without getting any further. What
 * crashed its renderer gets a second try; what went with the browser is not to blame, and gets as many
 * as there are browsers; what hangs once will hang again.
 */
export function triesAfter(lost: Error): number {
  if (lost instanceof OutOfTime) return 1
  return /closed/.test(lost.message) ? launches : 2
}
