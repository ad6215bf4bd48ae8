import type {State} from '../model/catalog.ts'
import type {Segment} from '../model/segment.ts'
import {withoutMatch} from './bring-up.ts'
import {changeBetween} from './change.ts'
import {cut, type Languages} from './cut.ts'
import {hash} from './hash.ts'
import type {Regrouped} from './keys.ts'
import type {RetiredRecord, Sidecar, UnitRecord} from './sidecar.ts'
import {rivalsIn} from './rivals.ts'
import type {Texts} from './texts.ts'

/** What a unit starts from, in place of its own text and record. */
export interface Start {
  readonly target: string
  readonly record: UnitRecord
  /** Two texts were joined; the text stands in another unit; a part of it is here, too. */
  readonly said: 'merged' | 'split' | 'cut'
  /** Key of the unit it was merged with, or split from. */
  readonly other: string
}

/**
 * Let translations follow blocks that were merged or split. Where two became one, their translations
 * are joined, as are the texts these were made from. Where one became two, the half with the key keeps
 * the whole translation; the other is given its part as a draft where that is certain, else a note
 * that says where to look. A text that a translator has changed since the last sync may be one of
 * today's source, and is left alone.
 */
export function regroup(
  regrouped: readonly Regrouped[],
  segments: readonly Segment[],
  languages: Languages,
  texts: Texts,
  {units}: Sidecar<UnitRecord, RetiredRecord>,
): ReadonlyMap<string, Start> {
  const textOf = new Map(segments.map((segment) => [segment.key, segment]))
  const rivals = rivalsIn(texts)
  const madeOf = (key: string): Made | undefined => {
    const record = units.get(key)
    const target = texts.entries.get(key)?.text ?? ''
    if (record === undefined) return undefined
    const isEdited = target.trim() !== '' && hash(target) !== record.targetHash
    const source = isEdited ? record.source : (record.previousSource ?? record.source)
    return {key, record, target: target.trim() === '' ? '' : target, source, isEdited}
  }
  const starts = regrouped.flatMap(({befores, nows}): readonly (readonly [string, Start])[] => {
    const [one, other] = nows.map((key) => textOf.get(key))
    const made = befores.flatMap((key) => madeOf(key) ?? [])
    if (one === undefined || made.length < befores.length || rivals.has(one.key)) return []
    if (other === undefined) {
      const start = merged(one, made, languages)
      return start === undefined ? [] : [[one.key, start]]
    }
    const [old] = made
    const fresh = one.key === old?.key ? other : one
    if (old === undefined || units.has(fresh.key) || texts.entries.has(fresh.key)) return []
    const start = split(old, [one, other], fresh, languages)
    return start === undefined ? [] : [[fresh.key, start]]
  })
  return new Map(starts)
}

/** A translation as the last sync left it, or as a translator has changed it since. */
interface Made {
  readonly key: string
  readonly record: UnitRecord
  readonly target: string
  /** The source text it was made from. */
  readonly source: string
  readonly isEdited: boolean
}

function merged(now: Segment, made: readonly Made[], {from, to}: Languages): Start | undefined {
  const own = made.find(({key}) => key === now.key)
  const gone = made.find(({key}) => key !== now.key)
  if (own === undefined || gone === undefined || gone.target === '') return undefined
  if (own.isEdited && !gone.isEdited) return undefined
  if (own.target !== '' && changeBetween(own.source, now.text, now.kind) !== 'words')
    return undefined
  // What was split before may stand in one of them whole.
  const isIn = (part: Made, whole: Made) =>
    whole.source.length > part.source.length && whole.source.includes(part.source)
  const parts = made
    .filter(({target}) => target !== '')
    .filter((part, _, all) => !all.some((whole) => isIn(part, whole)))
  const [least] = parts.toSorted((a, b) => rank(a) - rank(b))
  if (least === undefined || (parts.length === 1 && least === own)) return undefined
  const target = joined(
    parts.map((part) => part.target),
    to,
  )
  const {previousSource: _, ...record} = withoutMatch(own.record)
  return {
    target,
    record: {
      ...record,
      source: joined(
        parts.map((part) => part.source),
        from,
      ),
      targetHash: hash(target),
      // Nobody has reviewed the two together.
      state: order[Math.min(rank(least), order.indexOf('translated'))] ?? 'draft',
      origin: least.isEdited ? 'person' : (least.record.origin ?? 'person'),
    },
    said: 'merged',
    other: gone.key,
  }
}

const order: readonly State[] = ['untranslated', 'draft', 'translated', 'reviewed']

function rank({isEdited, record: {state}}: Made): number {
  return order.indexOf(isEdited || state === 'untranslated' ? 'translated' : state)
}

/** Languages that put nothing between sentences. */
const unspaced: ReadonlySet<string> = new Set(['ja', 'zh', 'yue', 'th', 'lo', 'km', 'my'])

/** A blank is safe in every kind of unit; a line could begin a list or a heading. */
function joined(texts: readonly string[], locale: string): string {
  return texts.join(unspaced.has(new Intl.Locale(locale).language) ? '' : ' ')
}

function split(
  old: Made,
  halves: readonly [Segment, Segment],
  fresh: Segment,
  languages: Languages,
): Start | undefined {
  const kept = halves.find(({key}) => key === old.key)
  if (kept === undefined || old.target === '') return undefined
  if (changeBetween(old.source, kept.text, kept.kind) !== 'words') return undefined
  const texts = [halves[0].text, halves[1].text] as const
  const part = old.isEdited
    ? undefined
    : cut(old, texts, fresh === halves[0] ? 'first' : 'second', languages)
  const base = {source: fresh.text}
  if (part === undefined)
    return {
      target: '',
      record: {
        ...base,
        state: 'untranslated',
        note: `Split from ${old.key}: look there for its translation.`,
      },
      said: 'split',
      other: old.key,
    }
  const note = `Cut from the translation of ${old.key}, which still has it: read it, and take it out there.`
  return {
    target: part,
    record: {...base, state: 'draft', origin: 'split', targetHash: hash(part), note},
    said: 'cut',
    other: old.key,
  }
}
