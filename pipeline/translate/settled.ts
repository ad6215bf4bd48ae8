import type {Article} from '../model/article.ts'
import type {CatalogFiles} from '../model/catalog.ts'
import type {Segment} from '../model/segment.ts'
import {bringUp} from './bring-up.ts'
import {catalogFiles} from './catalog-files.ts'
import {hash} from './hash.ts'
import {isForbidden, isRecord} from './json.ts'
import {segment} from './segment.ts'
import {readSourceSidecar, readTargetSidecar, stateIn, type UnitRecord} from './sidecar.ts'
import {retiredRecordOf, type SyncedSource} from './source.ts'
import {retiredUnit, type SyncedTarget} from './target.ts'
import {writeJson, writeSidecar} from './texts.ts'

/**
 * What `syncSource` gives where its files say already, byte for byte, what it would write; else
 * `undefined`. Nearly all articles of an archive are so, and then nothing need be aligned: equal texts
 * in their order keep their keys.
 */
export function settledSource(
  article: Article,
  stored: CatalogFiles | undefined,
): SyncedSource | undefined {
  const texts = objectIn(stored?.texts)
  if (stored === undefined || texts === undefined) return undefined
  const keys = Object.keys(texts)
  const unkeyed = segment(article)
  if (keys.length !== unkeyed.length || keys.length === 0 || keys.some(isForbidden))
    return undefined
  const segments = unkeyed.map((one, index) => ({key: keys[index] ?? '', ...one}))
  const records = segments.map(
    ({key, kind, container, text}) => [key, {kind, container, hash: hash(text)}] as const,
  )
  const isSettled =
    writeJson(segments.map(({key, text}) => [key, text])) === stored.texts &&
    // Most hold nothing else, and need not be read.
    (writeSidecar(records, [], {}) === stored.units || holdsMore(stored.units, records))
  if (!isSettled) return undefined
  return {segments, regrouped: [], files: stored, findings: [], broken: false}
}

/** Whether a source's sidecar is as it would be written with what is in it beside these units. */
function holdsMore(
  stored: string | undefined,
  units: readonly (readonly [key: string, record: object])[],
): boolean {
  const sidecar = objectIn(stored)
  if (sidecar === undefined) return false
  const {retired, more, faults} = readSourceSidecar(withoutUnits(sidecar))
  if (faults.length > 0 || units.some(([key]) => retired.has(key))) return false
  const parked = [...retired].map(([key, one]) => [key, retiredRecordOf(one)] as const)
  return writeSidecar(units, parked, more) === stored
}

/** The same for `syncTarget`, where the source is settled. */
export function settledTarget(
  segments: readonly Segment[],
  {slug}: Pick<Article, 'slug'>,
  locale: string,
  stored: CatalogFiles | undefined,
): SyncedTarget | undefined {
  const [texts, sidecar] = [objectIn(stored?.texts), objectIn(stored?.units)]
  const records = sidecar?.['units']
  if (stored === undefined || texts === undefined || sidecar === undefined) return undefined
  if (!isRecord(records) || segments.length === 0) return undefined
  const units = []
  for (const {key, kind, text} of segments) {
    const target = Object.hasOwn(texts, key) ? texts[key] : undefined
    const record = Object.hasOwn(records, key) ? recordIn(records[key]) : undefined
    if (typeof target !== 'string' || record === undefined) return undefined
    const {unit, said} = bringUp({key, kind, text}, target, record)
    if (said !== undefined) return undefined
    units.push(unit)
  }
  const {retired, more, faults} = readTargetSidecar(withoutUnits(sidecar))
  if (faults.length > 0 || !isApart(retired, segments)) return undefined
  const catalog = {
    slug,
    locale,
    units,
    retired: [...retired].map(([key, record]) => retiredUnit(key, record)),
    ...(Object.keys(more).length > 0 && {more}),
  }
  const written = catalogFiles(catalog)
  if (written.texts !== stored.texts || written.units !== stored.units) return undefined
  return {catalog, files: stored, findings: [], broken: false}
}

/** A sidecar of all but the units in use: `undefined` where there is nothing else. */
function withoutUnits({
  units: _units,
  retired,
  ...more
}: Readonly<Record<string, unknown>>): string | undefined {
  const isEmpty = isRecord(retired) && Object.keys({...retired, ...more}).length === 0
  return isEmpty ? undefined : writeJson(Object.entries({units: {}, retired, ...more}))
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

function isApart(retired: ReadonlyMap<string, unknown>, segments: readonly Segment[]): boolean {
  return retired.size === 0 || !segments.some(({key}) => retired.has(key))
}
