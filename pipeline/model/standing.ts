import {isDay} from './day.ts'
import type {Waiver} from './verdict.ts'

/** How a waiver stands on a day. */
export type Standing = 'in-force' | 'expired' | 'incomplete'

/**
 * A waiver needs a reason, an owner and a last day, and that day must not have passed. That of one
 * unit may go without a day: it stands beside the text it is about, and is seen with it.
 */
export function standingOf(waiver: Waiver, today: string): Standing {
  const {reason, owner, expires, unit} = waiver
  if (reason.trim() === '' || owner.trim() === '') return 'incomplete'
  if (expires === undefined) return unit === undefined ? 'incomplete' : 'in-force'
  if (!isDay(expires)) return 'incomplete'
  return isDay(today) && today <= expires ? 'in-force' : 'expired'
}
