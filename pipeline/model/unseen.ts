import type {Finding} from './finding.ts'

/** A page, or a whole target, that nobody looked at: an error, and never a pass. */
export function unseen(key: string, file: string): Finding {
  return {
    check: key,
    outcome: 'cantTell',
    severity: 'error',
    message: {key, values: {file}},
    place: {file},
    locale: undefined,
    article: undefined,
    criteria: [],
    engines: [],
  }
}
