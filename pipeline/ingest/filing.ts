import {withoutStart, type Block} from './block.ts'
import {byline} from './byline.ts'
import {dateline, datelineAlone, type Dateline} from './dateline.ts'
import type {Note} from './ingest-finding.ts'
import {marked} from './markers.ts'
import {timestamp} from './timestamp.ts'

/** Who filed the story, where and when, as far as the text itself says. */
export interface Filing {
  readonly place: string | undefined
  readonly published: string | undefined
  readonly updated: string | undefined
  readonly names: readonly string[]
  /** The text without what said so. */
  readonly rest: readonly Block[]
}

/** Take the dateline from the first paragraph, and byline and time from the end of the text. */
export function takeFiling(blocks: readonly Block[], note: Note): Filing {
  const start = takeDateline(blocks, note)
  const end = takeEnd(start.rest, note)
  return {
    place: start.found?.place ?? end.place,
    published: start.found?.date ?? end.published,
    updated: end.updated,
    names: [...(start.found?.names ?? []), ...end.names],
    rest: end.rest,
  }
}

function takeDateline(
  blocks: readonly Block[],
  note: Note,
): {readonly found: Dateline | undefined; readonly rest: readonly Block[]} {
  const at = whereFiled(blocks)
  const first = blocks[at]
  if (first === undefined) return {found: undefined, rest: blocks}
  const above = blocks.slice(0, at)
  const others = blocks.slice(at + 1)
  const alone = others.length > 0 ? datelineAlone(first.text) : undefined
  const found = alone ?? dateline(first.text)
  if (found === undefined) return {found, rest: blocks}
  for (const other of others) {
    const further = other.suspected ? undefined : dateline(other.text)
    if (further === undefined || further.certainty === 'doubtful') continue
    note('ingest/dateline', 'further', 'notice', other, {place: further.place ?? ''})
  }
  if (above.some(({text, suspected}) => !suspected && marked(text)?.kind !== 'bullet'))
    note('ingest/dateline', 'below', 'warning', first, {place: found.place ?? ''})
  const {place = '', agency, day, date, certainty} = found
  if (alone !== undefined) note('ingest/dateline', 'alone', 'warning', first, {place})
  if (certainty === 'bare') note('ingest/dateline', 'taken', 'notice', first, {place})
  if (certainty === 'doubtful') note('ingest/dateline', 'doubtful', 'warning', first, {place})
  if (agency !== undefined) note('ingest/dateline', 'agency', 'notice', first, {agency})
  if (day !== undefined && date === undefined)
    note('ingest/dateline', 'day', 'warning', first, {day})
  return {
    found,
    rest: [
      ...above,
      ...(alone === undefined ? [withoutStart(first, found.length)] : []),
      ...others,
    ],
  }
}

/**
 * Index of the first paragraph, where the dateline stands: below the points that some agencies
 * begin with, and below short lines (a score, a caption) where the dateline leaves no doubt.
 */
function whereFiled(blocks: readonly Block[]): number {
  const isBrief = ({text, suspected}: Block) =>
    suspected ||
    marked(text)?.kind === 'bullet' ||
    (text.length <= 60 && !/[.。]["”’)]*$/.test(text))
  const first = blocks.findIndex((block) => !isBrief(block))
  if (first < 0 || first > 8) return 0
  return dateline(blocks[first]?.text ?? '')?.certainty === 'certain' ? first : 0
}

/** Korean papers name the reporter under the text; pages often give the time there, too. */
function takeEnd(blocks: readonly Block[], note: Note): Omit<Filing, 'found'> {
  const names: string[] = []
  let place: string | undefined
  let published: string | undefined
  let updated: string | undefined
  // Links and captions that may not belong to the article can stand below.
  const below = blocks.length - 1 - blocks.findLastIndex(({suspected}) => !suspected)
  let rest = blocks.slice(0, blocks.length - below)
  for (let last = rest.at(-1); last !== undefined && rest.length > 1; last = rest.at(-1)) {
    const authors = byline(last.text)
    const time = timestamp(last.text)
    if (authors === undefined && time === undefined) break
    if (authors !== undefined) {
      names.unshift(...authors.names)
      place ??= authors.place
      note('ingest/byline', 'end', 'notice', last, {names: authors.names.join(', ')})
    }
    published ??= time?.published
    updated ??= time?.updated
    rest = rest.slice(0, -1)
  }
  return {names, place, published, updated, rest: [...rest, ...blocks.slice(blocks.length - below)]}
}
