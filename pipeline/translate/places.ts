import {readTexts} from './texts.ts'
import {propertiesOf, readJson, spotAt, type Spot} from './json.ts'

/** Where a unit's text stands in its locale file; `undefined` where the file does not have it. */
export function placeOfUnit(texts: string, key: string): Spot | undefined {
  return readTexts(texts).entries.get(key)?.spot
}

/** Where a unit's record stands in a sidecar. */
export function placeInSidecar(sidecar: string, key: string): Spot | undefined {
  const units = propertiesOf(readJson(sidecar).tree).find((part) => part.key === 'units')
  const record = propertiesOf(units?.value).find((one) => one.key === key)
  return record && spotAt(sidecar, record.keyNode.offset)
}
