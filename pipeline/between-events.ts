import type {Steps} from './model/steps.ts'

/**
 * Do work with room for events between its steps: a run that works for minutes can be stopped, and
 * what the parser holds outside of JavaScript's memory is given back.
 */
export async function betweenEvents<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const {done, value} = steps.next()
    if (done === true) return value
    await new Promise(setImmediate)
  }
}
