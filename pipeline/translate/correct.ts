import type {CatalogFiles} from '../model/catalog.ts'
import type {Finding, Fix} from '../model/finding.ts'
import {hash} from './hash.ts'
import {propertiesOf, readJson} from './json.ts'
import {literalOf, offsetIn} from './places.ts'
import {readTexts} from './texts.ts'

/**
 * Make the corrections that findings carry, in the locale files and nowhere else in them: every
 * other byte stays. Where the sidecar knew the text as it was, it learns the text as it is, so that
 * a correction is not taken for a translator's answer: a draft stays a draft, what is stale stays
 * stale. Where corrections overlap the first is made; the others show again. A file with a fault is
 * left alone.
 */
export function correct(
  files: readonly CatalogFiles[],
  findings: readonly Finding[],
): readonly CatalogFiles[] {
  return files.map((file) => {
    const path = `locales/${file.locale}/${file.slug}.json`
    const units = new Map<string, Fix[]>()
    for (const {place, fix} of findings) {
      if (fix === undefined || place.unit === undefined || place.file !== path) continue
      units.set(place.unit, [...(units.get(place.unit) ?? []), fix])
    }
    return [...units].reduce((now, [key, fixes]) => correctUnit(now, key, fixes), file)
  })
}

function correctUnit(files: CatalogFiles, key: string, fixes: readonly Fix[]): CatalogFiles {
  const {texts, units} = files
  if (texts === undefined) return files
  const {entries, faults} = readTexts(texts)
  const text = entries.get(key)?.text
  if (text === undefined || faults.length > 0) return files
  const made = apart(fixes)
  const changed = made.reduceRight(
    (now, {start, end, text: by}) => replaced(now, key, start, end, by),
    texts,
  )
  const target = readTexts(changed).entries.get(key)?.text ?? ''
  return {...files, texts: changed, units: units && relearned(units, key, hash(text), hash(target))}
}

/** In order, and none that reaches into the one before. */
function apart(fixes: readonly Fix[]): readonly Fix[] {
  const made: Fix[] = []
  for (const fix of fixes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (fix.start >= (made.at(-1)?.end ?? 0)) made.push(fix)
  }
  return made
}

function replaced(texts: string, key: string, start: number, end: number, by: string): string {
  const literal = literalOf(texts, key)
  if (literal === undefined) return texts
  const [from, to] = [offsetIn(texts, literal, start), offsetIn(texts, literal, end)]
  return texts.slice(0, from) + JSON.stringify(by).slice(1, -1) + texts.slice(to)
}

/** The sidecar with the new fingerprint in place of the old one, where it had that. */
function relearned(units: string, key: string, before: string, after: string): string {
  const live = propertiesOf(readJson(units).tree).find((part) => part.key === 'units')?.value
  const record = propertiesOf(live).find((one) => one.key === key)?.value
  const print = propertiesOf(record).find((field) => field.key === 'targetHash')?.value
  if (print === undefined || print.value !== before) return units
  return (
    units.slice(0, print.offset) + JSON.stringify(after) + units.slice(print.offset + print.length)
  )
}
