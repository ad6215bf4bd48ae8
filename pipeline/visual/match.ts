import {diffArrays} from 'diff'
import {grouped} from '../model/grouped.ts'
import type {Box, Layout} from '../model/layout.ts'

/** Which box of one layout is which of another, and which have no counterpart. By index. */
export interface Match {
  /** Box of the second layout → box of the first. */
  readonly pairs: ReadonlyMap<number, number>
  readonly vanished: readonly number[]
  readonly appeared: readonly number[]
}

/** Beyond so many differences two layouts are two pages. */
const MOST_EDITS = 3000

/**
 * Finds each element again: in document order, by tag, id, parent and text; what is left, by its
 * text wherever it went; what lies in the same gap, by its tag and likeness; and what is another kind
 * of element now, by the same text or the same contents in it.
 */
export function matchBoxes(before: Layout, after: Layout): Match {
  const parts = diffArrays(before.boxes.map(keyIn(before)), after.boxes.map(keyIn(after)), {
    maxEditLength: MOST_EDITS,
  }) ?? [
    {added: false, removed: true, count: before.boxes.length},
    {added: true, removed: false, count: after.boxes.length},
  ]
  const pairs = new Map<number, number>()
  const gaps: {readonly old: number[]; readonly now: number[]}[] = []
  let [i, j] = [0, 0]
  let gap = {old: [] as number[], now: [] as number[]}
  for (const {added, removed, count} of parts) {
    for (let step = 0; step < count; step++) {
      if (removed) gap.old.push(i++)
      else if (added) gap.now.push(j++)
      else {
        pairs.set(j++, i++)
        if (gap.old.length + gap.now.length > 0) gaps.push(gap)
        gap = {old: [], now: []}
      }
    }
  }
  gaps.push(gap)
  matchMoved(before, after, gaps, pairs)
  for (const one of gaps) matchWithin(before, after, one, pairs)
  followContents(before, after, pairs)
  matchRanks(before, after, pairs)
  const used = new Set(pairs.values())
  const all = (layout: Layout) => layout.boxes.map((_, index) => index)
  return {
    pairs,
    vanished: all(before).filter((index) => !used.has(index)),
    appeared: all(after).filter((index) => !pairs.has(index)),
  }
}

function keyIn({boxes}: Layout) {
  return ({tag, id, hash, parent}: Box) => {
    const around = boxes[parent]
    return [around?.tag, around?.id, tag, id, hash].join('\n')
  }
}

/** What has the same tag and text and is only somewhere else now. */
function matchMoved(
  before: Layout,
  after: Layout,
  gaps: readonly {readonly old: readonly number[]; readonly now: readonly number[]}[],
  pairs: Map<number, number>,
): void {
  const free = new Map<string, number[]>()
  for (const index of gaps.flatMap(({old}) => old)) {
    const key = wordsOf(before.boxes[index])
    if (key !== undefined) free.set(key, [...(free.get(key) ?? []), index])
  }
  for (const index of gaps.flatMap(({now}) => now)) {
    const old = free.get(wordsOf(after.boxes[index]) ?? '')?.shift()
    if (old !== undefined) pairs.set(index, old)
  }
}

/**
 * What has no text of its own is what its contents are: of two sections that changed places each is
 * the one that its heading was in, whatever lies where it lay.
 */
function followContents(before: Layout, after: Layout, pairs: Map<number, number>): void {
  const contents = grouped([...after.boxes.keys()], (index) => after.boxes[index]?.parent)
  const homeOf = (index: number): number | undefined => {
    const box = after.boxes[index]
    if (box === undefined || box.hash !== '') return undefined
    const [home, ...others] = new Set(
      (contents.get(index) ?? []).flatMap(
        (one) => before.boxes[pairs.get(one) ?? -1]?.parent ?? [],
      ),
    )
    const was = before.boxes[home ?? -1]
    return others.length === 0 && was?.hash === '' && was.tag === box.tag ? home : undefined
  }
  const isNew = (index: number) => {
    const inner = contents.get(index) ?? []
    return inner.length > 0 && inner.every((one) => !pairs.has(one))
  }
  // From the innermost outwards: what lies in them has been found.
  const levels = grouped([...after.boxes.keys()], (index) => depthOf(after, index))
  for (const [, level] of [...levels].sort(([a], [b]) => b - a)) {
    const homes = new Map(level.map((index) => [index, homeOf(index)] as const))
    const owners = new Map([...pairs].map(([index, from]) => [from, index]))
    const taken = new Map<number, number>()
    for (const [index, home] of homes) {
      if (home === undefined || home === pairs.get(index) || taken.has(home)) continue
      const owner = owners.get(home)
      // Whoever has it keeps it, unless its own contents came from elsewhere, or are all new.
      const isOwned = owner !== undefined && (homes.get(owner) ?? home) === home
      if (!isOwned || isNew(owner)) taken.set(home, index)
    }
    for (const home of taken.keys()) pairs.delete(owners.get(home) ?? -1)
    for (const [home, index] of taken) pairs.set(index, home)
  }
}

/** What has no counterpart of its own tag, and the same text as one of another, or all that was in one. */
function matchRanks(before: Layout, after: Layout, pairs: Map<number, number>): void {
  const used = new Set(pairs.values())
  const free = [...before.boxes.keys()].filter((index) => !used.has(index))
  const news = [...after.boxes.keys()].filter((index) => !pairs.has(index))
  const take = (index: number, at: number) => {
    for (const found of free.splice(at, 1)) pairs.set(index, found)
  }
  for (const index of news) {
    const hash = after.boxes[index]?.hash ?? ''
    const at = free.findIndex((one) => before.boxes[one]?.hash === hash)
    if (hash !== '' && at >= 0) take(index, at)
  }
  for (const index of news) {
    if (after.boxes[index]?.hash !== '') continue
    const inner = [...pairs].filter(([one]) => after.boxes[one]?.parent === index)
    const homes = new Set(inner.map(([, from]) => before.boxes[from]?.parent ?? -1))
    const [home = -1] = homes
    const at = free.indexOf(home)
    if (homes.size === 1 && at >= 0 && before.boxes[home]?.hash === '') take(index, at)
  }
}

function depthOf({boxes}: Layout, index: number): number {
  let depth = 0
  for (let at = index; at > 0; at = boxes[at]?.parent ?? -1) depth++
  return depth
}

function wordsOf(box: Box | undefined): string | undefined {
  return box === undefined || box.hash === '' ? undefined : `${box.tag}\n${box.hash}`
}

/** Of what is left between two found elements: the likest first, then what comes in the same order. */
function matchWithin(
  before: Layout,
  after: Layout,
  {old, now}: {readonly old: readonly number[]; readonly now: readonly number[]},
  pairs: Map<number, number>,
): void {
  const used = new Set(pairs.values())
  const free = old.filter((index) => !used.has(index))
  const take = (index: number, found: number | undefined) => {
    if (found === undefined) return
    pairs.set(index, found)
    free.splice(free.indexOf(found), 1)
  }
  const open = () => now.filter((index) => !pairs.has(index))
  const fits = (a: Box | undefined, b: Box | undefined) =>
    a?.tag === b?.tag && (a?.hash === '') === (b?.hash === '')
  for (const index of open()) {
    const box = after.boxes[index]
    const likest = free
      .filter((one) => box?.hash !== '' && fits(before.boxes[one], box))
      .map((one) => ({one, likeness: likenessOf(before.boxes[one]?.text, box?.text)}))
      .sort((a, b) => b.likeness - a.likeness)[0]
    if (likest && likest.likeness > 0.5) take(index, likest.one)
  }
  for (const tag of new Set(open().map((index) => after.boxes[index]?.tag))) {
    const news = open().filter((index) => after.boxes[index]?.tag === tag)
    const olds = free.filter((index) => before.boxes[index]?.tag === tag)
    // As many as there were: they were changed, and not taken away and replaced.
    if (news.length !== olds.length) continue
    for (const [at, index] of news.entries()) {
      if (fits(before.boxes[olds[at] ?? -1], after.boxes[index])) take(index, olds[at])
    }
  }
}

/** Dice's coefficient over words, or over pairs of letters where there are few words. */
function likenessOf(one = '', other = ''): number {
  const words = [one, other].map((text) => text.split(/\s+/))
  const isShort = words.some(({length}) => length < 4)
  const [a = [], b = []] = isShort ? [one, other].map(lettersOf) : words
  if (a.length + b.length === 0) return 0
  const rest = [...b]
  let common = 0
  for (const part of a) {
    const at = rest.indexOf(part)
    if (at < 0) continue
    rest.splice(at, 1)
    common++
  }
  return (2 * common) / (a.length + b.length)
}

function lettersOf(text: string): readonly string[] {
  return Array.from({length: Math.max(0, text.length - 1)}, (_, at) => text.slice(at, at + 2))
}
