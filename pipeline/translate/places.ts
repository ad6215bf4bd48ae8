import type {Stretch} from '../model/finding.ts'
import {spotAt, type Spot} from '../model/spot.ts'
import {propertiesOf, readJson} from './json.ts'

/**
 * Where a unit's text stands in its locale file, or a place within the text; `undefined` where the
 * file does not have it.
 */
export function placeOfUnit(texts: string, key: string, within?: number): Spot | undefined {
  const literal = literalOf(texts, key)
  return (
    literal &&
    spotAt(texts, within === undefined ? literal.start : offsetIn(texts, literal, within))
  )
}

/** Findings on one file come together. */
function treeOf(text: string) {
  if (last?.text !== text) last = {text, tree: readJson(text).tree}
  return last.tree
}

let last: {readonly text: string; readonly tree: ReturnType<typeof readJson>['tree']} | undefined

/** The string literal, quotation marks included, that holds a unit's text. */
export function literalOf(texts: string, key: string): Stretch | undefined {
  const value = propertiesOf(treeOf(texts)).find((one) => one.key === key)?.value
  if (value?.type !== 'string') return undefined
  return {start: value.offset, end: value.offset + value.length}
}

/** The offset in the file of a place in the text that a string literal holds: escapes are longer. */
export function offsetIn(file: string, {start, end}: Stretch, index: number): number {
  const escapes = /\\u[0-9a-f]{4}|\\.|[^]/giu
  escapes.lastIndex = start + 1
  let left = index
  while (left > 0 && escapes.lastIndex < end - 1) {
    const [character = ''] = escapes.exec(file) ?? []
    left -= character.startsWith('\\') ? 1 : character.length
  }
  return escapes.lastIndex
}

/** Where a unit's record stands in a sidecar. */
export function placeInSidecar(sidecar: string, key: string): Spot | undefined {
  const units = propertiesOf(treeOf(sidecar)).find((part) => part.key === 'units')
  const record = propertiesOf(units?.value).find((one) => one.key === key)
  return record && spotAt(sidecar, record.keyNode.offset)
}
