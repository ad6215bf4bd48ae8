import type {Finding} from '../../model/finding.ts'

/** A page that was asked for and could not be read: never a pass. */
export function unread(path: string, reason: string): Finding {
  return {
    check: 'audit/unread',
    outcome: 'cantTell',
    severity: 'error',
    message: {key: 'audit/unread', values: {file: path, reason}},
    place: {file: path},
    locale: undefined,
    article: undefined,
    criteria: [],
    engines: [],
  }
}
