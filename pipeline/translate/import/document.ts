import type {Article} from '../../model/article.ts'
import type {Finding} from '../../model/finding.ts'
import type {Segment} from '../../model/segment.ts'
import {align} from '../align.ts'
import {hash} from '../hash.ts'
import {segment, type UnkeyedSegment} from '../segment.ts'
import {
  alignDocuments,
  alignInStep,
  costInStep,
  isBuiltAlike,
  type Match,
} from './align-documents.ts'
import {confidenceOf, isWorthOffering, stateOf, whyDoubtful} from './confidence.ts'
import {importFinding} from './import-finding.ts'
import type {Extra, Imported, Importer, Into, Offer} from './importers.ts'
import {itemsOf, type Item} from './items.ts'

/**
 * A translated document: the same article, written in the other language. Built alike, its blocks
 * go one to one; else those of an earlier revision that is built alike, carried forward to today's;
 * else what fits together best.
 */
export const documentImporter: Importer = {
  endings: ['.md', '.markdown', '.mdx', '.txt'],
  wantsHistory: true,
  read(incoming, into): Imported {
    const translated = incoming.asArticle()
    const target = itemsOf(translated)
    const {method, source, items} = revisionFor(target, into)
    const matches =
      method === 'likeness' ? alignDocuments(items, target) : alignInStep(items, target)
    const carried = carriedForward(source, into)
    const [before, texts] = [segment(source), segment(translated)]
    const offers: Offer[] = []
    const given = new Set<number>()
    for (const match of matches.filter(isWorthOffering)) {
      const from = items[match.sources[0] ?? -1]?.segment ?? -1
      const key = carried(from)
      const places = match.targets.flatMap((index) => target[index]?.segment ?? [])
      const blocks = places.flatMap((index) => texts[index] ?? [])
      const made = before[from]?.text
      if (key === undefined || made === undefined || blocks.length === 0) continue
      offers.push(offerOf(key, made, blocks, match))
      for (const index of places) given.add(index)
    }
    return {
      method,
      offers,
      extras: leftOver(texts, given),
      findings: otherCode(items, target, matches, incoming.name, into),
    }
  },
}

/**
 * The revision of the source that the translation was made from: of those built alike the one that
 * it fits best. An edit can leave the structure as it was, and every block another.
 */
function revisionFor(target: readonly Item[], {article, history}: Into) {
  const [best] = [article, ...history]
    .map((source) => ({source, items: itemsOf(source)}))
    .filter(({items}) => isBuiltAlike(items, target))
    .map((revision) => ({...revision, cost: costInStep(revision.items, target)}))
    .toSorted((a, b) => a.cost - b.cost)
  if (best === undefined)
    return {method: 'likeness' as const, source: article, items: itemsOf(article)}
  return {...best, method: best.source === article ? ('structure' as const) : ('history' as const)}
}

/** Today's key of each segment of a revision. */
function carriedForward(
  source: Article,
  {article, segments}: Into,
): (index: number | undefined) => string | undefined {
  if (source === article) return (index) => segments[index ?? -1]?.key
  const places = align(segment(source).map(alignable), segments.map(alignable))
  const keys = new Map(places.map((old, now) => [old, segments[now]?.key]))
  return (index) => (index === undefined ? undefined : keys.get(index))
}

function alignable({kind, container, text}: UnkeyedSegment | Segment) {
  return {kind, container, text, hash: hash(text), retired: false}
}

function offerOf(
  key: string,
  source: string,
  blocks: readonly UnkeyedSegment[],
  match: Match,
): Offer {
  return {
    key,
    target: blocks.map(({text}) => text).join('\n'),
    state: stateOf(match),
    confidence: confidenceOf(match),
    source,
    note: whyDoubtful(match),
    line: blocks[0]?.line,
    column: blocks[0]?.column,
  }
}

/** Texts that no unit was offered, each with what stands before it. */
function leftOver(texts: readonly UnkeyedSegment[], given: ReadonlySet<number>): readonly Extra[] {
  return texts.flatMap(({kind, text, line, column}, index): readonly Extra[] => {
    if (given.has(index)) return []
    const before = texts[index - 1]?.text.slice(0, 60)
    const after = before === undefined ? 'at the beginning' : `after “${before}”`
    const note = `Line ${line}, ${after}: nothing in the article corresponds to it for certain.`
    return [{kind, target: text, source: '', note, line, column}]
  })
}

/** Code whose remarks were translated: the article's own is what is published. */
function otherCode(
  source: readonly Item[],
  target: readonly Item[],
  matches: readonly Match[],
  name: string,
  {catalog: {slug, locale}}: Into,
): readonly Finding[] {
  return matches.flatMap(({sources, targets}): readonly Finding[] => {
    const [ours, theirs] = [source[sources[0] ?? -1], target[targets[0] ?? -1]]
    if (ours === undefined || theirs === undefined || !ours.tag.startsWith('code')) return []
    if (!theirs.tag.startsWith('code') || ours.text === theirs.text) return []
    const {line, column, text} = theirs
    const about = {locale, article: slug, excerpt: text}
    return [importFinding('code', 'notice', {file: name, line, column}, about)]
  })
}
