import {Corrections} from './components/corrections.tsx'
import {Day} from './components/day.tsx'
import {Notices} from './components/notice.tsx'
import {Prose} from './components/prose.tsx'
import {T} from './components/t.tsx'
import {Topic} from './components/topic.tsx'
import {Page} from './page.tsx'
import type {Line, ParallelView} from './view.ts'

/** An article and its translation side by side, paragraph by paragraph. */
export function Parallel(view: ParallelView) {
  const {headline, standfirst, byline, dateline, published, updated, section, words} = view
  return (
    <Page {...view} kind="parallel">
      <article class="story">
        <header class="opening">
          {section && (
            <p class="kicker">
              <Topic {...section} />
            </p>
          )}
          <h1 class="headline pair">
            <Both lines={headline} />
          </h1>
          {standfirst.length > 0 && (
            <p class="standfirst pair">
              <Both lines={standfirst} />
            </p>
          )}
          <div class="meta">
            {byline.length > 0 && (
              <p class="byline">
                <T words={words} k="article.by" />{' '}
                {byline.map(({html, lang}, index) => (
                  <>
                    {index > 0 && ', '}
                    <Prose as="span" class="author" html={html} lang={lang} />
                  </>
                ))}
              </p>
            )}
            {dateline && <Prose as="p" class="place" {...dateline} />}
            {published && (
              <p>
                <Day day={published} words={words} k="article.published" />
              </p>
            )}
            {updated && (
              <p>
                <Day day={updated} words={words} k="article.updated" />
              </p>
            )}
          </div>
        </header>
        <Notices notices={view.notices} words={words} />
        <Corrections corrections={view.corrections} words={words} />
        <Prose as="div" class="prose" html={view.body} />
      </article>
    </Page>
  )
}

/** The same in both languages, each marked as what it is. */
function Both({lines}: {readonly lines: readonly Line[]}) {
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && ' '}
          <Prose as="span" {...line} />
        </>
      ))}
    </>
  )
}
