import type {PhrasingContent} from 'mdast'
import {parseInline} from '../../markdown/inline.ts'
import {placeholder} from '../../markdown/marks.ts'
import type {SegmentKind} from '../../model/segment.ts'
import type {PseudoLocale} from '../../words/pseudo.ts'
import {accented, accentedFiller} from './accents.ts'
import {hangul, hangulFiller} from './hangul.ts'

const ways = {
  'en-XA': {words: accented, filler: accentedFiller},
  'ko-XB': {words: hangul, filler: hangulFiller},
} as const

/** Words of templates in a pseudo-locale: placeholders and marks of particles stay as they are. */
export function pseudoWords(text: string, locale: PseudoLocale): string {
  return lengthened(dressed(text, locale), text, locale)
}

/**
 * A segment's text in a pseudo-locale: every word is another, and all markup, code, escapes and
 * placeholders stay to the letter.
 */
export function pseudoSegment(
  text: string,
  kind: SegmentKind,
  labels: readonly string[],
  locale: PseudoLocale,
): string {
  if (kind === 'alt' || kind === 'title') return pseudoWords(text, locale)
  const spots = parseInline(text, labels).flatMap(spotsOf)
  let made = ''
  let end = 0
  for (const {from, to} of spots) {
    made += text.slice(end, from) + dressed(text.slice(from, to), locale)
    end = to
  }
  const letters = spots.map(({from, to}) => text.slice(from, to)).join('')
  return lengthened(made + text.slice(end), letters, locale)
}

interface Spot {
  readonly from: number
  readonly to: number
}

/** Where words stand in the text: those of the text nodes, and of pictures. */
function spotsOf(node: PhrasingContent): readonly Spot[] {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  if (from === undefined || to === undefined) return []
  if (node.type === 'text') return [{from, to}]
  // `![` stands before the words, and what follows them is as long as they are short.
  if (node.type === 'image' || node.type === 'imageReference')
    return [{from: from + 2, to: Math.min(to, from + 2 + (node.alt?.length ?? 0))}]
  return 'children' in node ? node.children.flatMap(spotsOf) : []
}

/** What is no word in a text: placeholders, particles' marks, escapes, entities, addresses. */
const kept = new RegExp(
  String.raw`(${placeholder.source}|\[\[[^\]]*\]\]|\\[!-/:-@[-\x60{-~]|&#?\w+;|\b[a-z]+:\/\/\S+)`,
  'gu',
)

function dressed(text: string, locale: PseudoLocale): string {
  const parts = text.split(kept)
  return parts.map((part, index) => (index % 2 === 1 ? part : ways[locale].words(part))).join('')
}

/** Filler at the end, before an explicit id of a heading and the signs a sentence ends in. */
function lengthened(made: string, words: string, locale: PseudoLocale): string {
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  const id = /\s*\{#[\w-]+\}\s*$/u.exec(made)?.[0] ?? ''
  return letters < 2
    ? made
    : made.slice(0, made.length - id.length) + ways[locale].filler(letters) + id
}
