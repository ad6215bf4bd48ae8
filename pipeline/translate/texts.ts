import {nestedTooDeep} from '../markdown/nesting.ts'
import {spotAt, type Spot} from '../model/spot.ts'
import {propertiesOf, readJson, readOwnJson, type Fault} from './json.ts'

/** A locale file's texts by key, in the order of the file. */
export interface Texts {
  readonly entries: ReadonlyMap<string, {readonly text: string; readonly spot: Spot}>
  readonly faults: readonly Fault[]
}

/** Read `locales/<tag>/<slug>.json`: one flat object, key → text. Reads on past faults. */
export function readTexts(file: string | undefined): Texts {
  const entries = new Map<string, {readonly text: string; readonly spot: Spot}>()
  if (file === undefined) return {entries, faults: []}
  // A text may nest, and so may all of them as far as anybody can tell without parsing each.
  const deep = nestedTooDeep(file)
  if (deep !== undefined) {
    return {entries, faults: [{variant: 'nested', spot: spotAt(file, deep), subject: ''}]}
  }
  const own = Object.entries(readOwnJson(file) ?? {})
  if (own.length > 0 && own.every(([, text]) => typeof text === 'string')) {
    for (const [index, [key, text]] of own.entries()) {
      // Two blanks, the key, a colon and a blank stand before it.
      const spot = {line: index + 2, column: JSON.stringify(key).length + 5}
      entries.set(key, {text: String(text), spot})
    }
    return {entries, faults: []}
  }
  const {tree, faults} = readJson(file)
  const shape: Fault[] = []
  if (faults.length === 0 && tree?.type !== 'object')
    shape.push({variant: 'shape', spot: {line: 1, column: 1}, subject: ''})
  for (const {key, value} of propertiesOf(tree)) {
    const spot = spotAt(file, value.offset)
    if (value.type === 'string') entries.set(key, {text: String(value.value), spot})
    else shape.push({variant: 'shape', spot, subject: key})
  }
  return {entries, faults: [...faults, ...shape]}
}

/** Write a flat object as locale files are written: two spaces, a final newline, keys in this order. */
export function writeJson(entries: Iterable<readonly [string, unknown]>): string {
  return `${JSON.stringify(objectOf(entries), null, 2)}\n`
}

/**
 * An object that has no shape: hardly two articles have the same keys, and to keep a shape for each of
 * thousands takes three times as long as to write it.
 */
function objectOf(
  entries: Iterable<readonly [string, unknown]>,
): Readonly<Record<string, unknown>> {
  const made: Record<string, unknown> = Object.create(null)
  for (const [key, value] of entries) made[key] = value
  return made
}

/** Write a sidecar: the units in use, those retired, and what others keep there. */
export function writeSidecar(
  units: Iterable<readonly [string, unknown]>,
  retired: Iterable<readonly [string, unknown]>,
  more: Readonly<Record<string, unknown>>,
): string {
  return writeJson([
    ['units', objectOf(units)],
    ['retired', objectOf(retired)],
    ...Object.entries(more),
  ])
}
