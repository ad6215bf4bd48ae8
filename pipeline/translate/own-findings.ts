import type {Finding, Severity} from '../model/finding.ts'
import type {Spot} from '../model/spot.ts'
import type {Fault} from './json.ts'

/** The file of an article in one locale that a finding is about. */
export interface LocaleFile {
  readonly path: string
  readonly locale: string
  readonly article: string
}

/** Name an article's locale file: its texts, or its sidecar. */
export function localeFile(slug: string, locale: string, part: 'texts' | 'units'): LocaleFile {
  const suffix = part === 'texts' ? '' : '.units'
  return {path: `locales/${locale}/${slug}${suffix}.json`, locale, article: slug}
}

/** A finding of `sync`. */
export function syncFinding(
  severity: Severity,
  key: string,
  {path, locale, article}: LocaleFile,
  place: Partial<Spot> & {readonly unit?: string},
  values: Readonly<Record<string, string | number>> = {},
): Finding {
  return {
    check: key.split('/').slice(0, 2).join('/'),
    outcome: 'failed',
    severity,
    message: {key, values},
    place: {file: path, ...place},
    locale,
    article,
    criteria: [],
    engines: [],
  }
}

/** What is wrong with a locale file; it is left as it is, and holds its edition. */
export function faultFindings(faults: readonly Fault[], file: LocaleFile): readonly Finding[] {
  return faults.map(({variant, spot, subject}) =>
    syncFinding('error', `translation/file/${variant}`, file, spot, {subject, file: file.path}),
  )
}
