import type {Likenable} from './likeness.ts'

/** What aligning looks at in a segment. */
export interface Alignable extends Likenable {
  /** Fingerprint of the text as it was at the last sync. */
  readonly hash: string
  /** It has left the article; only the same text brings it back. */
  readonly retired: boolean
}

/** Index of an old segment and of the new one it became. */
export type Pair = readonly [before: number, now: number]

/** Two old segments that became one, or one that became two, by their indices. */
export interface Regrouping {
  readonly befores: readonly number[]
  readonly nows: readonly number[]
}

/** The segments that have no counterpart yet, with their places in the article. */
export interface Leftover {
  readonly olds: readonly Placed[]
  readonly news: readonly Placed[]
}

export type Placed = readonly [index: number, segment: Alignable]

/** Whether it is the same text in the same kind of block, and in use. */
export function isEqual(before: Alignable, now: Alignable): boolean {
  return !before.retired && before.hash === now.hash && before.kind === now.kind
}
