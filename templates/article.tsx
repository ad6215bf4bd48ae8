import {Day} from './components/day.tsx'
import {Notices} from './components/notice.tsx'
import {Prose} from './components/prose.tsx'
import {T} from './components/t.tsx'
import {Page} from './page.tsx'
import type {ArticleView} from './view.ts'

/** One article in one language. */
export function Article(view: ArticleView) {
  const {headline, standfirst, byline, dateline, published, updated, notices, words} = view
  return (
    <Page {...view} kind="article">
      <article class="story">
        <header class="opening">
          <Prose as="h1" class="headline" {...headline} />
          {standfirst && <Prose as="p" class="standfirst" {...standfirst} />}
          <div class="meta">
            {byline.length > 0 && (
              <p class="byline">
                <T words={words} k="article.by" />{' '}
                {byline.map((name, index) => (
                  <>
                    {index > 0 && ', '}
                    <Prose as="span" class="author" {...name} />
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
        <Notices notices={notices} words={words} />
        <Prose as="div" class="prose" html={view.body} />
      </article>
    </Page>
  )
}
