import type {Speaker, Values} from '../../words/speaker.ts'
import {Mixed} from './mixed.tsx'

/** Words of the report in the section's language, marked where they had to be taken from another. */
export function T({
  words,
  k,
  values,
}: {
  readonly words: Speaker
  readonly k: string
  readonly values?: Values
}) {
  const text = words.say('report', k, values ?? {})
  const locale = words.languageOf('report', k)
  return <In text={text} locale={locale} words={words} />
}

/** A text in a language of its own, inside a section that is in another. */
export function In({
  text,
  locale,
  words,
}: {
  readonly text: string
  readonly locale: string
  readonly words: Speaker
}) {
  // What stands between backquotes is to be typed as it is.
  const parts = text.split(/`([^`]+)`/)
  const mixed = parts.map((part, index) =>
    index % 2 === 1 ? <Code text={part} /> : <Mixed text={part} locale={locale} />,
  )
  return locale === words.locale ? <>{mixed}</> : <span lang={locale}>{mixed}</span>
}

/** A path, a selector, an id: the same in every language. */
export function Code({text}: {readonly text: string}) {
  return <code translate={false}>{text}</code>
}
