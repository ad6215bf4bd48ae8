import {decisionOf} from '../decision.ts'
import type {Locale} from '../../model/locale.ts'
import type {Run} from '../../model/run.ts'
import type {Speaker} from '../../words/speaker.ts'
import type {ReportContext} from '../context.ts'
import {releaseNote} from '../release-note.ts'
import {seenBefore, seenIn} from '../seen.ts'
import type {Album} from './album.ts'
import {Editions} from './editions.tsx'
import {Pages} from './pages.tsx'
import {Findings} from './findings.tsx'
import {Checked, Waivers} from './record.tsx'
import {Translations} from './translations.tsx'
import {Transcripts} from './transcripts.tsx'
import {Code, T} from './words.tsx'

interface Told {
  readonly run: Run
  readonly context: ReportContext
  readonly album: Album
  readonly words: Speaker
  readonly locale: Locale
  /** All languages the report is in. */
  readonly locales: readonly Locale[]
}

/** The whole report in one language. */
export function Section({run, context, album, words, locale: {tag, direction}, locales}: Told) {
  return (
    <section id={tag} class="report" lang={tag} dir={direction}>
      <Languages own={tag} locales={locales} words={words} />
      <Verdict run={run} context={context} words={words} />
      {run.audited ? (
        <Pages pages={run.audited} words={words} transcripts={context.transcripts} />
      ) : (
        <Editions run={run} words={words} />
      )}
      <Translations run={run} words={words} />
      <Findings run={run} words={words} album={album} />
      <Transcripts run={run} words={words} context={context} />
      <Waivers run={run} words={words} />
      <Checked run={run} words={words} />
    </section>
  )
}

function Languages({
  own,
  locales,
  words,
}: {
  own: string
  locales: readonly Locale[]
  words: Speaker
}) {
  if (locales.length < 2) return null
  return (
    <nav class="languages" aria-label={words.say('report', 'languages')}>
      <ul>
        {locales.map(({tag, autonym}) => (
          <li>
            <a href={`#${tag}`} lang={tag} aria-current={tag === own ? 'true' : undefined}>
              {autonym}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Verdict({run, context, words}: Pick<Told, 'run' | 'context' | 'words'>) {
  const {verdict, release} = run
  return (
    <div class={`verdict ${verdict.decision}`}>
      <h2>
        <T words={words} k={`decision.${decisionOf(run)}`} />
      </h2>
      <p>
        <T words={words} k="seen" values={seenIn(run, words)} />
      </p>
      {seenBefore(run) > 0 && (
        <p>
          <T words={words} k="seen.before" values={{count: seenBefore(run)}} />
        </p>
      )}
      {run.absent && (
        <p>
          <T words={words} k="absent" values={{names: run.absent.join(', ')}} />
        </p>
      )}
      {run.audited === undefined && (
        <p>
          <T words={words} k="release" />:{' '}
          {context.releasePath === undefined || !release ? (
            <T words={words} k="release.none" />
          ) : (
            <>
              <Code text={context.releasePath} /> <T words={words} {...releaseNote(release)} />
            </>
          )}
        </p>
      )}
    </div>
  )
}
