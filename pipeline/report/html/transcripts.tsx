import type {EditionSummary, HeardPage, ReportedSpeech, Run} from '../../model/run.ts'
import {speaker, type Speaker} from '../../words/speaker.ts'
import type {ReportContext} from '../context.ts'
import {transcribe, type Line} from '../transcript.ts'
import {HeardChanges} from './heard-changes.tsx'
import {hrefOf} from './href.ts'
import {Code, T} from './words.tsx'

interface Told {
  readonly words: Speaker
  readonly context: ReportContext
}

/**
 * What a screen reader says: what of it has changed; each edition's page, in the edition's own
 * language, to be unfolded; and where the other pages' texts are.
 */
export function Transcripts({run, words, context}: Told & {readonly run: Run}) {
  const heard = run.editions.filter(isHeard)
  if (heard.length === 0 && context.since === undefined) return null
  return (
    <section class="transcripts" aria-labelledby={`${words.locale}-transcripts`}>
      <h3 id={`${words.locale}-transcripts`}>
        <T words={words} k="transcripts" />
      </h3>
      <HeardChanges words={words} context={context} />
      {heard.length > 0 && (
        <p>
          <T words={words} k="transcripts.about" />
        </p>
      )}
      {heard.map((edition) => (
        <OfEdition {...edition} words={words} context={context} />
      ))}
      {heard.length > 0 && <Others of={heard} words={words} context={context} />}
    </section>
  )
}

type Heard = EditionSummary & {readonly heard: HeardPage}

function isHeard(edition: EditionSummary): edition is Heard {
  return edition.heard !== undefined
}

function OfEdition({locale, headline, heard: {page, speech}, words, context}: Heard & Told) {
  const file = context.transcripts.get(page)?.file
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
}

/** How many other pages are named; the others lie in the same folder. */
const MOST = 200

function Others({of, words, context}: Told & {readonly of: readonly Heard[]}) {
  const told = new Set(of.map(({heard}) => heard.page))
  const others = [...context.transcripts].filter(([page]) => !told.has(page))
  if (others.length === 0) return null
  return (
    <details>
      <summary>
        <T words={words} k="transcripts.others" values={{count: others.length}} />
      </summary>
      <ul>
        {others.slice(0, MOST).map(([page, {file}]) => (
          <li>
            <a href={hrefOf(file)}>
              <Code text={page} />
            </a>
          </li>
        ))}
        {others.length > MOST && <li>…</li>}
      </ul>
    </details>
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
