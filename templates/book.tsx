import {Corrections} from './components/corrections.tsx'
import {Day} from './components/day.tsx'
import {Notices} from './components/notice.tsx'
import {Prose} from './components/prose.tsx'
import {T} from './components/t.tsx'
import type {BookView} from './view.ts'

/** An article by itself, for an EPUB and for paper: no way to anywhere but its own address. */
export function Book(view: BookView) {
  const {headline, standfirst, byline, dateline, published, updated, words, origin} = view
  return (
    <html lang={view.tag} dir={view.direction}>
      <head>
        <meta charset="utf-8" />
        <title>{view.title}</title>
        <link rel="stylesheet" type="text/css" href={view.stylesheet} />
      </head>
      <body>
        <article>
          <header>
            <Prose as="h1" id="headline" {...headline} />
            {standfirst && <Prose as="p" class="standfirst" {...standfirst} />}
            {byline.length > 0 && (
              <p class="meta">
                <T words={words} k="article.by" />{' '}
                {byline.map((name, index) => (
                  <>
                    {index > 0 && ', '}
                    <Prose as="span" {...name} />
                  </>
                ))}
              </p>
            )}
            {dateline && <Prose as="p" class="meta" {...dateline} />}
            {published && (
              <p class="meta">
                <Day day={published} words={words} k="article.published" />
              </p>
            )}
            {updated && (
              <p class="meta">
                <Day day={updated} words={words} k="article.updated" />
              </p>
            )}
          </header>
          <Notices notices={view.notices} words={words} />
          <Corrections corrections={view.corrections} words={words} />
          <Prose as="div" class="prose" html={view.body} />
          <footer>
            <p>
              {view.paper} <a href={origin}>{origin}</a>
            </p>
          </footer>
        </article>
      </body>
    </html>
  )
}
