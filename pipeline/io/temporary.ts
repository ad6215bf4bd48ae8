import {randomBytes} from 'node:crypto'
import {lstat, readdir, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {isGone, self} from './owner.ts'

/** A name, taken by nobody else, for something unfinished; it says whose it is. */
export function temporaryName(what: string): string {
  const {machine, pid, started} = self
  return `${what}.${machine}-${pid}-${started}-${randomBytes(6).toString('hex')}.tmp`
}

/**
 * Remove what processes that have ended left unfinished in a folder. What another machine began is
 * left alone for a day.
 *
 * @param of only what was made of this; `undefined`: all of it
 */
export async function sweep(folder: string, of: string | undefined): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, what, machine = '', pid, started = ''] =
      /^(.+)\.([0-9a-f]{8})-(\d+)-(\d*)-[0-9a-f]{12}\.tmp$/s.exec(name) ?? []
    if (what === undefined || (of !== undefined && what !== of)) continue
    const path = join(folder, name)
    const left =
      machine === self.machine ? isGone({machine, pid: Number(pid), started}) : await isOld(path)
    if (left) await rm(path, {recursive: true, force: true})
  }
}

/** Whether nothing was put there for a day. */
export async function isOld(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > 86_400_000
}
