import {fairClock} from './fair-clock.ts'

/** A limit for what has none of its own: a page may answer never. */
export interface Deadline {
  /** Milliseconds that there were, by a fair clock. */
  readonly whole: number
  /** Milliseconds left by that clock; 0 when the time is up. */
  left(): number
  /** The promise's outcome, or a rejection when the time is up first. */
  hold<Result>(work: Promise<Result>, doing: string): Promise<Result>
}

/** The time was up before the work was done. */
export class OutOfTime extends Error {
  constructor(milliseconds: number, doing: string) {
    super(`not done within ${Math.round(milliseconds)} ms: ${doing}`)
  }
}

const machine = fairClock()

/** How often a clock is looked at whose pace may change, in milliseconds. */
const GLANCE = 1_000

/** A deadline so many milliseconds from now, by a fair clock: on a busy machine it comes later. */
export function deadlineIn(milliseconds: number, clock = machine): Deadline {
  const end = clock.now() + milliseconds
  const left = () => Math.max(0, end - clock.now())
  return {
    whole: milliseconds,
    left,
    async hold(work, doing) {
      let timer: NodeJS.Timeout | undefined
      const bell = new Promise<never>((_, reject) => {
        const wait = () => Math.min(GLANCE, Math.ceil(clock.onTheWall(left())))
        const look = () => {
          if (left() > 0) timer = setTimeout(look, wait())
          else reject(new OutOfTime(milliseconds, doing))
        }
        timer = setTimeout(look, wait())
      })
      try {
        return await Promise.race([work, bell])
      } finally {
        clearTimeout(timer)
        // Whichever lost the race may still fail, with nobody listening.
        work.catch(() => {})
      }
    },
  }
}

/** So many milliseconds of a fair clock, on the wall, as things stand. */
export function onTheWall(milliseconds: number): number {
  return machine.onTheWall(milliseconds)
}
