import type {Catalog} from '../model/catalog.ts'

/** A catalog in which stale translations were said to hold, and the keys of these. */
export interface Accepted {
  readonly catalog: Catalog
  readonly keys: readonly string[]
}

/**
 * Take the mark off stale translations: they hold for today's source, as they are. It comes back
 * when the source changes again.
 *
 * @param wanted Keys of units; all that are stale where there is none.
 */
export function accept(catalog: Catalog, wanted: readonly string[]): Accepted {
  const isMeant = (key: string) => wanted.length === 0 || wanted.includes(key)
  const keys = catalog.units.filter(({stale, key}) => stale && isMeant(key)).map(({key}) => key)
  const units = catalog.units.map((unit) =>
    keys.includes(unit.key) ? {...unit, stale: false, previousSource: undefined} : unit,
  )
  return {catalog: {...catalog, units}, keys}
}
