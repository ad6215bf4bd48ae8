import type {Unit} from '../../model/catalog.ts'
import {hash} from '../hash.ts'
import {written, type Circumstances} from './bring-unit.ts'
import type {ReadUnit} from './formats.ts'

/**
 * Give back their keys to texts that a tool took them from: `po2xliff` drops the context of a
 * message. Such a text is known by its source; where several units have the same, by what its
 * unit's translation was at export. What more than one unit could be stays without a key.
 */
export function recognise(
  units: readonly Unit[],
  read: readonly ReadUnit[],
  {parse}: Pick<Circumstances, 'parse'>,
): readonly ReadUnit[] {
  const keys = new Set(units.map(({key}) => key))
  const named = new Set(read.flatMap(({key}) => (key !== undefined && keys.has(key) ? [key] : [])))
  if (read.every(isNamed)) return read
  const bySource = new Map<string, Unit[]>()
  for (const unit of units)
    for (const source of new Set([unit.source, unit.previousSource ?? unit.source]))
      bySource.set(hash(source), [...(bySource.get(hash(source)) ?? []), unit])
  return read.map((one) => {
    if (isNamed(one)) return one
    const {base} = one
    const source = base?.source ?? hash(written(one.source, {kind: 'paragraph'}, parse).markdown)
    const free = (bySource.get(source) ?? []).filter(({key}) => !named.has(key))
    const same = free.find(({target = ''}) => base?.target === hash(target))
    const unit = same ?? (free.length === 1 ? free[0] : undefined)
    if (unit === undefined) return one
    named.add(unit.key)
    return {...one, key: unit.key}
  })
}

function isNamed({key = ''}: ReadUnit): boolean {
  return key !== ''
}
