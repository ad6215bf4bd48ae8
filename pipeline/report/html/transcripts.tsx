import type {EditionSummary, ReportedSpeech} from '../../model/run.ts'
import {speaker, type Speaker} from '../../words/speaker.ts'
import type {ReportContext} from '../context.ts'
import {hrefOf} from './href.ts'
import {transcribe, type Line} from '../transcript.ts'
import {T} from './words.tsx'

/** What a screen reader says of each edition, in the edition's own language, to be unfolded. */
export function Transcripts({
  editions,
  words,
  context,
}: {
  readonly editions: readonly EditionSummary[]
  readonly words: Speaker
  readonly context: ReportContext
}) {
  const heard = editions.filter(({speech}) => speech.length > 0)
  if (heard.length === 0) return null
  return (
    <section class="transcripts" aria-labelledby={`${words.locale}-transcripts`}>
      <h3 id={`${words.locale}-transcripts`}>
        <T words={words} k="transcripts" />
      </h3>
      <p>
        <T words={words} k="transcripts.about" />
      </p>
      {heard.map(({locale, slug, headline, speech}) => {
        const file = context.transcripts.get(`${locale}/${slug}`)
        return (
          <details>
            <summary>
              <span lang={locale}>{headline}</span>
            </summary>
            {file !== undefined && (
              <p>
                <a href={hrefOf(file)}>
                  <T words={words} k="transcripts.file" />
                </a>
              </p>
            )}
            <Lines speech={speech} speaker={speaker(context.words, locale, 'en')} />
          </details>
        )
      })}
    </section>
  )
}

function Lines({
  speech,
  speaker: own,
}: {
  readonly speech: ReportedSpeech
  readonly speaker: Speaker
}) {
  return (
    <ol class="transcript" lang={own.locale}>
      {transcribe(speech, own).map((line) => (
        <li class={line.role}>
          <Words {...line} />
        </li>
      ))}
    </ol>
  )
}

function Words({text, foreign}: Line) {
  if (foreign === undefined) return <>{text}</>
  const at = text.indexOf(foreign.text)
  return (
    <>
      {text.slice(0, at)}
      <span lang={foreign.lang}>{foreign.text}</span>
      {text.slice(at + foreign.text.length)}
    </>
  )
}
