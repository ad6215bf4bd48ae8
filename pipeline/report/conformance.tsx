import {renderToString} from 'preact-render-to-string'
import type {Run} from '../model/run.ts'
import {speaker, type Speaker} from '../words/speaker.ts'
import type {Reporter} from './context.ts'
import {languagesOf} from './html.tsx'
import {criteriaOfAA, understanding} from './html/criteria.ts'
import {requirementsOn} from './html/kwcag.ts'
import {style, switching} from './html/style.ts'
import {T} from './html/words.tsx'

/**
 * The criteria of WCAG 2.2 A and AA, one by one, as a WCAG-EM evaluation lists them: not met where
 * a check found a failure, waived and known ones among them; else not evaluated. A machine that
 * finds nothing has proved nothing, so no criterion is ever said to be met.
 */
export const conformance: Reporter = {
  id: 'conformance',
  file: 'conformance.html',
  write(run, context) {
    const locales = languagesOf(context)
    const [first] = locales
    const css = style + switching(locales.map(({tag}) => tag))
    const page = (
      <html lang={first?.tag} dir={first?.direction}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>
            {speaker(context.words, first?.tag ?? 'en', 'en').say('report', 'conformance.title')}
          </title>
          <style dangerouslySetInnerHTML={{__html: css}} />
        </head>
        <body>
          <header class="masthead">
            <h1 translate={false}>
              Galley <span>{new URL(run.url).host}</span>
            </h1>
          </header>
          <main>
            {locales.map(({tag, direction, autonym}) => (
              <section id={tag} class="report" lang={tag} dir={direction} aria-label={autonym}>
                <nav class="languages" aria-label={autonym}>
                  <ul>
                    {locales.map((one) => (
                      <li>
                        <a href={`#${one.tag}`} lang={one.tag}>
                          {one.autonym}
                        </a>
                      </li>
                    ))}
                  </ul>
                </nav>
                <Criteria run={run} words={speaker(context.words, tag, 'en')} />
              </section>
            ))}
          </main>
        </body>
      </html>
    )
    return `<!doctype html>\n${renderToString(page)}\n`
  },
}

function Criteria({run, words}: {readonly run: Run; readonly words: Speaker}) {
  const {url, pages, views, browser} = run
  return (
    <>
      <h2>
        <T words={words} k="conformance.title" />
      </h2>
      <p>
        <T
          words={words}
          k="conformance.scope"
          values={{url, pages, views: views.join(', '), browser}}
        />
      </p>
      <p>
        <T words={words} k="conformance.about" />
      </p>
      <table class="checked">
        <caption>WCAG 2.2 A, AA</caption>
        <thead>
          <tr>
            <th scope="col">WCAG 2.2</th>
            <th scope="col">KWCAG 2.2</th>
            <th scope="col">
              <T words={words} k="conformance.result" />
            </th>
          </tr>
        </thead>
        <tbody>
          {criteriaOfAA.map((criterion) => (
            <tr>
              <th scope="row">
                <a href={understanding(criterion) ?? ''} hreflang="en">
                  {criterion}
                </a>
              </th>
              <td>
                {requirementsOn(criterion)
                  .map(({number}) => number)
                  .join(', ') || '–'}
              </td>
              <td>
                <Result count={failuresOf(criterion, run)} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Result({count, words}: {readonly count: number; readonly words: Speaker}) {
  if (count === 0) return <T words={words} k="conformance.not-evaluated" />
  return (
    <strong>
      <T words={words} k="conformance.failed" values={{count}} />
    </strong>
  )
}

function failuresOf(criterion: string, {verdict}: Run): number {
  return verdict.findings.filter(
    ({criteria, outcome, severity}) =>
      criteria.includes(criterion) && outcome === 'failed' && severity === 'error',
  ).length
}
