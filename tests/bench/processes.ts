import {readFileSync, readdirSync} from 'node:fs'

/** A process as Linux tells of it (`/proc/PID/stat`, proc(5)); times in hundredths of a second. */
interface Process {
  readonly pid: number
  readonly parent: number
  /** CPU of its own, user and system. */
  readonly used: number
  /** CPU of its children that have ended, and of theirs. */
  readonly waited: number
  /** Resident memory. */
  readonly bytes: number
}

/** A process and all below it that live. */
export function familyOf(root: number): readonly Process[] {
  const all = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (processOf(name) ?? []) : [],
  )
  const below = new Set([root])
  for (let grown = true; grown;) {
    grown = false
    for (const {pid, parent} of all) {
      if (below.has(parent) && !below.has(pid)) grown = below.add(pid).size > 0
    }
  }
  return all.filter(({pid}) => below.has(pid))
}

/** A process by its number, or `self`; `undefined` where it has ended. */
export function processOf(name: string): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
    // The name in parentheses may hold spaces; fields are counted after it.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const at = (index: number) => fields[index] ?? 0
    return {
      pid: Number(stat.slice(0, stat.indexOf(' '))),
      parent: at(1),
      used: at(11) + at(12),
      waited: at(13) + at(14),
      bytes: at(21) * 4096,
    }
  } catch {
    return undefined
  }
}
