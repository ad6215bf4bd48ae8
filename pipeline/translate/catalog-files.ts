import type {Catalog, CatalogFiles, RetiredUnit, Unit} from '../model/catalog.ts'
import {hash} from './hash.ts'
import {writeJson} from './texts.ts'

/** Write a catalog as its two files; `sync` reads them back as the same catalog. */
export function catalogFiles({slug, locale, units, retired}: Catalog): CatalogFiles {
  return {
    slug,
    locale,
    texts: writeJson(units.map(({key, target = ''}) => [key, target])),
    units: writeJson([
      ['units', Object.fromEntries(units.map((unit) => [unit.key, recordOf(unit)]))],
      ['retired', Object.fromEntries(retired.map((unit) => [unit.key, retiredRecordOf(unit)]))],
    ]),
  }
}

/** In the order people read it; `undefined` values are not written. */
function recordOf({source, previousSource, target, state, origin, note, waivers}: Unit) {
  const targetHash = target === undefined ? undefined : hash(target)
  return {source, previousSource, state, origin, note, waivers, targetHash}
}

function retiredRecordOf({kind, source, target, state, origin, note, waivers}: RetiredUnit) {
  return {kind, source, target, state, origin, note, waivers}
}
