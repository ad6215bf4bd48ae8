import {placeIn, type Block} from './block.ts'
import type {Note} from './ingest-finding.ts'
import {entities, html, mojibake} from './slips-of-encoding.ts'
import {brackets, punctuation, quotes, spaces} from './slips-of-punctuation.ts'
import {doubled, figures, insideWord, scripts} from './slips-of-words.ts'
import type {Slip, Suspicion} from './slip.ts'

/**
 * Point out suspected slips in a block. With `fix`, those with a suggestion are corrected, and the
 * finding says what was changed.
 */
export function withoutSlips(block: Block, next: string, fix: boolean, note: Note): Block {
  const found = apart(
    suspicions.flatMap((suspicion) => suspicion(block.text, next)),
    block.text.length,
  )
  for (const {variant, index, found: actual, suggestion} of found) {
    const fixed = fix && suggestion !== undefined
    const around = block.text.slice(Math.max(0, index - 20), index + actual.length + 20)
    note(
      'ingest/slip',
      fixed ? `${variant}-fixed` : variant,
      fixed ? 'notice' : 'warning',
      {text: around, ...placeIn(block, index)},
      {found: actual, suggestion: suggestion ?? ''},
    )
  }
  return fix ? {...block, text: corrected(block.text, found)} : block
}

/** Every kind of slip that is looked for; where two see the same words, the first is believed. */
const suspicions: readonly Suspicion[] = [
  mojibake,
  entities,
  html,
  insideWord,
  scripts,
  figures,
  doubled,
  punctuation,
  spaces,
  quotes,
  brackets,
]

function apart(slips: readonly Slip[], length: number): readonly Slip[] {
  const seen = new Uint8Array(length)
  const kept = slips.filter(({index, found}) => {
    const isFree = !seen.subarray(index, index + found.length).includes(1)
    if (isFree) seen.fill(1, index, index + found.length)
    return isFree
  })
  return kept.sort((a, b) => a.index - b.index)
}

function corrected(text: string, slips: readonly Slip[]): string {
  return slips.reduceRight(
    (now, {index, found, suggestion}) =>
      suggestion === undefined
        ? now
        : now.slice(0, index) + suggestion + now.slice(index + found.length),
    text,
  )
}
