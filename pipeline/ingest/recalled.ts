import type {TextFile} from '../model/publication.ts'
import {readArticle} from './article.ts'
import {waitOf, type Scheduled, type Wait} from './schedule.ts'

/** An article that was to go out and may not any more: it is gone, is no article now, or has to wait. */
export interface Recalled {
  readonly file: string
  readonly why: Wait | 'gone' | 'unreadable'
}

/** What articles that were judged are held against at the moment when they would go out. */
export interface AtLast {
  /** The article's file as it is now, or `undefined` where it is not there any more. */
  readonly textOf: (path: string) => string | undefined
  /** ISO 8601 in UTC. */
  readonly now: string
}

/**
 * Ask once more, as the last thing before readers see them, which articles may be read: an editor
 * may have put one under embargo while the gate ran, and a clock may have been put back.
 *
 * @param due what was judged, each with the text that was
 */
export function recalled(
  due: readonly {readonly article: Scheduled; readonly judged: TextFile}[],
  {textOf, now}: AtLast,
  {source, timeZone}: {readonly source: string; readonly timeZone: string},
): readonly Recalled[] {
  return due.flatMap(({article, judged: {path, text}}): readonly Recalled[] => {
    const latest = textOf(path)
    if (latest === undefined) return [{file: path, why: 'gone'}]
    const known = latest === text ? article : readArticle({path, text: latest}, source).article
    const why = known === undefined ? 'unreadable' : waitOf(known, now, timeZone)
    return why === undefined ? [] : [{file: path, why}]
  })
}
