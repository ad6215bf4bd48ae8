import type {Finding} from '../../model/finding.ts'
import type {WordFile} from '../../model/publication.ts'
import {around, type UnitDefect} from '../translation/unit-finding.ts'

/** What is wrong with one text of a file of template words. */
export type WordDefect = UnitDefect

/** A finding about one key; it counts against every edition in the language. */
export function wordFinding(
  {path, locale, words}: WordFile,
  unit: string,
  {key, severity, values = {}, excerpt, expected, within}: WordDefect,
): Finding {
  const text = words[unit] ?? ''
  return {
    check: key.split('/').slice(0, 2).join('/'),
    outcome: 'failed',
    severity,
    message: {key, values},
    place: {file: path, unit, ...(within && {within})},
    locale,
    article: undefined,
    criteria: [],
    engines: [],
    excerpt:
      excerpt ?? around(text, within?.start ?? 0, (within?.end ?? 60) - (within?.start ?? 0)),
    ...(expected === undefined ? {} : {expected}),
  }
}

/** A warning about keys that a whole file lacks: at the first that stands there without words. */
export function fileFinding(
  {path, locale, words}: WordFile,
  key: string,
  missing: readonly string[],
): Finding {
  const keys = missing.length <= 6 ? missing : [...missing.slice(0, 6), '…']
  const empty = missing.find((one) => words[one] === '')
  return {
    check: key.split('/').slice(0, 2).join('/'),
    outcome: 'failed',
    severity: 'warning',
    message: {key, values: {count: missing.length, keys: keys.join(', ')}},
    place: {file: path, ...(empty === undefined ? {line: 1, column: 1} : {unit: empty})},
    locale,
    article: undefined,
    criteria: [],
    engines: [],
  }
}
