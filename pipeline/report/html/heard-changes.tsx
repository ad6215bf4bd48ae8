import type {Speaker} from '../../words/speaker.ts'
import type {ReportContext} from '../context.ts'
import {heardChanges, type HeardChange, type Stretch} from '../heard-changes.ts'
import {hrefOf} from './href.ts'
import {Mixed} from './mixed.tsx'
import {Code, T} from './words.tsx'

/** How many changes are told, on how many pages each, in how many lines; `report.json` has them all. */
const [MOST_CHANGES, MOST_PAGES, MOST_LINES] = [100, 20, 40]

interface Told {
  readonly words: Speaker
  readonly context: ReportContext
}

/** What a screen reader says otherwise than before: the lines that went and came, in their place. */
export function HeardChanges({words, context}: Told) {
  const {since, transcripts} = context
  if (since === undefined) return null
  const changes = heardChanges(transcripts)
  const count = changes.flatMap(({pages}) => pages).length
  return (
    <>
      <p>
        <T words={words} k={count === 0 ? 'heard.same' : 'heard'} values={{count, since}} />
      </p>
      {changes.slice(0, MOST_CHANGES).map((change) => (
        <Change change={change} words={words} context={context} />
      ))}
      {changes.length > MOST_CHANGES && (
        <p>
          <T words={words} k="heard.more" values={{count: changes.length - MOST_CHANGES}} />
        </p>
      )}
    </>
  )
}

function Change({
  change: {pages, lang, stretches},
  words,
  context,
}: Told & {readonly change: HeardChange}) {
  return (
    <div class="heard">
      <ul class="pages">
        {pages.slice(0, MOST_PAGES).map((page) => (
          <li>
            <a href={hrefOf(context.transcripts.get(page)?.file ?? '')}>
              <Code text={page} />
            </a>
          </li>
        ))}
        {pages.length > MOST_PAGES && (
          <li>
            <T words={words} k="heard.pages" values={{count: pages.length - MOST_PAGES}} />
          </li>
        )}
      </ul>
      <Lines stretches={stretches} lang={lang} words={words} />
    </div>
  )
}

function Lines({
  stretches,
  lang,
  words,
}: Pick<Told, 'words'> & {
  readonly stretches: readonly Stretch[]
  readonly lang: string | undefined
}) {
  const lines = stretches.flatMap(({after, gone, new: added}) => [
    ...(after === null ? [] : [{kind: 'stays', text: after} as const]),
    ...gone.map((text) => ({kind: 'gone', text}) as const),
    ...added.map((text) => ({kind: 'new', text}) as const),
  ])
  return (
    <ol class="transcript">
      {lines.slice(0, MOST_LINES).map(({kind, text}) => (
        <li class={kind}>
          {kind !== 'stays' && (
            <b>
              <T words={words} k={`heard.${kind}`} />{' '}
            </b>
          )}
          <Line kind={kind} text={text} lang={lang} words={words} />
        </li>
      ))}
      {lines.length > MOST_LINES && (
        <li>
          <T words={words} k="heard.lines" values={{count: lines.length - MOST_LINES}} />
        </li>
      )}
    </ol>
  )
}

function Line({
  kind,
  text,
  lang,
  words,
}: {
  readonly kind: 'stays' | 'gone' | 'new'
  readonly text: string
  readonly lang: string | undefined
  readonly words: Speaker
}) {
  const Tag = kind === 'gone' ? 'del' : kind === 'new' ? 'ins' : 'span'
  return (
    <Tag lang={lang}>
      <Mixed text={text} locale={lang ?? words.locale} />
    </Tag>
  )
}
