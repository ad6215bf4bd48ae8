import {getNodeValue} from 'jsonc-parser'
import {hash} from '../hash.ts'
import {readJson} from '../json.ts'
import {writeJson} from '../texts.ts'
import {keysOfBoth, threeWay} from './three-way.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * Merge a sidecar by unit and field. The translation that was changed brings along the source it was
 * made from; a source that was changed on the other side leaves it stale. What cannot be merged keeps
 * both: notes one after the other, waivers all of them, any other field beside as `<field>#theirs`.
 * A unit taken out on one side and changed on the other stays: the next sync retires it, if so.
 * `undefined` where one of the files cannot be read.
 */
export function mergeSidecars(base: string, ours: string, theirs: string): string | undefined {
  const [was, our, their] = [base, ours, theirs].map(read)
  if (was === undefined || our === undefined || their === undefined) return undefined
  const parts = keysOfBoth(Object.keys(our), Object.keys(their)).map((part) => {
    const [a, b, c] = [was[part], our[part], their[part]]
    if (part !== 'units' && part !== 'retired') return [part, bothOf(a, b, c)] as const
    const [x, y, z] = [objectIn(a), objectIn(b), objectIn(c)]
    const records = keysOfBoth(Object.keys(y), Object.keys(z)).flatMap((key) => {
      const record = recordOf(x[key], y[key], z[key])
      return record === undefined ? [] : [[key, record] as const]
    })
    return [part, Object.fromEntries(part === 'retired' ? parked(records, y, z) : records)] as const
  })
  return writeJson(parts.filter(([, value]) => value !== undefined))
}

function read(text: string): Json | undefined {
  if (text.trim() === '') return {}
  const {tree, faults} = readJson(text)
  return faults.length > 0 || tree?.type !== 'object' ? undefined : objectIn(getNodeValue(tree))
}

function objectIn(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {}
}

function bothOf(base: unknown, ours: unknown, theirs: unknown): unknown {
  const result = threeWay(base, ours, theirs)
  return 'value' in result ? result.value : (result.ours ?? result.theirs)
}

function recordOf(base: unknown, ours: unknown, theirs: unknown): unknown {
  const result = threeWay(base, ours, theirs)
  if ('value' in result) return result.value
  if (result.ours === undefined || result.theirs === undefined) return result.ours ?? result.theirs
  return fieldsOf(objectIn(base), objectIn(ours), objectIn(theirs))
}

/** Two sides that both changed a record. */
function fieldsOf(base: Json, ours: Json, theirs: Json): Json {
  const isTheirs =
    theirs['targetHash'] !== base['targetHash'] && ours['targetHash'] === base['targetHash']
  const winner = isTheirs ? theirs : ours
  const merged = new Map<string, unknown>()
  for (const field of keysOfBoth(Object.keys(ours), Object.keys(theirs))) {
    if (field === 'previousSource') continue
    const [was, our, their] = [base[field], ours[field], theirs[field]]
    const result = threeWay(was, our, their)
    if ('value' in result) merged.set(field, result.value)
    else if (result.ours === undefined || result.theirs === undefined)
      merged.set(field, result.ours ?? result.theirs)
    else if (field === 'note') merged.set(field, `${String(our)}\n${String(their)}`)
    else if (field === 'waivers') merged.set(field, union(our, their))
    else {
      merged.set(field, winner[field])
      if (!ofSync.has(field)) merged.set(`${field}#theirs`, (isTheirs ? ours : theirs)[field])
    }
  }
  const made = threeWay(madeFrom(base), madeFrom(ours), madeFrom(theirs))
  const from = 'value' in made ? made.value : madeFrom(winner)
  const source = merged.get('source')
  const entries = [...merged].flatMap(([field, value]) =>
    field === 'source' && from !== undefined && from !== source
      ? [[field, value] as const, ['previousSource', from] as const]
      : [[field, value] as const],
  )
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** Fields that say how a text came to be: they belong to the text that stays under the key. */
const ofSync: ReadonlySet<string> = new Set(
  'kind container hash source target targetHash state origin'.split(' '),
)

function madeFrom(record: Json): unknown {
  return record['previousSource'] ?? record['source']
}

function union(ours: unknown, theirs: unknown): unknown {
  if (!Array.isArray(ours) || !Array.isArray(theirs)) return ours
  const all: readonly unknown[] = [...ours, ...theirs]
  const names = all.map((one) => JSON.stringify(one))
  return all.filter((_, index) => names.indexOf(names[index] ?? '') === index)
}

/** Two translations retired under one key are both kept, the second under a key of its own. */
function parked(
  records: readonly (readonly [string, unknown])[],
  ours: Json,
  theirs: Json,
): readonly (readonly [string, unknown])[] {
  return records.flatMap(([key, record]): readonly (readonly [string, unknown])[] => {
    const kept = objectIn(record)['target']
    const lost = [ours[key], theirs[key]].filter((one) => {
      const target = objectIn(one)['target']
      return one !== undefined && target !== undefined && target !== kept
    })
    const isBoth = ours[key] !== undefined && theirs[key] !== undefined
    return [[key, record], ...(isBoth ? lost.map((one) => [besides(key, one), one] as const) : [])]
  })
}

/** The same text gets the same key in every merge. */
function besides(key: string, record: unknown): string {
  return `${key}-${hash(String(objectIn(record)['target'])).slice(-8)}`
}
