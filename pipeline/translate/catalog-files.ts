import type {Catalog, CatalogFiles, RetiredUnit, Unit} from '../model/catalog.ts'
import {hash} from './hash.ts'
import {writeJson, writeSidecar} from './texts.ts'

/** Write a catalog as its two files; `sync` reads them back as the same catalog. */
export function catalogFiles({slug, locale, units, retired, more}: Catalog): CatalogFiles {
  return {
    slug,
    locale,
    texts: writeJson(
      units.flatMap(({key, target = '', rivals = []}) => [
        [key, target],
        ...rivals.map((rival): readonly [string, string] => [rival.key, rival.text]),
      ]),
    ),
    units: writeSidecar(
      units.map((unit) => [unit.key, recordOf(unit)]),
      retired.map((unit) => [unit.key, retiredRecordOf(unit)]),
      more ?? {},
    ),
  }
}

/** A unit's record in the order people read it; `undefined` values are not written. */
function recordOf(unit: Unit) {
  const {source, previousSource, target, state, origin, note, waivers, more} = unit
  const targetHash = target === undefined ? undefined : hash(target)
  return {source, previousSource, state, origin, note, waivers, targetHash, ...more}
}

function retiredRecordOf(unit: RetiredUnit) {
  const {kind, source, target, state, origin, note, waivers, more} = unit
  return {kind, source, target, state, origin, note, waivers, ...more}
}
