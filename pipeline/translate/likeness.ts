import {distance} from 'fastest-levenshtein'
import type {SegmentKind} from '../model/segment.ts'
import {segmentsIn} from '../words/segments-in.ts'

/** What is compared of a block. */
export interface Likenable {
  readonly kind: SegmentKind
  readonly container: string
  readonly text: string
}

/** A block, prepared for being compared with many others. */
export interface Profile extends Likenable {
  /** Its words with their number. */
  readonly words: ReadonlyMap<string, number>
  readonly count: number
  /** What a rewording leaves alone: code, addresses, numbers, names. */
  readonly anchors: ReadonlySet<string>
}

function profile(blocks: readonly Likenable[]): Profile {
  const {kind, container} = blocks[0] ?? {kind: 'paragraph', container: ''}
  const text = blocks.map((block) => block.text).join(' ')
  const list = wordsOf(text)
  const words = new Map<string, number>()
  for (const word of list) words.set(word, (words.get(word) ?? 0) + 1)
  const anchors = new Set([...text.matchAll(anchor)].map(([found]) => found))
  return {kind, container, text, words, count: list.length, anchors}
}

const anchor =
  /`[^`]+`|(?<=\]\()[^)\s]+|https?:\/\/[^\s)>]+|\d[\d.,:]*|(?<=[\p{L}\d,] )\p{Lu}[\p{L}-]+/gu

/**
 * How alike two blocks of one language are: 0 for nothing in common, 1 for the same. Words count
 * most (the Dice coefficient over words with their number); of a few words, spelling counts too.
 * Code, addresses, numbers and names in common speak for it, others against it, as do another kind
 * of block and another container.
 */
export function likeness(a: Profile, b: Profile): number {
  const all = a.count + b.count
  if (all === 0) return a.text === b.text ? 1 : 0
  if ((2 * Math.min(a.count, b.count)) / all < 0.3) return 0
  const shared = (2 * common(a.words, b.words)) / all
  const few = a.count <= 6 && b.count <= 6
  const words = few ? Math.max(shared, spelling(a, b)) : shared
  const same = (a.kind === b.kind ? 1 : 0.9) * (a.container === b.container ? 1 : 0.95)
  return Math.max(0, Math.min(1, words + anchored(a.anchors, b.anchors))) * same
}

function anchored(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 0
  const both = [...a].filter((one) => b.has(one)).length
  return 0.15 * (both / (a.size + b.size - both) - 0.6)
}

function common(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [word, count] of a) sum += Math.min(count, b.get(word) ?? 0)
  return sum
}

function spelling({text: a}: Profile, {text: b}: Profile): number {
  return 1 - distance(a.toLowerCase(), b.toLowerCase()) / Math.max(a.length, b.length, 1)
}

// The rules for word boundaries hardly differ by language; Korean, Japanese and Chinese are told by script.
const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/** A text's words in lower case, in order. */
function wordsOf(text: string): readonly string[] {
  return [...segmentsIn(text.toLowerCase(), segmenter)].flatMap(({segment, isWordLike}) =>
    isWordLike ? [segment] : [],
  )
}

/** Profiles of one block, or of blocks taken together, each made when it is first asked for. */
export function profiles(
  blocks: readonly Likenable[],
): (first: number, ...more: readonly number[]) => Profile {
  const made = new Map<string, Profile>()
  return (...indices) => {
    const name = indices.join('+')
    const known = made.get(name)
    if (known !== undefined) return known
    const fresh = profile(indices.flatMap((index) => blocks[index] ?? []))
    made.set(name, fresh)
    return fresh
  }
}
