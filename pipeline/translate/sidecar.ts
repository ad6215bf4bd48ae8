import {getNodeValue, type Node} from 'jsonc-parser'
import type {More, State, UnitWaiver} from '../model/catalog.ts'
import type {SegmentKind} from '../model/segment.ts'
import {spotAt} from '../model/spot.ts'
import {isRecord, propertiesOf, readJson, readOwnJson, type Fault} from './json.ts'

/** What the source's sidecar remembers of a segment. */
export interface SourceRecord extends More {
  readonly kind: SegmentKind
  readonly container: string
  readonly hash: string
}

/** What a target's sidecar remembers of a unit. */
export interface UnitRecord extends More {
  /** The source text at the last sync. */
  readonly source: string
  /** Fingerprint of the translation at the last sync; absent where there was none. */
  readonly targetHash?: string
  readonly state: State
  readonly origin?: string
  readonly note?: string
  readonly waivers?: readonly UnitWaiver[]
  /** The source text the translation was made from, where that has changed. Taken out, the translation holds again. */
  readonly previousSource?: string
}

/** A unit whose segment has left the source. */
export interface RetiredRecord extends More {
  readonly kind: SegmentKind
  /** Empty for a key that no article ever had. */
  readonly source: string
  readonly target: string
  readonly state: State
  readonly origin?: string
  readonly note?: string
  readonly waivers?: readonly UnitWaiver[]
}

/** The two parts of a sidecar: of the units in use, and of those retired. */
export interface Sidecar<Live, Retired> {
  readonly units: ReadonlyMap<string, Live>
  readonly retired: ReadonlyMap<string, Retired>
  /** Parts that `sync` does not know, kept as they are. */
  readonly more: Readonly<Record<string, unknown>>
  readonly faults: readonly Fault[]
}

/** Read the source locale's `<slug>.units.json`. */
export function readSourceSidecar(file: string | undefined): Sidecar<SourceRecord, SourceRecord> {
  return readSidecar(file, sourceRecord, sourceRecord)
}

/** Read a target locale's `<slug>.units.json`. */
export function readTargetSidecar(file: string | undefined): Sidecar<UnitRecord, RetiredRecord> {
  return readSidecar(file, unitRecord, retiredRecord)
}

type Fields = ReadonlyMap<string, string>
type Waivers = readonly UnitWaiver[] | undefined

/** The fields that `sync` itself reads and writes: text, all of them. */
const known: ReadonlySet<string> = new Set(
  'kind container hash source previousSource target targetHash state origin note'.split(' '),
)

function sourceRecord(fields: Fields): SourceRecord | undefined {
  const [kind, hash] = [kindIn(fields.get('kind')), fields.get('hash')]
  if (kind === undefined || hash === undefined) return undefined
  return {kind, container: fields.get('container') ?? '', hash}
}

function unitRecord(fields: Fields, waivers: Waivers): UnitRecord | undefined {
  const [state, source] = [stateIn(fields.get('state')), fields.get('source')]
  if (state === undefined || source === undefined) return undefined
  const optional = given(fields, ['targetHash', 'origin', 'note', 'previousSource'])
  return {source, state, ...optional, ...(waivers && {waivers})}
}

function retiredRecord(fields: Fields, waivers: Waivers): RetiredRecord | undefined {
  const [kind, state] = [kindIn(fields.get('kind')), stateIn(fields.get('state'))]
  const [source, target] = [fields.get('source'), fields.get('target')]
  if (kind === undefined || state === undefined || source === undefined || target === undefined)
    return undefined
  const optional = given(fields, ['origin', 'note'])
  return {kind, source, target, state, ...optional, ...(waivers && {waivers})}
}

function given<Name extends string>(
  fields: Fields,
  names: readonly Name[],
): {readonly [name in Name]?: string} {
  const result: {[name in Name]?: string} = {}
  for (const name of names) {
    const value = fields.get(name)
    if (value !== undefined) result[name] = value
  }
  return result
}

const states: readonly State[] = ['untranslated', 'draft', 'translated', 'reviewed']
const kinds = {
  headline: true,
  standfirst: true,
  byline: true,
  dateline: true,
  heading: true,
  paragraph: true,
  item: true,
  cell: true,
  caption: true,
  alt: true,
  title: true,
  footnote: true,
  correction: true,
} as const satisfies Readonly<Record<SegmentKind, true>>

/** The kind of segment that a word, or the beginning of a key, names. */
export function kindIn(word: string | undefined): SegmentKind | undefined {
  const kind = word?.replace(/-.*/u, '')
  return kind !== undefined && isKind(kind) ? kind : undefined
}

function isKind(word: string): word is SegmentKind {
  return Object.hasOwn(kinds, word)
}

/** The state that a word names. */
export function stateIn(word: string | undefined): State | undefined {
  return states.find((state) => state === word)
}

function valuesOf(properties: ReturnType<typeof propertiesOf>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    properties.map(({key, value}): readonly [string, unknown] => [key, getNodeValue(value)]),
  )
}

function readSidecar<Live extends More, Retired extends More>(
  file: string | undefined,
  live: (fields: Fields, waivers: Waivers) => Live | undefined,
  retired: (fields: Fields, waivers: Waivers) => Retired | undefined,
): Sidecar<Live, Retired> {
  if (file === undefined) return {units: new Map(), retired: new Map(), more: {}, faults: []}
  const asWritten = ownSidecar(file, live, retired)
  if (asWritten !== undefined) return asWritten
  const {tree, faults} = readJson(file)
  const shape: Fault[] = []
  const wrong = (node: Node, subject: string) =>
    shape.push({variant: 'shape', spot: spotAt(file, node.offset), subject})
  function part<Record extends More>(
    name: string,
    read: (fields: Fields, waivers: Waivers) => Record | undefined,
  ) {
    const records = new Map<string, Record>()
    const node = propertiesOf(tree).find(({key}) => key === name)?.value
    if (node !== undefined && node.type !== 'object') wrong(node, name)
    for (const {key, value} of propertiesOf(node)) {
      const fields = propertiesOf(value)
      const waivers = waiversIn(fields.find((field) => field.key === 'waivers')?.value)
      const own = fields.filter((field) => known.has(field.key))
      const record =
        waivers !== 'strange' && own.every((field) => field.value.type === 'string')
          ? read(new Map(own.map((field) => [field.key, String(field.value.value)])), waivers)
          : undefined
      const others = fields.filter((field) => !known.has(field.key) && field.key !== 'waivers')
      if (record === undefined) wrong(value, key)
      else records.set(key, others.length === 0 ? record : {...record, more: valuesOf(others)})
    }
    return records
  }
  if (faults.length === 0 && tree !== undefined && tree.type !== 'object') wrong(tree, '')
  return {
    units: part('units', live),
    retired: part('retired', retired),
    more: valuesOf(propertiesOf(tree).filter(({key}) => key !== 'units' && key !== 'retired')),
    faults: [...faults, ...shape],
  }
}

/** A sidecar as we write it, without waivers and without a fault; `undefined` for any other. */
function ownSidecar<Live extends More, Retired extends More>(
  file: string,
  live: (fields: Fields, waivers: Waivers) => Live | undefined,
  retired: (fields: Fields, waivers: Waivers) => Retired | undefined,
): Sidecar<Live, Retired> | undefined {
  const {units, retired: parked, ...more} = readOwnJson(file) ?? {}
  const [inUse, gone] = [ownRecords(units, live), ownRecords(parked, retired)]
  if (inUse === undefined || gone === undefined) return undefined
  return {units: inUse, retired: gone, more, faults: []}
}

function ownRecords<Record extends More>(
  part: unknown,
  read: (fields: Fields, waivers: Waivers) => Record | undefined,
): ReadonlyMap<string, Record> | undefined {
  if (!isRecord(part)) return undefined
  const records = new Map<string, Record>()
  for (const [key, value] of Object.entries(part)) {
    if (!isRecord(value) || 'waivers' in value) return undefined
    const fields = new Map<string, string>()
    const others: {[name: string]: unknown} = {}
    for (const [name, one] of Object.entries(value)) {
      if (!known.has(name)) others[name] = one
      else if (typeof one === 'string') fields.set(name, one)
      else return undefined
    }
    const record = read(fields, undefined)
    if (record === undefined) return undefined
    records.set(key, Object.keys(others).length === 0 ? record : {...record, more: others})
  }
  return records
}

/** A unit's waivers; `strange` where something in them is not known and would be lost in writing. */
function waiversIn(node: Node | undefined): Waivers | 'strange' {
  if (node === undefined) return undefined
  if (node.type !== 'array') return 'strange'
  const waivers = (node.children ?? []).map(waiverIn)
  return waivers.some((one) => one === undefined)
    ? 'strange'
    : waivers.flatMap((waiver) => waiver ?? [])
}

/** What a waiver needs and does not have is empty: the gate says so. */
function waiverIn(node: Node): UnitWaiver | undefined {
  const fields = propertiesOf(node)
  const strange = fields.some(
    ({key, value}) =>
      !['check', 'reason', 'owner', 'expires'].includes(key) || value.type !== 'string',
  )
  const values = new Map(fields.map(({key, value}) => [key, String(value.value)]))
  const {check, reason = '', owner = '', expires} = Object.fromEntries(values)
  if (strange || node.type !== 'object' || check === undefined) return undefined
  return {check, reason, owner, ...(expires !== undefined && {expires})}
}
