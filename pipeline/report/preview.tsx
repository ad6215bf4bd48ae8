import {renderToString} from 'preact-render-to-string'
import type {Finding} from '../model/finding.ts'
import type {Speaker} from '../words/speaker.ts'
import {adviceOf, placeOf, sentenceOf} from './sentence.ts'

/** What stands above a page of the preview: what is wrong in its sources; `''` for nothing. */
export function previewNotes(findings: readonly Finding[], speaker: Speaker): string {
  if (findings.length === 0) return ''
  return renderToString(
    <aside
      class="galley-preview"
      id="galley-preview"
      tabIndex={-1}
      lang={speaker.locale}
      aria-label="Galley"
    >
      <h2>{speaker.say('report', 'preview.found', {count: findings.length})}</h2>
      <ul>
        {findings.map((finding) => {
          const sentence = sentenceOf(finding, speaker)
          const advice = adviceOf(finding, speaker)
          return (
            <li>
              <p>
                <code>{placeOf(finding.place)}</code>
              </p>
              <p lang={sentence.locale}>
                <strong>{sentence.text}</strong>
              </p>
              {advice && <p lang={advice.locale}>→ {advice.text}</p>}
            </li>
          )
        })}
      </ul>
    </aside>,
  )
}

/** The page that stands in for every page while the publication cannot be rendered. */
export function previewFailure(
  failure: {readonly message: string; readonly advice: string},
  speaker: Speaker,
): string {
  const title = speaker.say('report', 'preview.failed')
  const page = (
    <html lang={speaker.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body>
        <main class="galley-preview">
          <h1>{title}</h1>
          <p lang="en">
            <code>{failure.message}</code>
          </p>
          <p lang="en">→ {failure.advice}</p>
        </main>
      </body>
    </html>
  )
  return `<!doctype html>\n${renderToString(page)}\n`
}
