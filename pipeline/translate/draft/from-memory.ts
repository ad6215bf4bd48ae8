import type {Catalog} from '../../model/catalog.ts'
import type {Memory} from '../memory/memory.ts'
import type {DraftOffer} from './fill.ts'

/** The memory's best match for each unit of a catalog that has no translation. */
export function draftsFromMemory(
  {units}: Catalog,
  memory: Memory,
  least: number,
): readonly DraftOffer[] {
  return units.flatMap(({key, source, target}, index): readonly DraftOffer[] => {
    if (target !== undefined) return []
    const before = units[index - 1]?.source ?? ''
    const after = units[index + 1]?.source ?? ''
    const [best] = memory.find({source, before, after}, least)
    if (best === undefined) return []
    const {entry, percent} = best
    return [{key, target: entry.target, source: entry.source, origin: 'memory', match: percent}]
  })
}
