import type {ComponentChildren} from 'preact'
import {renderToString} from 'preact-render-to-string'
import type {Locale} from '../../model/locale.ts'
import type {Speaker} from '../../words/speaker.ts'
import {sentenceOf} from '../sentence.ts'
import {In, T} from '../html/words.tsx'
import type {Matter} from './matter.ts'
import {MatterPage} from './one-matter.tsx'

/** What the pages on which people decide are told. */
export interface Told {
  readonly words: Speaker
  /** All languages they are in. */
  readonly locales: readonly Locale[]
  readonly host: string
  readonly matters: readonly Matter[]
  /** Path that all addresses begin with, with a slash at both ends. */
  readonly base: string
  /** Who decides. */
  readonly by: string
  /** The reason given last, which the next decision may share. */
  readonly reason: string
}

/** All matters, and what was decided on each. */
export function approvalList(told: Told): string {
  const {words, matters, base} = told
  const open = matters.filter(({decided}) => decided === undefined).length
  const title = words.say('report', 'approval.title', {host: told.host})
  return document(
    told,
    title,
    '',
    <>
      <h1>{title}</h1>
      <p role="status">
        <T words={words} k={open > 0 ? 'approval.open' : 'approval.done'} values={{count: open}} />
      </p>
      <ol class="matters">
        {matters.map(({finding, decided}, index) => (
          <li class={decided?.decision ?? 'open'}>
            <a href={`${base}${words.locale}/${index + 1}`}>
              <In {...sentenceOf(finding, words)} words={words} />
            </a>{' '}
            <span class="tag">
              <T words={words} k={`approval.is.${decided?.decision ?? 'open'}`} />
            </span>
            <br />
            <code translate={false}>{finding.place.file}</code>
          </li>
        ))}
      </ol>
    </>,
  )
}

/** One matter, with everything that is needed to decide on it. */
export function approvalPage(told: Told, index: number): string | undefined {
  const matter = told.matters[index]
  if (!matter) return undefined
  const {words, matters} = told
  const number = {number: index + 1, all: matters.length}
  const title = `${words.say('report', 'approval.matter', number)} · ${matter.finding.place.file}`
  return document(
    told,
    title,
    String(index + 1),
    <MatterPage matter={matter} index={index} {...told} />,
  )
}

function document(told: Told, title: string, path: string, body: ComponentChildren): string {
  const {words, locales, base, host} = told
  const own = locales.find(({tag}) => tag === words.locale)
  const page = (
    <html lang={words.locale} dir={own?.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href={`${base}approval.css`} />
        <script src={`${base}approval.js`} defer />
      </head>
      <body>
        <header class="masthead">
          <p class="name" translate={false}>
            Galley <span>{host}</span>
          </p>
          {locales.length > 1 && (
            <nav class="languages" aria-label={words.say('report', 'languages')}>
              <ul>
                {locales.map(({tag, autonym}) => (
                  <li>
                    <a
                      href={`${base}${tag}/${path}`}
                      lang={tag}
                      hreflang={tag}
                      aria-current={tag === words.locale ? 'true' : undefined}
                    >
                      {autonym}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </header>
        <main>{body}</main>
      </body>
    </html>
  )
  return `<!doctype html>\n${renderToString(page)}\n`
}
