import type {Finding} from '../../model/finding.ts'
import type {LoadLog} from '../../model/tab.ts'
import type {BrowserCheck} from '../check.ts'
import {findingOn} from './finding.ts'

const id = 'browser/request-failed'

/** Files that a page loads and that are not part of the release. */
export const requestFailed: BrowserCheck<Omit<LoadLog, 'refused'>> = {
  id,
  criteria: [],
  every: 'viewport',
  async probe(tab) {
    const {refused: _, ...log} = await tab.loading()
    return log
  },
  judge({missing, foreign, restless, elsewhere}, seen) {
    const tell = (severity: Finding['severity'], key: string, url: string) =>
      findingOn(seen, {check: id, severity, message: {key, values: {address: url}}, excerpt: url})
    // One that never stops asks for the same under a new number each time.
    const told = (urls: readonly string[]) =>
      restless ? [...new Map(urls.toReversed().map((url) => [plain(url), url])).values()] : urls
    const plain = (url: string) => url.replaceAll(/\d+/g, '0')
    const sheets = [...missing, ...foreign].filter((url) => /\.css($|[?#])/i.test(url))
    return [
      ...told(missing).map((url) => tell('error', `${id}/missing`, url)),
      ...told(foreign).map((url) => tell('error', `${id}/foreign`, url)),
      // Whoever reads what else was found has to know.
      ...sheets.slice(0, 1).map((url) => tell('warning', `${id}/unstyled`, url)),
      ...(elsewhere === undefined ? [] : [tell('warning', `${id}/elsewhere`, elsewhere)]),
      ...(restless ? [tell('warning', `${id}/restless`, seen.page)] : []),
    ]
  },
}
