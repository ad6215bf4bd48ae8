import {alignBlocks, type Bead} from '../align-blocks.ts'
import {featuresOf, type Features} from './features.ts'
import type {Item} from './items.ts'
import {lexiconOf, type Lexicon} from './lexicon.ts'
import {pairCost, type Proportion} from './likeness.ts'

/** Items of a source and of its translation that belong together. */
export interface Match {
  readonly sources: readonly number[]
  readonly targets: readonly number[]
  /** The lower the surer. */
  readonly cost: number
}

const gap = 4
const merging = 6

/** What it adds to a pair's cost that everything around it has no counterpart. */
const loneliness = 4
const reach = 5

/** By how much a pair must be cheaper than what else its blocks could go with, and what each bit less adds. */
const margin = 6
const rivalry = 1

/** What a pair gains where all of both documents goes block by block. */
const trust = 2

/** Whether two documents have the same blocks in the same order. */
export function isBuiltAlike(source: readonly Item[], target: readonly Item[]): boolean {
  return (
    source.length === target.length &&
    source.every(
      ({tag, container}, index) =>
        tag === target[index]?.tag && container === target[index]?.container,
    )
  )
}

/** Put two documents that are built alike together block by block; doubtful pairs cost more. */
export function alignInStep(source: readonly Item[], target: readonly Item[]): readonly Match[] {
  const [ours, theirs] = [source.map(featuresOf), target.map(featuresOf)]
  const pairs = ours.flatMap((a, index): readonly (readonly [Features, Features])[] => {
    const b = theirs[index]
    return b === undefined ? [] : [[a, b]]
  })
  const [proportion, lexicon] = [proportionOf(ours, theirs), lexiconOf(pairs)]
  return pairs.map(([a, b], index) => ({
    sources: [index],
    targets: [index],
    cost: pairCost(a, b, proportion, lexicon) - trust,
  }))
}

/** How badly two documents that are built alike fit together. */
export function costInStep(source: readonly Item[], target: readonly Item[]): number {
  return alignInStep(source, target).reduce((sum, {cost}) => sum + cost, 0)
}

/**
 * Find what translates what in two documents that have drifted apart: the cheapest walk through
 * both, then once more with the words that the first walk has put together.
 */
export function alignDocuments(source: readonly Item[], target: readonly Item[]): readonly Match[] {
  const [ours, theirs] = [source.map(featuresOf), target.map(featuresOf)]
  const first = walk(ours, theirs, proportionOf(ours, theirs), undefined)
  const pairs = first.flatMap(({befores, nows, cost}) => {
    const [a, b] = [ours[befores[0] ?? -1], theirs[nows[0] ?? -1]]
    const isPair = befores.length === 1 && nows.length === 1 && a !== undefined && b !== undefined
    return isPair ? [{pair: [a, b] as const, cost}] : []
  })
  const cheaperThan = (most: number) => pairs.filter(({cost}) => cost <= most).map(({pair}) => pair)
  const sure = cheaperThan(2)
  const proportion = proportionOf(
    sure.map(([a]) => a),
    sure.map(([, b]) => b),
  )
  const lexicon = lexiconOf(cheaperThan(4))
  const beads = walk(ours, theirs, proportion, lexicon)
  const costOf = (before: number, now: number) => {
    const [a, b] = [ours[before], theirs[now]]
    return a === undefined || b === undefined ? Infinity : pairCost(a, b, proportion, lexicon)
  }
  return beads.flatMap(({befores, nows, cost}, index) =>
    befores.length === 0 || nows.length === 0
      ? []
      : [
          {
            sources: befores,
            targets: nows,
            cost:
              cost +
              loneliness * gapsAround(beads, index) +
              rivalry * Math.max(0, margin - leadOver(beads, index, costOf)),
          },
        ],
  )
}

/** The share of what stands around a pair that has no counterpart: among new text a pair is doubtful. */
function gapsAround(beads: readonly Bead[], index: number): number {
  const around = [
    ...beads.slice(Math.max(0, index - reach), index),
    ...beads.slice(index + 1, index + 1 + reach),
  ]
  const gaps = around.filter(({befores, nows}) => befores.length === 0 || nows.length === 0)
  return gaps.length / Math.max(1, around.length)
}

/** How much dearer the next best choice is: a block nearby that was left without a counterpart. */
function leadOver(
  beads: readonly Bead[],
  index: number,
  costOf: (before: number, now: number) => number,
): number {
  const [before, now] = [beads[index]?.befores[0] ?? -1, beads[index]?.nows[0] ?? -1]
  const rivals = beads
    .slice(Math.max(0, index - reach), index + 1 + reach)
    .flatMap(({befores, nows}) =>
      nows.length === 0
        ? befores.map((other) => costOf(other, now))
        : befores.length === 0
          ? nows.map((other) => costOf(before, other))
          : [],
    )
  return Math.min(...rivals) - costOf(before, now)
}

function walk(
  ours: readonly Features[],
  theirs: readonly Features[],
  proportion: Proportion,
  lexicon: Lexicon | undefined,
): readonly Bead[] {
  const cost = (a: Features | undefined, b: Features | undefined) =>
    a === undefined || b === undefined ? Infinity : pairCost(a, b, proportion, lexicon)
  const [oursJoined, theirsJoined] = [ours, theirs].map((list) =>
    list.map((one, index) => joined(one, list[index + 1])),
  )
  return alignBlocks(ours.length, theirs.length, {
    pair: (before, now) => cost(ours[before], theirs[now]),
    merge: (before, now) => merging + cost(oursJoined?.[before], theirs[now]),
    split: (before, now) => merging + cost(ours[before], theirsJoined?.[now]),
    gap,
  })
}

/** Two paragraphs as one. */
function joined(a: Features | undefined, b: Features | undefined): Features | undefined {
  if (a?.kind !== 'paragraph' || b?.kind !== 'paragraph') return undefined
  const both = (name: 'code' | 'addresses' | 'numbers' | 'latin' | 'words') =>
    new Set([...a[name], ...b[name]])
  return {
    ...a,
    text: `${a.text}\n${b.text}`,
    length: a.length + b.length,
    code: both('code'),
    addresses: both('addresses'),
    numbers: both('numbers'),
    latin: both('latin'),
    words: both('words'),
  }
}

function proportionOf(ours: readonly Features[], theirs: readonly Features[]): Proportion {
  const sum = (all: readonly Features[]) => all.reduce((total, {length}) => total + length, 0)
  const ratio = sum(theirs) / Math.max(1, sum(ours))
  return {ratio: Math.min(2, Math.max(0.3, ratio || 1)), variance: 1.5}
}
