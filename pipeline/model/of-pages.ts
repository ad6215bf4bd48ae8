import type {PublicationConfig} from './publication.ts'
import type {View} from './view.ts'

/** What holds for one page of an audit and not for the others. */
export interface PageTerms {
  readonly views?: readonly View[]
  /** Milliseconds. */
  readonly timeLimit?: number
}

type Terms = Pick<PublicationConfig, 'views' | 'timeLimit' | 'ofPages'>

/** The views that a page is seen in. */
export function viewsOn({views, ofPages}: Pick<Terms, 'views' | 'ofPages'>, path: string) {
  return termsOf(ofPages, path)?.views ?? views
}

/** How long a page may take, in milliseconds. */
export function timeLimitOn({timeLimit, ofPages}: Omit<Terms, 'views'>, path: string): number {
  return termsOf(ofPages, path)?.timeLimit ?? timeLimit
}

/** Names of all views that there are. */
export function viewNames({views, ofPages = {}}: Pick<Terms, 'views' | 'ofPages'>) {
  const own = Object.values(ofPages).flatMap((terms) => terms.views ?? [])
  return [...new Set([...views, ...own].map(({name}) => name))]
}

/**
 * What a record says of a page. A folder is served as static hosts do it: `/about` is `about.html`.
 */
export function termsOf<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  path: string,
): Value | undefined {
  if (record === undefined) return undefined
  const name = [path, path.replace(/\.html$/, '')].find((one) => Object.hasOwn(record, one))
  return name === undefined ? undefined : record[name]
}

/** What a record says of a page, or of all others under `*`; else what is usual. */
export function termsOrUsual<Value>(
  record: Readonly<Record<string, Value>>,
  path: string,
  usual: Value,
): Value {
  return termsOf(record, path) ?? record['*'] ?? usual
}
