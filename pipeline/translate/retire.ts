import type {Segment} from '../model/segment.ts'
import {hash} from './hash.ts'
import type {Spot} from '../model/spot.ts'
import {rivalOf} from './rivals.ts'
import {kindIn, type RetiredRecord, type Sidecar, type UnitRecord} from './sidecar.ts'
import type {Texts} from './texts.ts'

/** What is kept of a translation that the article no longer asks for. */
export interface Retired {
  readonly records: ReadonlyMap<string, RetiredRecord>
  /** Keys in the file that no sync ever gave; their texts are kept, too. */
  readonly strangers: readonly {readonly key: string; readonly spot: Spot}[]
}

/**
 * Park every translation and note whose segment is gone. Nothing that was parked is dropped.
 *
 * @param replaced Keys of units whose text was put together with another: it is parked as it was.
 */
export function retire(
  segments: readonly Segment[],
  {entries}: Texts,
  {units, retired}: Sidecar<UnitRecord, RetiredRecord>,
  replaced: ReadonlySet<string>,
): Retired {
  const live = new Set(segments.map(({key}) => key))
  const records = new Map<string, RetiredRecord>()
  for (const [key, record] of retired) {
    const text = entries.get(key)?.text ?? ''
    const isBack = live.has(key)
    const isReplaced = isBack && text.trim() !== '' && text !== record.target
    if (!isBack || isReplaced) park(records, isBack ? `${key}-before` : key, record)
  }
  for (const [key, record] of units) {
    const target = entries.get(key)?.text ?? ''
    const isKept = target.trim() !== '' || record.note || record.waivers || record.more
    if ((live.has(key) && !replaced.has(key)) || !isKept) continue
    const isEdited = hash(target) !== record.targetHash
    park(records, replaced.has(key) ? `${key}-before` : key, {
      kind: kindIn(key) ?? 'paragraph',
      source: isEdited ? record.source : (record.previousSource ?? record.source),
      target,
      state: isEdited ? 'translated' : record.state,
      ...(record.origin === undefined ? {} : {origin: record.origin}),
      ...(record.note === undefined ? {} : {note: record.note}),
      ...(record.waivers && {waivers: record.waivers}),
      ...(record.more && {more: record.more}),
    })
  }
  const strangers = [...entries]
    .filter(([key, {text}]) => !live.has(key) && !units.has(key) && text.trim() !== '')
    .filter(([key]) => !live.has(rivalOf(key) ?? ''))
    .map(([key, {text, spot}]) => ({key, text, spot}))
  for (const {key, text} of strangers) {
    park(records, key, {
      kind: kindIn(key) ?? 'paragraph',
      source: retired.get(key)?.source ?? '',
      target: text,
      state: 'translated',
    })
  }
  return {records, strangers}
}

/** Keep a record under its key, or under the next free one where that holds another text. */
function park(records: Map<string, RetiredRecord>, key: string, record: RetiredRecord): void {
  let name = key
  for (let count = 2; records.has(name) && records.get(name)?.target !== record.target; count++)
    name = `${key}-${count}`
  if (!records.has(name)) records.set(name, record)
}
