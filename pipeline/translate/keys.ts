import type {Segment, SegmentKind} from '../model/segment.ts'
import type {More} from '../model/catalog.ts'
import {alignment} from './align.ts'
import type {Alignable} from './alignable.ts'
import {hash} from './hash.ts'
import type {UnkeyedSegment} from './segment.ts'

/** A segment as it was at the last sync, with the key it has. */
export interface Predecessor extends Alignable, More {
  readonly key: string
}

/** Segments that were merged or split, by their keys: one of them stands on both sides. */
export interface Regrouped {
  readonly befores: readonly string[]
  readonly nows: readonly string[]
}

/** An article's segments with their keys, and what became of whose. */
export interface Keyed {
  readonly segments: readonly Segment[]
  readonly regrouped: readonly Regrouped[]
}

/**
 * Give each segment its key: its predecessor's, else a new one that no segment ever had.
 *
 * @param used Every key that is or was in use, retired ones too.
 */
export function keyed(
  segments: readonly UnkeyedSegment[],
  predecessors: readonly Predecessor[],
  used: ReadonlySet<string>,
): Keyed {
  const {predecessors: places, regroupings} = alignment(
    predecessors,
    segments.map(({kind, container, text}) => ({
      kind,
      container,
      text,
      hash: hash(text),
      retired: false,
    })),
  )
  const taken = new Set(used)
  const withKeys = segments.map((segment, index) => {
    const before = predecessors[places[index] ?? -1]
    const key = before?.key ?? freshKey(segment.kind, segment.text, taken)
    taken.add(key)
    return {key, ...segment}
  })
  const keysOf = (all: readonly {readonly key: string}[], indices: readonly number[]) =>
    indices.map((place) => all[place]?.key ?? '')
  return {
    segments: withKeys,
    regrouped: regroupings.map(({befores, nows}) => ({
      befores: keysOf(predecessors, befores),
      nows: keysOf(withKeys, nows),
    })),
  }
}

/**
 * `paragraph-1f0a77c3`: the kind and the text at first sight; repeats are counted. It begins with
 * a letter, because JavaScript moves keys that look like numbers to the front.
 */
function freshKey(kind: SegmentKind, text: string, taken: ReadonlySet<string>): string {
  const base = `${kind}-${hash(text).slice(-8)}`
  let key = base
  for (let count = 2; taken.has(key); count++) key = `${base}-${count}`
  return key
}
