import type {More, Unit} from '../model/catalog.ts'
import type {Segment} from '../model/segment.ts'
import {changeBetween} from './change.ts'
import {hash} from './hash.ts'
import {patchAddresses} from './patch-addresses.ts'
import type {UnitRecord} from './sidecar.ts'

/** A unit as it is today, and what a person should be told of how it came to be so. */
export interface BroughtUp {
  readonly unit: Unit
  readonly said?: 'url' | 'markup'
}

/**
 * What happened to a unit since the last sync, told by hashes. Edited by a translator: it is the
 * translation of today's source. Else, where the source has changed: new addresses are put into the
 * translation; new markup leaves it to the checks; new words make it stale.
 */
export function bringUp(
  segment: Pick<Segment, 'key' | 'kind' | 'text'>,
  target: string,
  record: UnitRecord | undefined,
): BroughtUp {
  const {key, kind, text: source} = segment
  const {note, waivers, more} = record ?? {}
  const own = {key, kind, source, note, ...(waivers && {waivers}), ...(more && {more})}
  const fresh = {...own, stale: false, previousSource: undefined}
  if (target.trim() === '')
    return {
      unit: {...withoutMatch(fresh), target: undefined, origin: undefined, state: 'untranslated'},
    }
  if (record === undefined || hash(target) !== record.targetHash)
    return {unit: {...withoutMatch(fresh), target, origin: 'person', state: 'translated'}}
  const state = record.state === 'untranslated' ? 'translated' : record.state
  const kept = {...fresh, target, state, origin: record.origin}
  const madeFrom = record.previousSource ?? record.source
  const change = changeBetween(madeFrom, source, kind)
  if (change === 'none') return {unit: kept}
  if (change === 'markup') return {unit: kept, said: 'markup'}
  const patched = change === 'url' ? patchAddresses(madeFrom, source, target) : undefined
  if (patched !== undefined) return {unit: {...kept, target: patched}, said: 'url'}
  return {unit: {...kept, stale: true, previousSource: madeFrom}}
}

/** A person's text is no longer so many per cent of what the memory had. */
export function withoutMatch<Kept extends More>({more, ...kept}: Kept) {
  const {match: _match, ...others} = more ?? {}
  return {...kept, ...(Object.keys(others).length > 0 && {more: others})}
}
