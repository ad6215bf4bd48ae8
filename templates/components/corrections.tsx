import type {Correction, Name, Words} from '../view.ts'
import {Day} from './day.tsx'
import {Landmark} from './landmark.tsx'
import {T} from './t.tsx'

interface CorrectionsProps {
  readonly corrections: readonly Correction[]
  readonly words: Words
}

/** What the article said wrongly once, and what is right. */
export function Corrections({corrections, words}: CorrectionsProps) {
  if (corrections.length === 0) return null
  return (
    <Landmark as="aside" class="notice" words={words} label="correction.label">
      {corrections.map((correction) => (
        <p>
          <strong>
            <T words={words} k="correction.title" />
          </strong>{' '}
          <Sentence {...correction} words={words} /> <Day day={correction.day} words={words} />
        </p>
      ))}
    </Landmark>
  )
}

/** The site's sentence with the article's words in it, each in its own language. */
function Sentence({wrong, right, words}: Correction & {readonly words: Words}) {
  const sentence = words.say('correction.text', {wrong: wrong.text, right: right.text})
  const start = sentence.indexOf(wrong.text)
  const afterWrong = start + wrong.text.length
  const second = sentence.indexOf(right.text, afterWrong)
  const language = words.languageOf('correction.text')
  const own = (name: Name): Name => {
    const lang = name.lang ?? words.locale
    return {text: name.text, lang: lang === language ? undefined : lang}
  }
  return (
    <span lang={language === words.locale ? undefined : language}>
      {sentence.slice(0, start)}
      <Said {...own(wrong)} />
      {sentence.slice(afterWrong, second)}
      <Said {...own(right)} />
      {sentence.slice(second + right.text.length)}
    </span>
  )
}

function Said({text, lang}: Name) {
  return lang === undefined ? <>{text}</> : <span lang={lang}>{text}</span>
}
