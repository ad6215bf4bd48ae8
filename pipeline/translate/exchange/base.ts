import type {State, Unit} from '../../model/catalog.ts'
import {hash} from '../hash.ts'
import {cleaned} from './characters.ts'
import type {Base, ExchangeFormat, Standing} from './formats.ts'

/** What a unit is at export, in one word-separated line that travels with it. */
export function stamp({source, target, note, state, stale}: Unit): string {
  const prints = [source, target ?? '', normal(note)].map(hash)
  return [...prints, state, ...(stale ? ['stale'] : [])].join(' ')
}

/** Read a stamp back; `undefined` for what is none. */
export function readStamp(text: string | null | undefined): Base | undefined {
  const found = /^([\da-f]{14}) ([\da-f]{14}) ([\da-f]{14}) ([a-z]+)( stale)?$/u.exec(text ?? '')
  const [, source, target, note, word, stale] = found ?? []
  const state = states.find((one) => one === word)
  if (source === undefined || target === undefined || note === undefined || state === undefined)
    return undefined
  return {source, target, note, state, stale: stale !== undefined}
}

const states: readonly State[] = ['untranslated', 'draft', 'translated', 'reviewed']

/** A note as far as tools keep it: they wrap and trim, and XML has no control characters. */
export function normal(note: string | undefined): string {
  return cleaned(note ?? '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** What a format says of a unit's state. */
export function standingOf(
  {state, stale}: Pick<Unit, 'state' | 'stale'>,
  {knowsReviewed}: Pick<ExchangeFormat, 'knowsReviewed'>,
): Standing {
  if (state === 'draft' || stale) return 'attention'
  return state === 'reviewed' && !knowsReviewed ? 'translated' : state
}
