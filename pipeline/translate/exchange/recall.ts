import type {InlineParser} from '../../markdown/inline.ts'
import type {Catalog, Unit} from '../../model/catalog.ts'
import {written} from './bring-unit.ts'
import type {ReadUnit} from './formats.ts'

/** A catalog with drafts from a memory, and the keys that got one. */
export interface Recalled {
  readonly catalog: Catalog
  readonly keys: readonly string[]
}

/**
 * Give units without a translation the text that a memory has for the very same source, as a
 * draft. A unit that has a translation keeps it.
 */
export function recall(
  catalog: Catalog,
  pairs: readonly ReadUnit[],
  parse: InlineParser,
): Recalled {
  const memory = new Map<string, ReadUnit>()
  // The first of equals counts.
  for (const pair of pairs) {
    const {markdown} = written(pair.source, {kind: 'alt'}, parse)
    if (!memory.has(markdown)) memory.set(markdown, pair)
  }
  const keys: string[] = []
  const units = catalog.units.map((unit): Unit => {
    const target = unit.target === undefined ? memory.get(unit.source)?.target : undefined
    const text = target === undefined ? '' : written(target, unit, parse).markdown
    if (text.trim() === '') return unit
    keys.push(unit.key)
    return {...unit, target: text, state: 'draft', origin: 'memory', stale: false}
  })
  return {catalog: {...catalog, units}, keys}
}
