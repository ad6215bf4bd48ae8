import {diffArrays} from 'diff'

/** A stretch of text that stands in both versions, or in one of them only. */
export interface Stretch {
  readonly in: 'both' | 'before' | 'now'
  readonly text: string
}

/** What has changed between two texts, word by word; a number, however it is grouped, is a word. */
export function wordDiff(before: string, now: string): readonly Stretch[] {
  return diffArrays(wordsIn(before), wordsIn(now)).map(({added, removed, value}) => ({
    in: added ? 'now' : removed ? 'before' : 'both',
    text: value.join(''),
  }))
}

/** Words (3,200 and don’t are one), runs of blanks, and whatever stands alone. */
function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[.,:'’-][\p{L}\p{M}\p{N}]+)*|\s+|./gsu) ?? []
}
