import type {Finding, Message, Severity} from '../model/finding.ts'

/** A place in a source file, 1-based. */
export interface At {
  readonly line: number
  readonly column: number
}

/** A finding about a source file: `ingestFinding('ingest/residue', 'dropped', …)`. */
export function ingestFinding(
  check: `ingest/${string}`,
  variant: string,
  severity: Severity,
  file: string,
  {line, column}: At,
  values: Message['values'] = {},
): Finding {
  return {
    check,
    outcome: 'failed',
    severity,
    message: {key: `${check}/${variant}`, values},
    place: {file, line, column},
    locale: undefined,
    article: undefined,
    criteria: [],
    engines: [],
  }
}

/** Writes down a finding about a piece of the source. */
export type Note = (
  check: `ingest/${string}`,
  variant: string,
  severity: Severity,
  piece: At & {readonly text: string},
  values?: Message['values'],
) => void

/** Findings about one source file, and the means of adding to them. */
export function notebook(file: string): {readonly findings: Finding[]; readonly note: Note} {
  const findings: Finding[] = []
  return {
    findings,
    note(check, variant, severity, piece, values = {}) {
      const found = ingestFinding(check, variant, severity, file, piece, values)
      findings.push(piece.text === '' ? found : {...found, excerpt: piece.text.slice(0, 80)})
    },
  }
}
