import {joined, type Block} from './block.ts'
import {byline, isAgency} from './byline.ts'
import {dateline, datelineAlone} from './dateline.ts'
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
  const [kicker, beneath] = blocks.slice(from)
  if (from < 0 || kicker === undefined) return undefined
  const labelled = beneath !== undefined && isLabel(kicker, beneath)
  if (labelled) note('ingest/headline', 'label', 'warning', kicker, {text: kicker.text})
  const [first = kicker, second] = blocks.slice(from + (labelled ? 1 : 0))
  const headline =
    second !== undefined && isHeadlineToo(second, first) ? joined(first, second) : first
  if (/[^.][.。]["”’]?$/.test(headline.text) || headline.text.length > 160) {
    note('ingest/headline', 'doubtful', 'warning', headline)
  }
  if (headline.lines.length > 1) note('ingest/headline', 'wrapped', 'warning', headline)

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
  const taken = (labelled ? 1 : 0) + (headline === first ? 1 : 2)
  let rest = blocks.slice(from + taken)
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
    } else if (!takeTime(block)) {
      if (top.standfirst !== undefined || !isStandfirst(block, next, headline, note)) break
      top.standfirst = block.text
    }
    rest = rest.slice(1)
  }
  return {headline, ...top, rest}
}

/** The second line of a headline begins small, right under it. */
function isHeadlineToo(block: Block, {run, text}: Block): boolean {
  return block.run === run && /^\p{Ll}/u.test(block.text) && !/[.!?…:]["”’]?$/.test(text)
}

/** The name of a section or an alarm above the headline: `WORLD`, `[국제]`, `BREAKING`. */
function isLabel({text}: Block, next: Block): boolean {
  const words = text.split(/\s+/).length
  const looksSo =
    /^[[(<【][^\])>】]{1,12}[\])>】]$/.test(text) ||
    /^(?:urgent|breaking|breaking news|exclusive|opinion|analysis|explainer|live)[:!]?$/i.test(
      text,
    ) ||
    (words <= 2 && text.length <= 20 && text === text.toUpperCase() && /\p{Lu}/u.test(text)) ||
    (words === 1 && /^[가-힣]{2,4}$/.test(text))
  return looksSo && next.text.length > text.length * 1.5 && next.text.length <= 160
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
