import {link, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {isGone, self, type Owner} from './owner.ts'
import {temporaryName} from './temporary.ts'

/** Who holds a lock, and since when (ISO 8601, UTC). */
export interface Holder extends Owner {
  readonly since: string
}

/** A lock that was taken, to be given back; or who has it, where that is known. */
export type Taken =
  | {readonly taken: true; readonly release: () => Promise<void>}
  | {readonly taken: false; readonly holder: Holder | undefined}

/** This process, as the holder of a lock it takes now. */
export function holderNow(): Holder {
  return {...self, since: new Date().toISOString()}
}

/**
 * Take a lock that is a file, where the kernel has none to offer. One whose process has ended is
 * taken over; no clock is asked whether it has.
 */
export async function takeLockFile(path: string): Promise<Taken> {
  for (let attempt = 0; ; attempt++) {
    const mine = temporaryName(path)
    await writeFile(mine, JSON.stringify(holderNow()), {flag: 'wx'})
    try {
      // Linked whole, so that nobody reads a lock without its holder.
      await link(mine, path)
      return {taken: true, release: () => rm(path, {force: true})}
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    } finally {
      await rm(mine, {force: true})
    }
    const text = await readFile(path, 'utf8').catch(() => '')
    const holder = parseHolder(text)
    if (attempt === 3 || (holder !== undefined && !isGone(holder))) return {taken: false, holder}
    if (holder !== undefined) await breakLock(path, text)
  }
}

/** Holder as JSON, as a lock says it. */
export function parseHolder(text: string): Holder | undefined {
  try {
    const {machine, pid, started, since} = Object(JSON.parse(text)) as Record<string, unknown>
    return typeof machine === 'string' &&
      typeof pid === 'number' &&
      typeof started === 'string' &&
      typeof since === 'string'
      ? {machine, pid, started, since}
      : undefined
  } catch {
    return undefined
  }
}

/** Moved away before it is removed: had another taken it over meanwhile, theirs is put back. */
async function breakLock(path: string, dead: string): Promise<void> {
  const aside = temporaryName(path)
  try {
    await rename(path, aside)
    if ((await readFile(aside, 'utf8')) !== dead) await link(aside, path)
  } catch {
    // Someone else broke it first.
  } finally {
    await rm(aside, {force: true})
  }
}
