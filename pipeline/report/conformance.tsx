import {renderToString} from 'preact-render-to-string'
import type {Run} from '../model/run.ts'
import {speaker} from '../words/speaker.ts'
import type {Reporter} from './context.ts'
import {criterionResults} from './criterion-results.ts'
import {languagesOf} from './html.tsx'
import {anchorOf, CriteriaTable, type CriteriaTold} from './html/criteria-table.tsx'
import {CriterionName} from './html/criterion-name.tsx'
import {style, switching} from './html/style.ts'
import {Code, In, T} from './html/words.tsx'
import {placeOf, sentenceOf} from './sentence.ts'
import {together} from './together.ts'

/**
 * The criteria of WCAG 2.2 A and AA, one by one, as a WCAG-EM evaluation lists them, for each
 * edition's language: not met where a check found a failure, waived and known ones among them.
 * A machine that finds nothing has proved nothing, so no criterion is ever said to be met; what
 * was tested and what is left for a person is said instead.
 * https://www.w3.org/TR/WCAG-EM/
 */
export const conformance: Reporter = {
  id: 'conformance',
  file: 'conformance.html',
  write(run, context) {
    const locales = languagesOf(context)
    const [first] = locales
    const css = style + switching(locales.map(({tag}) => tag))
    const results = criterionResults(run, context.tests)
    const told = new Set(run.editions.map(({locale}) => locale))
    const editions = context.config.locales.filter(({tag}) => told.has(tag))
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
                <Evaluation
                  run={run}
                  results={results}
                  editions={editions}
                  words={speaker(context.words, tag, 'en')}
                />
              </section>
            ))}
          </main>
        </body>
      </html>
    )
    return `<!doctype html>\n${renderToString(page)}\n`
  },
}

interface Evaluated extends CriteriaTold {
  readonly run: Run
}

function Evaluation({run, ...evaluated}: Evaluated) {
  const {results, words} = evaluated
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
      <CriteriaTable {...evaluated} />
      <Failures results={results} words={words} />
      <details>
        <summary>
          <T words={words} k="conformance.sample" values={{count: run.judged.length}} />
        </summary>
        <ul>
          {run.judged.map((path) => (
            <li>
              <Code text={path} />
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** What was found, criterion by criterion; the report says more of each. */
function Failures({results, words}: Pick<Evaluated, 'results' | 'words'>) {
  return (
    <>
      {results
        .filter(({failures}) => failures.length > 0)
        .map(({criterion, failures}) => (
          <section aria-labelledby={anchorOf(criterion, words)}>
            <h3 id={anchorOf(criterion, words)}>
              <CriterionName criterion={criterion} words={words} />
            </h3>
            <ul class="failures">
              {together(failures).map(({finding, members, alike}) => (
                <li>
                  <In {...sentenceOf(finding, words)} words={words} />{' '}
                  <Code text={placeOf(finding.place)} />
                  {members.length + alike > 1 && ` × ${members.length + alike}`}
                  {finding.waived && (
                    <>
                      {' '}
                      <T words={words} k="conformance.waived" />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  )
}
