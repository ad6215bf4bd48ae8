/** Our own clock for what has none: a page may answer never. */
export interface Deadline {
  /** Milliseconds left, at least 1. */
  left(): number
  /** The promise's outcome, or a rejection when the time is up first. */
  hold<Result>(work: Promise<Result>, doing: string): Promise<Result>
}

export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds
  const left = () => Math.max(1, end - performance.now())
  return {
    left,
    async hold(work, doing) {
      let timer: NodeJS.Timeout | undefined
      const bell = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new Error(`not done within ${milliseconds} ms: ${doing}`))
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
