import type {Finding, Message, Severity} from '../../model/finding.ts'

/** A finding about a file of translations that is imported: `importFinding('extra', …)`. */
export function importFinding(
  name: string,
  severity: Severity,
  place: {
    readonly file: string
    readonly line?: number | undefined
    readonly column?: number | undefined
    readonly unit?: string | undefined
  },
  about: {readonly locale: string; readonly article: string; readonly excerpt?: string},
  values: Message['values'] = {},
): Finding {
  const {file, line, column, unit} = place
  const {locale, article, excerpt} = about
  return {
    check: `import/${name.replace(/\/.*/u, '')}`,
    outcome: 'failed',
    severity,
    message: {key: `import/${name}`, values},
    place: {
      file,
      ...(line === undefined ? {} : {line}),
      ...(column === undefined ? {} : {column}),
      ...(unit === undefined ? {} : {unit}),
    },
    locale,
    article,
    criteria: [],
    engines: [],
    ...(excerpt === undefined ? {} : {excerpt: excerpt.slice(0, 80)}),
  }
}
