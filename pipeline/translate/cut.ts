import {parseUnit} from './change.ts'

/** The language of the source, and that of the translation. */
export interface Languages {
  readonly from: string
  readonly to: string
}

/**
 * The part of a translation that belongs to one half of its source, where that is certain: the
 * translation has as many sentences as its source, the half has the words of the sentences it was
 * made from, and as much of the one text as of the other is cut off, between two sentences, with no
 * link or emphasis torn. Else `undefined`.
 */
export function cut(
  {source, target}: {readonly source: string; readonly target: string},
  halves: readonly [string, string],
  wanted: 'first' | 'second',
  {from, to}: Languages,
): string | undefined {
  if (Math.max(source.length, target.length) > longest) return undefined
  const [were, are] = [sentences(source, from), sentences(target, to)]
  const [first, second] = [sentences(halves[0], from), sentences(halves[1], from)]
  if (were.length !== are.length || first.length + second.length !== were.length) return undefined
  const sourceAt = were[first.length]?.index
  const targetAt = are[first.length]?.index
  if (sourceAt === undefined || targetAt === undefined || isTorn(target, targetAt)) return undefined
  const share = sourceAt / source.length - targetAt / target.length
  if (Math.abs(share) > 0.2) return undefined
  const isFirst = wanted === 'first'
  const half = isFirst ? source.slice(0, sourceAt) : source.slice(sourceAt)
  if (oneSpace(half) !== oneSpace(isFirst ? halves[0] : halves[1])) return undefined
  return (isFirst ? target.slice(0, targetAt) : target.slice(targetAt)).trim()
}

/** No paragraph is longer; with each sentence of a text comes a copy of the whole. */
const longest = 50_000

/** A text's sentences with their places; where a line ends no sentence does. */
function sentences(text: string, locale: string): readonly {readonly index: number}[] {
  const segmenter = new Intl.Segmenter(locale, {granularity: 'sentence'})
  return [...segmenter.segment(text.replaceAll('\n', ' '))].filter(
    ({segment}) => segment.trim() !== '',
  )
}

/** Whether inline markup begins before a place and ends after it. */
function isTorn(text: string, at: number): boolean {
  return parseUnit(text).some(
    ({type, position}) =>
      type !== 'text' &&
      (position?.start.offset ?? 0) < at &&
      at < (position?.end.offset ?? text.length),
  )
}

function oneSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
