import type {Finding, Message, Severity} from '../../model/finding.ts'
import type {Seen} from '../check.ts'

/** The part of a finding that all browser checks fill in the same way. */
export interface Found {
  readonly check: string
  readonly severity: Severity
  readonly message: Message
  readonly selector?: string
  readonly line?: number
  readonly criteria?: readonly string[]
  readonly act?: readonly string[]
  readonly outcome?: Finding['outcome']
  readonly engines?: readonly string[]
  readonly excerpt?: string | undefined
  readonly expected?: string
  readonly actual?: string
  readonly url?: string | undefined
  readonly pictures?: Finding['pictures'] & {}
  readonly changes?: Finding['changes'] & {}
}

/** A finding on the page that was seen. */
export function findingOn({page, view, locale, article}: Seen, found: Found): Finding {
  const {selector, line, excerpt, url, ...rest} = found
  return {
    outcome: 'failed',
    criteria: [],
    engines: [],
    ...rest,
    place: {
      file: page,
      view: view.name,
      ...(selector ? {selector} : {}),
      ...(line === undefined ? {} : {line}),
    },
    locale,
    article,
    ...(excerpt ? {excerpt} : {}),
    ...(url === undefined ? {} : {url}),
  }
}
