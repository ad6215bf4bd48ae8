import {diffArrays} from 'diff'
import type {Transcript} from '../model/transcript.ts'
import type {Speaker} from '../words/speaker.ts'
import type {ReportContext} from './context.ts'

/** What a screen reader says otherwise than before, on every page on which it is the same. */
export interface HeardChange {
  readonly pages: readonly string[]
  readonly lang: string | undefined
  readonly stretches: readonly Stretch[]
}

/** Lines that came in the place of others; of either there may be none. */
export interface Stretch {
  /** The line in front of them, which stays; `null` at the beginning. */
  readonly after: string | null
  readonly gone: readonly string[]
  readonly new: readonly string[]
}

/** Beyond so many lines that came or went nothing can be told apart, and all of it is another text. */
const MOST_EDITS = 2000

/**
 * What changed in transcripts, in the order of the pages. What one template does to many pages is
 * told once, with all of them.
 */
export function heardChanges(transcripts: ReadonlyMap<string, Transcript>): readonly HeardChange[] {
  const found = new Map<string, HeardChange>()
  for (const [page, {lang, changed}] of transcripts) {
    if (changed === undefined) continue
    const stretches = stretchesOf(linesOf(changed.before), linesOf(changed.now))
    const key = JSON.stringify([lang, stretches.map((one) => [one.gone, one.new])])
    const known = found.get(key)
    found.set(
      key,
      known ? {...known, pages: [...known.pages, page]} : {pages: [page], lang, stretches},
    )
  }
  return [...found.values()]
}

/** In a sentence on how many pages something changed; empty where nothing did. */
export function changesHeard(
  {transcripts, since}: Pick<ReportContext, 'transcripts' | 'since'>,
  words: Speaker,
): string {
  const count = [...transcripts.values()].filter(({changed}) => changed !== undefined).length
  if (since === undefined || count === 0) return ''
  return words.say('report', 'heard.terminal', {count})
}

function stretchesOf(before: readonly string[], now: readonly string[]): readonly Stretch[] {
  const parts = diffArrays([...before], [...now], {maxEditLength: MOST_EDITS})
  if (parts === undefined) return [{after: null, gone: before, new: now}]
  const stretches: Stretch[] = []
  let after: string | null = null
  let open: {gone: readonly string[]; new: readonly string[]} | undefined
  const close = () => {
    if (open) stretches.push({after, ...open})
    open = undefined
  }
  for (const {value, added, removed} of parts) {
    if (added || removed) {
      open = {gone: [], new: [], ...open, [removed ? 'gone' : 'new']: value}
    } else {
      close()
      after = value.at(-1) ?? after
    }
  }
  close()
  return stretches
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').slice(0, -1)
}
