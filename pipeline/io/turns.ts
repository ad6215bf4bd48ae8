/**
 * Gives out jobs: to whoever had one, another about the same thing, which is at hand there; else
 * the first about what nobody has begun; else whatever is left.
 */
export function turnsOf<Job>(
  jobs: readonly Job[],
  about: (job: Job) => unknown,
): (last: Job | undefined) => Job | undefined {
  const queue = [...jobs]
  const begun = new Set<unknown>()
  return (last) => {
    const same = last === undefined ? -1 : queue.findIndex((job) => about(job) === about(last))
    const fresh = same < 0 ? queue.findIndex((job) => !begun.has(about(job))) : same
    const [job] = queue.splice(Math.max(0, fresh), 1)
    if (job !== undefined) begun.add(about(job))
    return job
  }
}
