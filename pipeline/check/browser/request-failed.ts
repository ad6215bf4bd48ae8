import type {LoadLog} from '../../model/tab.ts'
import type {BrowserCheck} from '../check.ts'
import {findingOn} from './finding.ts'

const id = 'browser/request-failed'

/** Files that a page loads and that are not part of the release. */
export const requestFailed: BrowserCheck<Pick<LoadLog, 'missing' | 'foreign'>> = {
  id,
  criteria: [],
  every: 'viewport',
  async probe(tab) {
    const {missing, foreign} = await tab.loading()
    return {missing, foreign}
  },
  judge: ({missing, foreign}, seen) =>
    [
      ...missing.map((url) => ({url, key: `${id}/missing`})),
      ...foreign.map((url) => ({url, key: `${id}/foreign`})),
    ].map(({url, key}) =>
      findingOn(seen, {
        check: id,
        severity: 'error',
        message: {key, values: {address: url}},
        excerpt: url,
      }),
    ),
}
