import {readFileSync, readlinkSync} from 'node:fs'
import {hostname} from 'node:os'
import {sha256} from './digest.ts'

/** A process, told apart from a later one that was given its number. */
export interface Owner {
  /** Names what process numbers hold good in: this host, since it started, in this container. */
  readonly machine: string
  readonly pid: number
  /** When it started, in the kernel's own count; empty where the system does not tell. */
  readonly started: string
}

/** This process. */
export const self: Owner = {machine: machine(), pid: process.pid, started: startOf(process.pid)}

/** Whether the process has ended for certain. Of another machine's nothing is certain. */
export function isGone({machine: where, pid, started}: Owner): boolean {
  if (where !== self.machine) return false
  return !isAlive(pid) || startOf(pid) !== started
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Whether a process was started by this one, or by one that was. A number that comes from another
 * container says nothing here; only Linux has those.
 */
export function descendsFromUs(pid: number): boolean {
  if (process.platform !== 'linux') return true
  let at = pid
  while (at > 1 && at !== process.pid) at = Number(fieldOf(at, 4))
  return at === process.pid
}

function startOf(pid: number): string {
  return fieldOf(pid, 22)
}

/** A field of `/proc/<pid>/stat` (proc(5)), counted from behind the name, which may hold spaces. */
function fieldOf(pid: number, number: number): string {
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[number - 3] ?? ''
}

function machine(): string {
  const parts = [
    hostname(),
    read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    read(() => readlinkSync('/proc/self/ns/pid')),
  ]
  return sha256(parts.join('\n')).slice(0, 8)
}

function read(run: () => string): string {
  try {
    return run()
  } catch {
    return ''
  }
}
