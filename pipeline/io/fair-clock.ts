import {cpus, loadavg} from 'node:os'

/** Counts milliseconds as a machine that has nothing else to do would need them. */
export interface FairClock {
  /** Milliseconds from some moment on. */
  now(): number
  /** How many milliseconds pass on the wall, as things stand, while so many of these do. */
  onTheWall(milliseconds: number): number
}

/**
 * A clock that goes slower where more wants to run than there are processors, by as much as each has to
 * wait for its turn: a page is not late because others are at work. At a tenth of its pace it goes on,
 * so that what hangs comes to an end.
 *
 * @param load how many want to run for each processor, on average
 * @param wall milliseconds that have passed for everybody
 */
export function fairClock(load = loadOfMachine, wall = () => performance.now()): FairClock {
  let [seen, counted] = [wall(), 0]
  const pace = () => 1 / Math.min(10, Math.max(1, load()))
  return {
    now() {
      const now = wall()
      counted += (now - seen) * pace()
      seen = now
      return counted
    },
    onTheWall: (milliseconds) => milliseconds / pace(),
  }
}

/** How long what was read of the machine counts, in milliseconds: Linux itself counts every five seconds. */
const LATELY = 1_000

let [load, read] = [0, -LATELY]

/**
 * Of the last minute; none is known on Windows. Both count the whole machine, also from a container. To
 * ask takes longer than what is timed by it, the more processors there are.
 */
function loadOfMachine(): number {
  const now = performance.now()
  if (now - read >= LATELY) {
    const [lastMinute = 0] = loadavg()
    ;[load, read] = [lastMinute / Math.max(1, cpus().length), now]
  }
  return load
}
