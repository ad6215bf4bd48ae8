import {Corrections} from './components/corrections.tsx'
import {Day} from './components/day.tsx'
import {Downloads} from './components/downloads.tsx'
import {Landmark} from './components/landmark.tsx'
import {Notices} from './components/notice.tsx'
import {Prose} from './components/prose.tsx'
import {T} from './components/t.tsx'
import {Topic} from './components/topic.tsx'
import {Page} from './page.tsx'
import type {ArticleView} from './view.ts'

/** One article in one language. */
export function Article(view: ArticleView) {
  const {headline, standfirst, byline, dateline, published, updated, notices, words} = view
  const {section, tags, minutes, related} = view
  return (
    <Page {...view} kind="article">
      <article class="story">
        <header class="opening">
          {section && (
            <p class="kicker">
              <Topic {...section} />
            </p>
          )}
          <Prose as="h1" class="headline" {...headline} />
          {standfirst && <Prose as="p" class="standfirst" {...standfirst} />}
          <div class="meta">
            {byline.length > 0 && (
              <p class="byline">
                <T words={words} k="article.by" />{' '}
                {byline.map(({href, ...name}, index) => (
                  <>
                    {index > 0 && ', '}
                    {href === undefined ? (
                      <Prose as="span" class="author" {...name} />
                    ) : (
                      <a href={href}>
                        <Prose as="span" class="author" {...name} />
                      </a>
                    )}
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
            <p>
              <T words={words} k="article.minutes" values={{count: minutes}} />
            </p>
          </div>
        </header>
        <Notices notices={notices} words={words} />
        <Corrections corrections={view.corrections} words={words} />
        <Prose as="div" class="prose" html={view.body} />
        <Downloads downloads={view.downloads} words={words} />
        {tags.length > 0 && (
          <Landmark as="nav" class="tags" words={words} label="article.tags">
            <ul>
              {tags.map((tag) => (
                <li>
                  <Topic {...tag} />
                </li>
              ))}
            </ul>
          </Landmark>
        )}
      </article>
      {related.length > 0 && (
        <section class="related">
          <h2>
            <T words={words} k="article.related" />
          </h2>
          <ul>
            {related.map(({href, headline: title}) => (
              <li>
                <a href={href}>
                  <Prose as="span" {...title} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}
