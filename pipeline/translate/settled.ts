import type {Article} from '../model/article.ts'
import type {CatalogFiles} from '../model/catalog.ts'
import type {Segment} from '../model/segment.ts'
import {bringUp} from './bring-up.ts'
import {catalogFiles, recordOf} from './catalog-files.ts'
import {hash} from './hash.ts'
import {isForbidden, isRecord} from './json.ts'
import {segment} from './segment.ts'
import {readSourceSidecar, readTargetSidecar, stateIn, type UnitRecord} from './sidecar.ts'
import {retiredRecordOf, type SyncedSource} from './source.ts'
import {retiredUnit, type SyncedTarget} from './target.ts'
import {writeSidecar} from './texts.ts'

/**
 * What `syncSource` gives where its files say already, byte for byte, what it would write; else
 * `undefined`. Nearly all articles of an archive are so, and then nothing need be aligned or printed:
 * equal texts in their order keep their keys.
 */
export function settledSource(
  article: Article,
  stored: CatalogFiles | undefined,
): SyncedSource | undefined {
  const texts = objectIn(stored?.texts)
  if (stored?.texts === undefined || stored.units === undefined || texts === undefined)
    return undefined
  const keys = Object.keys(texts)
  const unkeyed = segment(article)
  if (keys.length !== unkeyed.length || keys.length === 0 || keys.some(isForbidden))
    return undefined
  const segments = unkeyed.map((one, index) => ({key: keys[index] ?? '', ...one}))
  const [inTexts, inUnits] = [reader(stored.texts), reader(stored.units)]
  const isWritten = segments.every(({key, kind, container, text}, index) => {
    const name = JSON.stringify(key)
    return (
      inTexts.goesOn(`${index === 0 ? '{' : ','}\n  ${name}: ${JSON.stringify(text)}`) &&
      inUnits.goesOn(
        `${index === 0 ? start : ','}\n    ${name}: ${fields({kind, container, hash: hash(text)})}`,
      )
    )
  })
  if (!isWritten || !inTexts.ends('\n}\n')) return undefined
  if (!inUnits.ends(nothingElse)) {
    const rest = inUnits.withoutUnits()
    const {units, retired, more, faults} = readSourceSidecar(rest)
    const parked = [...retired].map(([key, one]) => [key, retiredRecordOf(one)] as const)
    const isSettled = units.size === 0 && faults.length === 0 && isApart(retired, segments)
    if (!isSettled || writeSidecar([], parked, more) !== rest) return undefined
  }
  return {segments, regrouped: [], files: stored, findings: [], broken: false}
}

/** The same for `syncTarget`, where the source is settled. */
export function settledTarget(
  segments: readonly Segment[],
  {slug}: Pick<Article, 'slug'>,
  locale: string,
  stored: CatalogFiles | undefined,
): SyncedTarget | undefined {
  const texts = objectIn(stored?.texts)
  const records = objectIn(stored?.units)?.['units']
  if (stored?.texts === undefined || stored.units === undefined) return undefined
  if (texts === undefined || !isRecord(records) || segments.length === 0) return undefined
  const [inTexts, inUnits] = [reader(stored.texts), reader(stored.units)]
  const units = []
  for (const {key, kind, text} of segments) {
    const target = Object.hasOwn(texts, key) ? texts[key] : undefined
    const record = Object.hasOwn(records, key) ? recordIn(records[key]) : undefined
    if (typeof target !== 'string' || record === undefined) return undefined
    const {unit, said} = bringUp({key, kind, text}, target, record)
    const [first, name] = [units.length === 0, JSON.stringify(key)]
    const isWritten =
      said === undefined &&
      inTexts.goesOn(`${first ? '{' : ','}\n  ${name}: ${JSON.stringify(unit.target ?? '')}`) &&
      inUnits.goesOn(`${first ? start : ','}\n    ${name}: ${fields(recordOf(unit))}`)
    if (!isWritten) return undefined
    units.push(unit)
  }
  if (!inTexts.ends('\n}\n')) return undefined
  const catalog = {slug, locale, units, retired: []}
  const settled = {files: stored, findings: [], broken: false}
  if (inUnits.ends(nothingElse)) return {...settled, catalog}
  const rest = inUnits.withoutUnits()
  const {units: others, retired, more, faults} = readTargetSidecar(rest)
  const parked = {
    retired: [...retired].map(([key, record]) => retiredUnit(key, record)),
    ...(Object.keys(more).length > 0 && {more}),
  }
  const isSettled = others.size === 0 && faults.length === 0 && isApart(retired, segments)
  if (!isSettled || catalogFiles({slug, locale, units: [], ...parked}).units !== rest)
    return undefined
  return {...settled, catalog: {...catalog, ...parked}}
}

/** How a sidecar begins, and how it ends that has nothing but units in use. */
const [start, nothingElse] = ['{\n  "units": {', '\n  },\n  "retired": {}\n}\n']

interface Reader {
  /** Whether this comes next; if so, what comes behind it is next. */
  readonly goesOn: (part: string) => boolean
  /** Whether this, and nothing behind it, comes next. */
  readonly ends: (part: string) => boolean
  /** A sidecar of what is left. */
  readonly withoutUnits: () => string
}

function reader(text: string): Reader {
  let at = 0
  return {
    goesOn(part) {
      const does = text.startsWith(part, at)
      at += part.length
      return does
    },
    ends: (part) => at + part.length === text.length && text.endsWith(part),
    withoutUnits: () => `${start}${text.slice(at).replace('\n  }', '}')}`,
  }
}

function objectIn(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = text === undefined ? undefined : JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** A unit's record that holds nothing but texts that `sync` itself writes. */
function recordIn(value: unknown): UnitRecord | undefined {
  if (!isRecord(value)) return undefined
  const {source, state: word, ...others} = value
  const state = typeof word === 'string' ? stateIn(word) : undefined
  if (typeof source !== 'string' || state === undefined) return undefined
  const texts: {targetHash?: string; origin?: string; note?: string; previousSource?: string} = {}
  for (const [name, text] of Object.entries(others)) {
    if (!isOptional(name) || typeof text !== 'string') return undefined
    texts[name] = text
  }
  return {source, state, ...texts}
}

function isOptional(name: string): name is 'targetHash' | 'origin' | 'note' | 'previousSource' {
  return name === 'targetHash' || name === 'origin' || name === 'note' || name === 'previousSource'
}

/** An object of texts as it stands in a sidecar's units. */
function fields(record: Readonly<Record<string, unknown>>): string {
  let written = ''
  for (const [name, value] of Object.entries(record)) {
    if (value !== undefined)
      written += `${written === '' ? '{' : ','}\n      "${name}": ${JSON.stringify(value)}`
  }
  return `${written}\n    }`
}

function isApart(retired: ReadonlyMap<string, unknown>, segments: readonly Segment[]): boolean {
  return retired.size === 0 || !segments.some(({key}) => retired.has(key))
}
