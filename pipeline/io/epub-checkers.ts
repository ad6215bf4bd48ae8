import type {EpubMessage} from '../model/file-evidence.ts'
import {installedAce} from './installed-ace.ts'
import {installedEpubCheck} from './installed-epubcheck.ts'

/** A checker of EPUBs that somebody has installed. */
export interface EpubChecker {
  /** Whose it is. */
  readonly by: EpubMessage['by']
  /** Which file it is: what it said is remembered under this name. */
  readonly name: string
  /** @throws Error where it gives no answer */
  ask(epub: Uint8Array): Promise<readonly EpubMessage[]>
}

/** Those on this PATH, which are asked beside the checker that comes with Galley. */
export function epubCheckers(path: string): readonly EpubChecker[] {
  return [installedEpubCheck(path), installedAce(path)].filter((one) => one !== undefined)
}

/** Those that are not among them. */
export function absentCheckers(installed: readonly EpubChecker[]): readonly EpubMessage['by'][] {
  return (['EPUBCheck', 'Ace'] as const).filter((one) => installed.every(({by}) => by !== one))
}
