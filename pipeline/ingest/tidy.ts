import {segmentsIn} from '../words/segments-in.ts'
import {misread} from './mojibake.ts'

/** A line as it came, and as the readers get it. */
export interface Tidied {
  readonly from: string
  readonly text: string
  /** For each UTF-16 code unit of `text`, its 1-based column in `from`; absent where they agree. */
  readonly columns?: readonly number[]
  /** Kinds of change, each at its first 1-based column in `from`. */
  readonly changed: readonly {readonly variant: Change; readonly column: number}[]
}

type Change = 'spaces' | 'invisible' | 'control' | 'nfc'

/** Make spaces plain, take invisible and control characters away, compose what is decomposed (NFC). */
export function tidy(from: string): Tidied {
  const spoilt = misread(from)
  const isSpoilt = (at: number) =>
    spoilt.some(({index, found}) => at >= index && at < index + found.length)
  const changed: {variant: Change; column: number}[] = []
  const columns: number[] = []
  let text = ''
  for (const {segment, index} of clusters(from)) {
    const variant = isSpoilt(index) ? undefined : changeOf(segment)
    if (variant !== undefined && !changed.some((one) => one.variant === variant)) {
      // A byte order mark at the very start is how many programs save a file: no news.
      if (segment !== '\uFEFF') changed.push({variant, column: index + 1})
    }
    const kept =
      variant === 'spaces'
        ? ' '
        : variant === 'nfc'
          ? segment.normalize('NFC')
          : variant === undefined
            ? segment
            : segment.replace(removed, '')
    for (let at = 0; at < kept.length; at++)
      columns.push(index + Math.min(at, segment.length - 1) + 1)
    text += kept
  }
  return text === from ? {from, text, changed} : {from, text, columns, changed}
}

const graphemes = new Intl.Segmenter('und', {granularity: 'grapheme'})

function clusters(line: string): Iterable<{readonly segment: string; readonly index: number}> {
  if (/^[\t\u0020-\u007E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\uAC00-\uD7A3]*$/.test(line)) {
    return [{segment: line, index: 0}]
  }
  return segmentsIn(line, graphemes)
}

const spaces = /^[\u0085\u00A0\u115F\u1160\u1680\u2000-\u200A\u202F\u205F\u3000\u3164\uFFA0]$/
const invisible = /[\u00AD\u200B\u2060\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/
const control = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/
const removed = new RegExp(`${invisible.source}|${control.source}`, 'g')

function changeOf(segment: string): Change | undefined {
  if (spaces.test(segment)) return 'spaces'
  if (control.test(segment)) return 'control'
  if (invisible.test(segment)) return 'invisible'
  return segment.normalize('NFC') === segment ? undefined : 'nfc'
}
