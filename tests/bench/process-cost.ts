import {spawn} from 'node:child_process'
import {familyOf, processOf} from './processes.ts'

/** What a program and all that it started has cost. */
export interface ProcessCost {
  /** Milliseconds from its start to its end. */
  readonly wall: number
  /** Milliseconds of CPU, of every process below it too. */
  readonly cpu: number
  /** Resident bytes of all of them together, ten times a second; shared pages count once each. */
  readonly memory: readonly number[]
  readonly code: number
  readonly output: string
}

/**
 * Runs a program to its end and adds up what it and its descendants cost, as Linux tells it
 * (`/proc/PID/stat`, proc(5)): of those that ended, their parents were told. A browser that is left
 * behind tells nobody, so all are asked every 100 ms, and the higher sum counts. One at a time;
 * rejects elsewhere than on Linux.
 */
export function processCost(
  program: string,
  words: readonly string[],
  options: {
    readonly cwd?: string
    readonly env?: Readonly<Record<string, string | undefined>>
  } = {},
): Promise<ProcessCost> {
  return new Promise((resolve, reject) => {
    if (process.platform !== 'linux') reject(new Error('Costs are read from /proc: Linux only.'))
    const start = performance.now()
    const child = spawn(program, [...words], {
      ...options,
      env: {...process.env, ...options.env},
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const before = waitedFor()
    let seen = 0
    const memory: number[] = []
    let output = ''
    const ask = setInterval(() => {
      const all = familyOf(child.pid ?? 0)
      seen = Math.max(
        seen,
        all.reduce((sum, {used, waited}) => sum + used + waited, 0),
      )
      memory.push(all.reduce((sum, {bytes}) => sum + bytes, 0))
    }, 100)
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(ask)
      const ticks = Math.max(seen, waitedFor() - before)
      resolve({wall: performance.now() - start, cpu: ticks * 10, memory, code: code ?? 1, output})
    })
  })
}

/** Ticks of all children of this process that have ended, and of theirs. */
function waitedFor(): number {
  return processOf('self')?.waited ?? 0
}
