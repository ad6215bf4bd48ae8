import type {LoadLog} from '../../model/tab.ts'
import type {BrowserCheck} from '../check.ts'
import {findingOn} from './finding.ts'

const id = 'browser/content-security-policy'

/** What the page asks for and the policy it is served with refuses: readers would not get it. */
export const securityPolicy: BrowserCheck<Pick<LoadLog, 'refused'>> = {
  id,
  criteria: [],
  every: 'viewport',
  async probe(tab) {
    const {refused} = await tab.loading()
    return {refused}
  },
  judge: ({refused}, seen) =>
    refused.map(({directive, what, line}) =>
      findingOn(seen, {
        check: id,
        severity: 'error',
        message: {
          key: what === 'inline' ? `${id}/inline` : id,
          values: {directive, what},
        },
        excerpt: what,
        ...(line === undefined ? {} : {line}),
      }),
    ),
}
