import {joined, type Block} from './block.ts'
import {byline, isAgency} from './byline.ts'
import {dateline, datelineAlone} from './dateline.ts'
import {labelsAbove, looksLikeLabel, tagOf} from './headline-labels.ts'
import type {Note} from './ingest-finding.ts'
import {marked} from './markers.ts'
import {timestamp} from './timestamp.ts'

/** What stands above an article's text, and the blocks of the text. */
export interface Top {
  readonly headline: Block
  readonly standfirst: string | undefined
  readonly names: readonly string[]
  readonly place: string | undefined
  readonly published: string | undefined
  readonly updated: string | undefined
  readonly rest: readonly Block[]
}

/** Take the headline and what may stand under it: standfirst, byline, time, in any order. */
export function takeTop(blocks: readonly Block[], note: Note): Top | undefined {
  const from = blocks.findIndex(({text}) => timestamp(text) === undefined)
  const [kicker] = blocks.slice(from)
  if (from < 0 || kicker === undefined) return undefined
  const labels = labelsAbove(blocks.slice(from))
  for (const label of labels) note('ingest/headline', 'label', 'warning', label, {text: label.text})
  const [first = kicker, second] = blocks.slice(from + labels.length)
  const headline =
    second !== undefined && isHeadlineToo(second, first) ? joined(first, second) : first
  if (/[^.][.。]["”’]?$/.test(headline.text) || headline.text.length > 160) {
    note('ingest/headline', 'doubtful', 'warning', headline)
  }
  if (headline.lines.length > 1) note('ingest/headline', 'wrapped', 'warning', headline)
  const tag = tagOf(headline.text)
  if (tag !== undefined) note('ingest/headline', 'tag', 'notice', headline, {text: tag})

  const top = {
    standfirst: undefined as string | undefined,
    names: [] as readonly string[],
    place: undefined as string | undefined,
    published: undefined as string | undefined,
    updated: undefined as string | undefined,
  }
  const takeTime = ({text}: Block) => {
    const time = timestamp(text)
    top.published ??= time?.published
    top.updated ??= time?.updated
    return time !== undefined
  }
  blocks.slice(0, from).forEach(takeTime)
  const taken = labels.length + (headline === first ? 1 : 2)
  let rest = blocks.slice(from + taken)
  const points = rest.slice(0, pointsAbove(rest))
  rest = rest.slice(points.length)
  for (;;) {
    const [block, next] = rest
    if (block === undefined || next === undefined) break
    const authors = top.names.length === 0 ? byline(block.text) : undefined
    if (authors !== undefined) {
      top.names = authors.names
      top.place = authors.place
      if (authors.agency !== undefined)
        note('ingest/byline', 'agency', 'notice', block, {agency: authors.agency})
    } else if (top.names.length > 0 && isAgency(block.text)) {
      note('ingest/byline', 'agency', 'notice', block, {agency: block.text})
    } else if (block.text === headline.text) {
      note('ingest/headline', 'repeated', 'notice', block)
    } else if (looksLikeLabel(block.text) && timestamp(next.text) !== undefined) {
      note('ingest/headline', 'label', 'warning', block, {text: block.text})
    } else if (!takeTime(block)) {
      if (top.standfirst !== undefined || !isStandfirst(block, next, headline, note)) break
      top.standfirst = block.text
    }
    rest = rest.slice(1)
  }
  return {headline, ...top, rest: [...points, ...rest]}
}

/** How many list items and desk notes stand between the headline and the byline. */
function pointsAbove(blocks: readonly Block[]): number {
  const first = blocks.findIndex(
    ({text, suspected}) => !suspected && marked(text)?.kind !== 'bullet',
  )
  return first > 0 && first <= 8 && byline(blocks[first]?.text ?? '') !== undefined ? first : 0
}

/** The second line of a headline begins small, right under it. */
function isHeadlineToo(block: Block, {run, text}: Block): boolean {
  const goesOn = /^\p{Ll}/u.test(block.text) && !/\.["”’]?$/.test(block.text)
  return block.run === run && goesOn && !/[.!?…:]["”’]?$/.test(text)
}

/**
 * A standfirst stands between the headline and a byline or a dateline, or under the headline with
 * a blank line below it. What could as well be the first paragraph is left to the editor.
 */
function isStandfirst(block: Block, next: Block, headline: Block, note: Note): boolean {
  const {text} = block
  if (text.length > 420 || marked(text) !== undefined) return false
  if (dateline(text) !== undefined || datelineAlone(text) !== undefined) return false
  const opens =
    dateline(next.text) !== undefined ||
    datelineAlone(next.text) !== undefined ||
    byline(next.text) !== undefined ||
    timestamp(next.text) !== undefined
  if (opens) return true
  const beside = block.run === headline.run && next.run !== block.run
  const sentences = text.split(/[.!?。]["”’)]*\s+/).length
  if (beside && text.length <= 300 && sentences <= 2) {
    note('ingest/standfirst', 'taken', 'warning', block)
    return true
  }
  if (sentences === 1 && text.length <= 250 && next.text.length > text.length) {
    note('ingest/standfirst', 'doubtful', 'warning', block)
  }
  return false
}
