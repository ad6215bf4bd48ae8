import {self} from '../../pipeline/io/owner.ts'

/** The name of something unfinished that a process has left which has ended. */
export function leftBehind(what: string): string {
  return `${what}.${self.machine}-999999999-1-0123456789ab.tmp`
}
