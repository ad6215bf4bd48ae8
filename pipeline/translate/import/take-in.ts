import type {Catalog, RetiredUnit, Unit} from '../../model/catalog.ts'
import type {Finding} from '../../model/finding.ts'
import {bringUp} from '../bring-up.ts'
import {hash} from '../hash.ts'
import {importFinding} from './import-finding.ts'
import type {Extra, Imported, Offer} from './importers.ts'

/** A catalog with the imported translations in it, and what became of each. */
export interface TakenIn {
  readonly catalog: Catalog
  readonly units: readonly TakenUnit[]
  readonly findings: readonly Finding[]
}

/** What became of one unit that a translation was offered for. */
export interface TakenUnit {
  readonly key: string
  /** `kept`: it has another translation, which stays; the one offered is among the retired units. */
  readonly outcome: 'translated' | 'draft' | 'same' | 'kept' | 'replaced'
  readonly confidence: number
  readonly line: number | undefined
  readonly note: string | undefined
}

/**
 * Put imported translations into a catalog. A unit that has a translation keeps it, unless `force`
 * is given; the other of the two is parked among the retired units, as is every text without a
 * unit. Importing the same file again changes nothing.
 */
export function takeIn(
  catalog: Catalog,
  imported: Imported,
  {name, force}: {readonly name: string; readonly force: boolean},
): TakenIn {
  const {slug: article, locale} = catalog
  const offers = new Map(imported.offers.map((offer) => [offer.key, offer]))
  const parked = new Map(catalog.retired.map((unit) => [unit.key, unit]))
  const units: TakenUnit[] = []
  const findings: Finding[] = []
  const taken = catalog.units.map((unit) => {
    const offer = offers.get(unit.key)
    if (offer === undefined) return unit
    const {confidence, line, column, note} = offer
    const place = {file: name, line, column, unit: unit.key}
    const say = (outcome: TakenUnit['outcome']) =>
      units.push({key: unit.key, outcome, confidence, line, note})
    if (unit.target === offer.target) {
      say('same')
      return unit
    }
    const about = {locale, article, excerpt: offer.target}
    if (unit.target !== undefined && !force) {
      park(parked, `${unit.key}-import`, asRetired(unit, offer, name))
      findings.push(importFinding('kept', 'notice', place, about, {key: unit.key}))
      say('kept')
      return unit
    }
    if (unit.target !== undefined) park(parked, `${unit.key}-before`, formerly(unit))
    if (offer.state === 'draft')
      findings.push(
        importFinding('uncertain', 'warning', place, about, {
          key: unit.key,
          percent: Math.round(confidence * 100),
        }),
      )
    say(unit.target === undefined ? (offer.state === 'draft' ? 'draft' : 'translated') : 'replaced')
    return withOffer(unit, offer)
  })
  for (const extra of imported.extras) {
    const {kind, line, column, target} = extra
    park(parked, `${kind}-${hash(target).slice(-8)}`, extraUnit(extra, name))
    const about = {locale, article, excerpt: target}
    findings.push(importFinding('extra', 'warning', {file: name, line, column}, about))
  }
  return {
    catalog: {...catalog, units: taken, retired: [...parked.values()]},
    units,
    findings: [...imported.findings, ...findings],
  }
}

/** As `sync` would have it: what was made from another source is stale, or gets its new addresses. */
function withOffer(unit: Unit, {target, state, source, note = unit.note}: Offer): Unit {
  const {key, kind, source: text, waivers, more} = unit
  const record = {
    source,
    state,
    targetHash: hash(target),
    origin: 'import',
    ...(note === undefined ? {} : {note}),
    ...(waivers === undefined ? {} : {waivers}),
    ...(more === undefined ? {} : {more}),
  }
  return bringUp({key, kind, text}, target, record).unit
}

type Parked = Omit<RetiredUnit, 'key'>

function asRetired({kind}: Unit, {source, target, note}: Offer, name: string): Parked {
  const from = `From ${name}, for a unit that had another translation.`
  return {
    kind,
    source,
    target,
    state: 'draft',
    origin: 'import',
    note: note === undefined ? from : `${from} ${note}`,
  }
}

function formerly({kind, source, previousSource, target = '', state, origin, note}: Unit): Parked {
  return {kind, source: previousSource ?? source, target, state, origin, note}
}

function extraUnit({kind, target, source, note}: Extra, name: string): Parked {
  return {kind, source, target, state: 'draft', origin: 'import', note: `From ${name}. ${note}`}
}

/** Keep a text under its key, or under the next free one where that holds another text. */
export function park(parked: Map<string, RetiredUnit>, key: string, unit: Parked): void {
  let name = key
  for (let count = 2; parked.has(name) && parked.get(name)?.target !== unit.target; count++)
    name = `${key}-${count}`
  if (!parked.has(name)) parked.set(name, {key: name, ...unit})
}
