import type {Speaker} from '../../words/speaker.ts'
import {understanding} from './criteria.ts'
import {T} from './words.tsx'

/** A criterion's number, which leads to what explains it, and its name in the reader's language. */
export function CriterionName({
  criterion,
  words,
  text = criterion,
}: {
  readonly criterion: string
  readonly words: Speaker
  /** How its number is written: `WCAG 1.1.1`. */
  readonly text?: string
}) {
  const key = `criterion.${criterion}`
  const href = understanding(criterion)
  return (
    <>
      {href === undefined ? (
        text
      ) : (
        <a href={href} hreflang="en" translate={false}>
          {text}
        </a>
      )}
      {words.has('report', key) && (
        <>
          {' '}
          <T words={words} k={key} />
        </>
      )}
    </>
  )
}
