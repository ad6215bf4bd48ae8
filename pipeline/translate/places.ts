import {readTexts} from './texts.ts'
import type {Spot} from './json.ts'

/** Where a unit's text stands in its locale file; `undefined` where the file does not have it. */
export function placeOfUnit(texts: string, key: string): Spot | undefined {
  return readTexts(texts).entries.get(key)?.spot
}
