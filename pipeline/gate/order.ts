import type {Finding, Severity} from '../model/finding.ts'

const WEIGHT: Readonly<Record<Severity, number>> = {error: 0, warning: 1, notice: 2}

/** The order of a report: severity, file, line, check; then all else, so that it is always the same. */
export function inOrder(a: Finding, b: Finding): number {
  return (
    WEIGHT[a.severity] - WEIGHT[b.severity] ||
    byText(a.place.file, b.place.file) ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    byText(a.check, b.check) ||
    (a.place.column ?? 0) - (b.place.column ?? 0) ||
    byText(JSON.stringify(a), JSON.stringify(b))
  )
}

/** By code units: a collation would differ from machine to machine. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
