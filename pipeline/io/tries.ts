import {OutOfTime} from './deadline.ts'
import {RendererFrozen, RendererKilled} from './renderer-lost.ts'

/** How often something is tried that went with the browser each time: one that dies each time has a cause. */
export const launches = 8

/** How often something may be begun again after its tab was lost. */
export interface Tries {
  /** Notes what the tab was lost to, and says whether that is worth another try. */
  again(lost: Error): boolean
  /** It got further than ever before: what went wrong so far no longer counts. */
  further(): void
}

/**
 * Counts in a row what something is lost to, each kind by itself. What crashes its renderer, or goes
 * elsewhere, gets two more tries; what goes with the browser, or with a renderer that was killed, is not
 * to blame, and gets as many as there are browsers; what hangs once will hang again, but where the
 * renderer hears nothing any more the page need not be what froze it.
 *
 * @param kills how often it is tried whose renderer is killed each time
 */
export function openTries(kills = launches): Tries {
  const counts = new Map<number, number>()
  return {
    again(lost) {
      const most = mostOf(lost, kills)
      const count = (counts.get(most) ?? 0) + 1
      counts.set(most, count)
      return count < most
    },
    further: () => counts.clear(),
  }
}

function mostOf(lost: Error, kills: number): number {
  if (lost instanceof OutOfTime) return 1
  if (lost instanceof RendererFrozen) return 2
  if (lost instanceof RendererKilled) return kills
  return isOfBrowser(lost) ? launches : 3
}

/** Of a page that navigates away, or is closed, the browser itself says so, and lives. */
function isOfBrowser({message}: Error): boolean {
  return message.includes('closed') && !message.includes('navigated or closed')
}
