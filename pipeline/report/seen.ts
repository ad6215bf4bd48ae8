import type {Run} from '../model/run.ts'
import type {Speaker} from '../words/speaker.ts'

/** How many pages are taken at their word: an earlier run saw them pass, and this one did not look. */
export function seenBefore({audited = []}: Run): number {
  return audited.filter(({unchanged}) => unchanged).length
}

/** What was looked at, by what: the values of the words `seen`. */
export function seenIn({verdict, pages, views, browser}: Run, words: Speaker) {
  return {
    count: pages,
    views: words.say('report', 'seen.views', {count: views.length}),
    checks: Object.keys(verdict.checked).length,
    browser,
  }
}
