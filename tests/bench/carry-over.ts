import {readdirSync, readFileSync} from 'node:fs'
import {performance} from 'node:perf_hooks'
import {readArticle} from '../../pipeline/ingest/article.ts'
import {alignment, type Alignment} from '../../pipeline/translate/align.ts'
import type {Alignable} from '../../pipeline/translate/alignable.ts'
import {hash} from '../../pipeline/translate/hash.ts'
import {segment, type UnkeyedSegment} from '../../pipeline/translate/segment.ts'
import {chanceFrom} from './chance-from.ts'
import {revise, type Revised, type Touch} from './revise.ts'

interface Tally {
  readonly right: number
  readonly of: number
}

/** How keys, and with them translations, followed their segments. */
export interface CarryOver {
  readonly revisions: number
  /** Blocks that should have kept their key, by what was done to them. */
  readonly kept: ReadonlyMap<Touch, Tally>
  /** New blocks that were rightly given a new key. */
  readonly fresh: Tally
  /** Keys that were carried over, and of these the ones to another block. */
  readonly carried: number
  readonly wrong: number
  /** Blocks that were merged or split, and known for it, so that all of the translation followed. */
  readonly regrouped: Tally
  /** Blocks taken for merged or split that were not. */
  readonly mistaken: number
  readonly milliseconds: number
}

const folder = new URL('../fixtures/translate/revisions/', import.meta.url)

/** Real documents and an earlier revision of each (`.earlier`), cut into segments. */
export const documents: ReadonlyMap<string, readonly UnkeyedSegment[]> = new Map(
  readdirSync(folder)
    .filter((name) => /\.mdx?$/u.test(name) && name !== 'README.md')
    .map((name) => [name, blocksOf(readFileSync(new URL(name, folder), 'utf8'))]),
)

function blocksOf(text: string): readonly UnkeyedSegment[] {
  const file = {path: 'articles/a/article.md', text: text.replace(/^title:/mu, 'headline:')}
  const {article} = readArticle(file, 'en')
  return article === undefined ? [] : segment(article)
}

/** The predecessor of each new block, and what was merged and split. */
export function aligned(
  olds: readonly Pick<Alignable, 'text' | 'kind' | 'container'>[],
  news: readonly Pick<Alignable, 'text' | 'kind' | 'container'>[],
): Alignment {
  return alignment(olds.map(alignable), news.map(alignable))
}

function alignable({text, kind, container}: Pick<Alignable, 'text' | 'kind' | 'container'>) {
  return {text, kind, container, hash: hash(text), retired: false}
}

/** Revise every document some times, with edits that are known, and see what is carried over. */
export function measureCarryOver(rounds: number): CarryOver {
  const chance = chanceFrom(20261124)
  const parts: CarryOver[] = []
  for (let round = 0; round < rounds; round++) {
    for (const [name, olds] of documents) {
      const strangers = [...documents].flatMap(([other, blocks]) =>
        stem(other) === stem(name) ? [] : blocks,
      )
      const news = revise(olds, strangers, chance)
      const start = performance.now()
      const pairs = aligned(olds, news)
      parts.push({...judged(news, pairs), milliseconds: performance.now() - start})
    }
  }
  return parts.reduce(together)
}

function stem(name: string): string {
  return name.replace('.earlier', '')
}

function judged(
  news: readonly Revised[],
  {predecessors: pairs, regroupings}: Alignment,
): CarryOver {
  const kept = new Map<Touch, Tally>()
  let [fresh, carried, wrong]: [Tally, number, number] = [{right: 0, of: 0}, 0, 0]
  for (const [index, {from, touch}] of news.entries()) {
    const before = pairs[index]
    if (before !== undefined) carried++
    if (before !== undefined && !from.includes(before)) wrong++
    if (touch === 'new') fresh = counted(fresh, before === undefined)
    // Of the two halves of a block one has its key, of two merged blocks one gives its key.
    else if (touch !== 'split' || news[index - 1]?.from[0] !== from[0]) {
      const halves = touch === 'split' ? [before, pairs[index + 1]] : [before]
      const isRight = halves.some((half) => half !== undefined && from.includes(half))
      kept.set(touch, counted(kept.get(touch) ?? {right: 0, of: 0}, isRight))
    }
  }
  const isTrue = (index: number, befores: readonly number[], touch: Touch) =>
    news[index]?.touch === touch && befores.every((before) => news[index]?.from.includes(before))
  const known = regroupings.filter(({befores, nows}) =>
    nows.every((now) => isTrue(now, befores, nows.length === 1 ? 'merged' : 'split')),
  )
  const halves = news.filter(({touch}) => touch === 'split').length
  const merged = news.filter(({touch}) => touch === 'merged').length
  return {
    revisions: 1,
    kept,
    fresh,
    carried,
    wrong,
    regrouped: {right: known.length, of: halves / 2 + merged},
    mistaken: regroupings.length - known.length,
    milliseconds: 0,
  }
}

function counted({right, of}: Tally, isRight: boolean): Tally {
  return {right: right + Number(isRight), of: of + 1}
}

/** The sum of two tallies. */
export function added(a: Tally, b: Tally): Tally {
  return {right: a.right + b.right, of: a.of + b.of}
}

function together(a: CarryOver, b: CarryOver): CarryOver {
  const kept = new Map(a.kept)
  for (const [touch, tally] of b.kept) {
    kept.set(touch, added(kept.get(touch) ?? {right: 0, of: 0}, tally))
  }
  return {
    revisions: a.revisions + b.revisions,
    kept,
    fresh: added(a.fresh, b.fresh),
    carried: a.carried + b.carried,
    wrong: a.wrong + b.wrong,
    regrouped: added(a.regrouped, b.regrouped),
    mistaken: a.mistaken + b.mistaken,
    milliseconds: a.milliseconds + b.milliseconds,
  }
}
