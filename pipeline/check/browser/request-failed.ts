import type {Finding} from '../../model/finding.ts'
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
  judge({missing, foreign}, seen) {
    const tell = (severity: Finding['severity'], key: string, url: string) =>
      findingOn(seen, {check: id, severity, message: {key, values: {address: url}}, excerpt: url})
    const sheets = [...missing, ...foreign].filter((url) => /\.css($|[?#])/i.test(url))
    return [
      ...missing.map((url) => tell('error', `${id}/missing`, url)),
      ...foreign.map((url) => tell('error', `${id}/foreign`, url)),
      // Whoever reads what else was found has to know.
      ...sheets.slice(0, 1).map((url) => tell('warning', `${id}/unstyled`, url)),
    ]
  },
}
