import {distance} from 'fastest-levenshtein'
import {hash} from '../hash.ts'
import type {MemoryEntry} from './entries.ts'
import {gramIndex} from './gram-index.ts'

/** A source text that a translation is sought for, with the sources beside it. */
export interface Wanted {
  readonly source: string
  readonly before: string
  readonly after: string
}

/** A translation that the memory offers. */
export interface MemoryMatch {
  readonly entry: MemoryEntry
  /** How alike the sources are: 100 only where they are the same to the letter. */
  readonly percent: number
  /** How many of the sources before and after are the same, too. */
  readonly neighbours: 0 | 1 | 2
}

/** All that was ever translated into one language, to be asked. */
export interface Memory {
  readonly size: number
  /** The best matches, best first: by the text, then by what stands beside it. */
  readonly find: (wanted: Wanted, least: number) => readonly MemoryMatch[]
}

/** Between two unchanged neighbours a text is most likely the old one reworded. */
const leastBetween = 50
/** What each unchanged neighbour is worth, in per cent. */
const worth = 4
const offers = 5

/** Make a memory of entries. What it finds for a text never depends on their order, ties apart. */
export function memory(entries: readonly MemoryEntry[]): Memory {
  const texts = entries.map(({source}) => plain(source))
  const index = gramIndex(texts)
  const exact = grouped(texts)
  const between = grouped(entries.map(({before, after}) => pair(before, after)))
  return {
    size: entries.length,
    find(wanted, least) {
      const text = plain(wanted.source)
      const same = (exact.get(text) ?? []).slice(-200)
      const placed = (between.get(pair(wanted.before, wanted.after)) ?? []).slice(-20)
      const numbers = new Set([...same, ...placed, ...index.alike(text)])
      const matches = [...numbers].flatMap((number): readonly MemoryMatch[] => {
        const entry = entries[number]
        if (entry === undefined) return []
        const neighbours = neighboursOf(entry, wanted)
        const lowest = neighbours === 2 ? Math.min(least, leastBetween) : least
        const percent = likeness(wanted.source, text, entry.source, texts[number] ?? '', lowest)
        return percent < lowest ? [] : [{entry, percent, neighbours}]
      })
      return distinct(matches.toSorted(better)).slice(0, offers)
    },
  }
}

function better(a: MemoryMatch, b: MemoryMatch): number {
  return b.percent + worth * b.neighbours - (a.percent + worth * a.neighbours)
}

function neighboursOf({before, after}: MemoryEntry, wanted: Wanted): 0 | 1 | 2 {
  const first = before !== '' && before === wanted.before
  const second = after !== '' && after === wanted.after
  return first && second ? 2 : first || second ? 1 : 0
}

/** Per cent of the longer text that need not be typed anew, rounded down. */
function likeness(a: string, plainA: string, b: string, plainB: string, least: number): number {
  if (a === b) return 100
  const longer = Math.max(plainA.length, plainB.length, 1)
  if ((100 * Math.min(plainA.length, plainB.length)) / longer < least) return 0
  return Math.min(99, Math.floor(100 * (1 - distance(plainA, plainB) / longer)))
}

/** Each text once, as its best match has it. */
function distinct(matches: readonly MemoryMatch[]): readonly MemoryMatch[] {
  const first = new Map(matches.toReversed().map((match) => [match.entry.target, match]))
  return matches.filter((match) => first.get(match.entry.target) === match)
}

function grouped(keys: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  for (const [number, key] of keys.entries()) {
    const group = groups.get(key)
    if (group !== undefined) group.push(number)
    else if (key !== '') groups.set(key, [number])
  }
  return groups
}

/** A fingerprint of both neighbours; none at the ends of an article, where nothing is between. */
function pair(before: string, after: string): string {
  return before === '' || after === '' ? '' : hash(`${before}\u0000${after}`)
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}
