/** Work that stops after each of many steps, for whoever does it to see to other things. */
export type Steps<Result> = Generator<undefined, Result>

/** Do all steps at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const {done, value} = steps.next()
    if (done === true) return value
  }
}
