import type {ReleaseSummary} from '../model/run.ts'

/** What is said beside a release: a key of the report's words, and its values. */
export function releaseNote({changed, without}: ReleaseSummary): {
  readonly k: string
  readonly values: Readonly<Record<string, string>>
} {
  if (without === undefined) return {k: changed ? 'release.new' : 'release.unchanged', values: {}}
  return {k: 'release.without', values: {files: without.join(', ')}}
}
