import {readFileSync} from 'node:fs'
import {diffArrays} from 'diff'
import {readTranslation} from '../../pipeline/ingest/translation.ts'
import {chanceFrom} from './chance-from.ts'
import {itemsOf, type Item} from '../../pipeline/translate/import/items.ts'

/** A source, its translation, and what is known of how they go together. */
export interface Drifted {
  readonly id: string
  readonly source: readonly Item[]
  readonly target: readonly Item[]
  /** Index in the source → index in the translation: pairs known to be true. */
  readonly gold: ReadonlyMap<number, number>
  /** Indices of segments of the source that the translation has nothing for. */
  readonly fresh: ReadonlySet<number>
}

interface Pair {
  readonly id: string
  readonly origin: string
  readonly en: string
  readonly ko: string
  readonly en_base?: string
}

const folder = new URL('../fixtures/translate/pairs/', import.meta.url)
const {pairs} = JSON.parse(readFileSync(new URL('pairs.json', folder), 'utf8')) as {
  readonly pairs: readonly Pair[]
}

function read({origin}: Pair, path: string | undefined): readonly Item[] {
  if (path === undefined) return []
  // Of the five only these two write MDX; the course writes a dialect of its own.
  const dialect = origin === 'astro' || origin === 'react' ? 'mdx' : 'md'
  return itemsOf(readTranslation(path, readFileSync(new URL(path, folder), 'utf8'), 'en', dialect))
}

/**
 * Pairs whose English was edited after it was translated. The revision that was translated tells
 * which blocks go together: those that the edits left as they were.
 */
export function realDrift(): readonly Drifted[] {
  return pairs
    .filter(({en_base}) => en_base !== undefined)
    .flatMap((pair): readonly Drifted[] => {
      const [source, target, base] = [pair.en, pair.ko, pair.en_base].map((path) =>
        read(pair, path),
      )
      if (source === undefined || target === undefined || base?.length !== target.length) return []
      const gold = unedited(base, source)
      const words = base.map(({text}) => wordsOf(text))
      const fresh = source.flatMap(({segment, tag, text}, index) =>
        segment === undefined ||
        tag === 'headline' ||
        gold.has(index) ||
        words.some((own) => overlap(own, wordsOf(text)) >= 0.5)
          ? []
          : [index],
      )
      return [{id: pair.id, source, target, gold, fresh: new Set(fresh)}]
    })
}

/** Index in the source → index in its earlier revision, of every block that is byte for byte the same. */
function unedited(base: readonly Item[], source: readonly Item[]): ReadonlyMap<number, number> {
  const [before, now] = [base, source].map((items) => items.map(({tag, text}) => `${tag}\0${text}`))
  const same = new Map<number, number>()
  let [old, own] = [0, 0]
  for (const {added, removed, value} of diffArrays(before ?? [], now ?? [])) {
    if (!added && !removed)
      for (const step of value.keys())
        if (source[own + step]?.text !== '') same.set(own + step, old + step)
    if (!added) old += value.length
    if (!removed) own += value.length
  }
  return same
}

/** Pairs built alike, from each side of which runs of blocks are taken away by chance. */
export function madeDrift(seed: number): readonly Drifted[] {
  const random = chanceFrom(seed)
  return pairs
    .filter(({en_base}) => en_base === undefined)
    .flatMap((pair): readonly Drifted[] => {
      const [english, korean] = [read(pair, pair.en), read(pair, pair.ko)]
      if (english.length !== korean.length) return []
      const [source, target]: [Item[], Item[]] = [[], []]
      const [gold, fresh] = [new Map<number, number>(), new Set<number>()]
      for (let index = 0; index < english.length;) {
        const what = index === 0 ? 1 : random()
        const end = index + 1 + (what < 0.12 ? Math.floor(random() * 3) : 0)
        for (; index < Math.min(end, english.length); index++) {
          const [own, theirs] = [english[index], korean[index]]
          if (own === undefined || theirs === undefined) continue
          if (what < 0.06 && own.segment !== undefined) fresh.add(source.length)
          if (what >= 0.12) gold.set(source.length, target.length)
          if (what < 0.06 || what >= 0.12) source.push(own)
          if (what >= 0.06) target.push(theirs)
        }
      }
      return [{id: pair.id, source, target, gold, fresh}]
    })
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The Dice coefficient over words with their number. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const left = [...a]
  const shared = b.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return (2 * shared) / Math.max(1, a.length + b.length)
}
