/** Our own clock for what has none: a page may answer never. */
export interface Deadline {
  /** Milliseconds that there were. */
  readonly whole: number
  /** Milliseconds left, at least 1. */
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

/** A deadline so many milliseconds from now. */
export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds
  const left = () => Math.max(1, end - performance.now())
  return {
    whole: milliseconds,
    left,
    async hold(work, doing) {
      let timer: NodeJS.Timeout | undefined
      const bell = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new OutOfTime(milliseconds, doing))
        }, left())
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
