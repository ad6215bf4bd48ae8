import type {Catalog, RetiredUnit, Unit} from '../../model/catalog.ts'
import type {Finding} from '../../model/finding.ts'
import {hash} from '../hash.ts'
import {importFinding} from '../import/import-finding.ts'
import {park} from '../import/take-in.ts'
import {kindIn} from '../sidecar.ts'
import {bringUnit, written, type Brought, type Circumstances} from './bring-unit.ts'
import type {ReadUnit} from './formats.ts'
import {recognise} from './recognise.ts'

/** A catalog with what came back in it, and what became of each unit. */
export interface BroughtBack {
  readonly catalog: Catalog
  readonly units: readonly {
    readonly key: string
    readonly outcome: Brought['outcome'] | 'unknown'
    readonly line: number
  }[]
  readonly findings: readonly Finding[]
}

/**
 * Bring an exported file's units back into their catalog. What was not touched leaves everything
 * as it is; a newer translation is not overwritten, and no text that came is lost: what cannot be
 * taken is kept among the retired units. Units that the file does not have stay as they are.
 *
 * @param name The file's, for findings.
 */
export function bringBack(
  catalog: Catalog,
  read: readonly ReadUnit[],
  {name, ...how}: Circumstances & {readonly name: string},
): BroughtBack {
  const {slug: article, locale} = catalog
  const byKey = new Map(catalog.units.map((unit) => [unit.key, unit]))
  const parked = new Map(catalog.retired.map((unit) => [unit.key, unit]))
  const units: BroughtBack['units'][number][] = []
  const findings: Finding[] = []
  for (const one of recognise(catalog.units, read, how)) {
    const {line, column} = one
    const key = one.key ?? ''
    const place = {file: name, line, column, unit: key}
    const say = (variant: string, severity: Finding['severity'], excerpt: string) =>
      findings.push(importFinding(variant, severity, place, {locale, article, excerpt}, {key}))
    const unit = byKey.get(key)
    if (unit === undefined) {
      const text = strange(one, how)
      const isKnown = one.base !== undefined && one.base.target === hash(text?.target ?? '')
      if (text !== undefined && !(isKnown && parked.has(key))) {
        park(parked, key === '' ? `${text.kind}-${hash(text.target).slice(-8)}` : key, text)
        say('unknown-key', 'warning', text.target)
      }
      units.push({key, outcome: 'unknown', line})
      continue
    }
    const brought = bringUnit(unit, one, how)
    const {outcome, text} = brought
    byKey.set(key, brought.unit)
    units.push({key, outcome, line})
    const isTaken = outcome === 'translated' || outcome === 'draft'
    if (outcome === 'kept') {
      park(parked, `${key}-import`, otherText(unit, brought, name))
      say('conflict', 'warning', text.markdown)
    }
    if (isTaken && unit.target !== undefined && one.base?.target !== hash(unit.target))
      park(parked, `${key}-before`, formerText(unit))
    if (outcome === 'emptied') say('emptied', 'notice', unit.target ?? '')
    if (isTaken && brought.sourceChanged) say('source-changed', 'warning', brought.source)
    if (isTaken && !text.exact) say('markup', 'warning', text.markdown)
  }
  return {
    catalog: {...catalog, units: [...byKey.values()], retired: [...parked.values()]},
    units,
    findings,
  }
}

type Parked = Omit<RetiredUnit, 'key'>

/** A text whose key no unit has. */
function strange(
  {key, source, target, note}: ReadUnit,
  {parse}: Circumstances,
): Parked | undefined {
  const kind = kindIn(key) ?? 'paragraph'
  const text = written(target ?? '', {kind}, parse).markdown
  if (text.trim() === '') return undefined
  const origin = 'import'
  return {
    kind,
    source: written(source, {kind}, parse).markdown,
    target: text,
    state: 'draft',
    origin,
    note,
  }
}

function otherText({kind}: Unit, {text, source}: Brought, name: string): Parked {
  const note = `From ${name}; the unit had been translated in the meantime.`
  return {kind, source, target: text.markdown, state: 'draft', origin: 'import', note}
}

function formerText({
  kind,
  source,
  previousSource,
  target = '',
  state,
  origin,
  note,
}: Unit): Parked {
  return {kind, source: previousSource ?? source, target, state, origin, note}
}
