import type {Finding} from '../model/finding.ts'

/**
 * Says that strangers' scripts ran in a browser without its sandbox, as it is for root and where
 * the system denies it. `undefined`: no page was loaded.
 */
export function sandboxOff(browser: string, sandboxed: boolean | undefined): readonly Finding[] {
  if (sandboxed !== false) return []
  return [
    {
      check: 'audit/no-sandbox',
      outcome: 'cantTell',
      severity: 'notice',
      message: {key: 'audit/no-sandbox', values: {browser}},
      place: {file: '.'},
      locale: undefined,
      article: undefined,
      criteria: [],
      engines: [],
    },
  ]
}
