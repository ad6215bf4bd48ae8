import type {Steps as StepsView, Words} from '../view.ts'
import {Landmark} from './landmark.tsx'
import {T} from './t.tsx'

/** The way to the pages before and after this one of the same list. */
export function Steps({newer, older, of, words}: StepsView & {readonly words: Words}) {
  if (of < 2) return null
  return (
    <Landmark as="nav" class="steps" words={words} label="steps.label">
      {newer !== undefined && (
        <a href={newer} rel="prev">
          <T words={words} k="steps.newer" />
        </a>
      )}
      {older !== undefined && (
        <a href={older} rel="next">
          <T words={words} k="steps.older" />
        </a>
      )}
    </Landmark>
  )
}
