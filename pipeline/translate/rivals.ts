import type {Rival} from '../model/catalog.ts'
import type {Texts} from './texts.ts'

/**
 * In a locale file `<key>#theirs` holds another translation of the unit `<key>`: one that a merge
 * met beside it. It stays there until a person has taken out one of the two.
 */
const rival = /^(?<key>.+)#theirs(?:-\d+)?$/u

/** The key of the unit that this is another translation of. */
export function rivalOf(key: string): string | undefined {
  return rival.exec(key)?.groups?.['key']
}

/** A key for another translation of a unit that is not taken yet. */
export function freeRivalKey(unit: string, isTaken: (key: string) => boolean): string {
  const base = `${rivalOf(unit) ?? unit}#theirs`
  let key = base
  for (let count = 2; isTaken(key); count++) key = `${base}-${count}`
  return key
}

/**
 * A unit's own translation, and the others that a merge met. Where a person has taken out its own and
 * left one other, that one is its own.
 */
export function decided(
  own: string,
  others: readonly Rival[],
): {readonly text: string; readonly rivals: readonly Rival[]} {
  const different = others.filter(({text}) => text.trim() !== '' && text !== own)
  const [only] = different
  return own.trim() === '' && only !== undefined && different.length === 1
    ? {text: only.text, rivals: []}
    : {text: own, rivals: different}
}

/** The other translations in a locale file, by the key of their unit. */
export function rivalsIn({entries}: Texts): ReadonlyMap<string, readonly Rival[]> {
  const rivals = new Map<string, readonly Rival[]>()
  for (const [key, {text}] of entries) {
    const unit = rivalOf(key)
    if (unit !== undefined) rivals.set(unit, [...(rivals.get(unit) ?? []), {key, text}])
  }
  return rivals
}
