import {diffWordsWithSpace} from 'diff'

/** A stretch of text that stands in both versions, or in one of them only. */
export interface Stretch {
  readonly in: 'both' | 'before' | 'now'
  readonly text: string
}

/** What has changed between two texts, word by word. */
export function wordDiff(before: string, now: string): readonly Stretch[] {
  return diffWordsWithSpace(before, now).map(({added, removed, value}) => ({
    in: added ? 'now' : removed ? 'before' : 'both',
    text: value,
  }))
}
