import {plainText} from '../markdown/plain.ts'
import type {Brief} from '../model/brief.ts'
import type {Wording} from '../model/edition.ts'
import {articlePath, languageLinks, parallelPath} from './addresses.ts'
import type {ArticlePage} from './article-page.ts'
import {frame} from './frame.ts'
import {head, type HeadInput} from './head.ts'
import {line} from './line.ts'
import {pageGround, type Sheet} from './page.ts'
import {parallelBody} from './parallel-body.ts'
import {parallelLinks} from './parallel-links.ts'
import {safeHtml} from './sanitize.ts'
import type {Site} from './site.ts'
import type {Line, ParallelView} from './view.ts'

/**
 * An article and its translation side by side, in the translation's language: whoever reads it
 * reads that one, and looks into the other. Search is led to the editions, which hold every word
 * of it; so it asks not to be found, and has neither canonical address nor alternates.
 */
export function parallelPage(source: ArticlePage, target: ArticlePage, site: Site): Sheet {
  const {brief: edition} = target
  const own = target.view()
  const {locale: tag, slug, sourceLocale} = edition
  const narrator = site.narratorOf(tag)
  const path = parallelPath(sourceLocale, tag, slug)
  const given = site.editionsOf(slug).map(({locale}) => site.localeOf(locale))
  const pair = (of: (one: Brief) => Wording | undefined): readonly Line[] => {
    const translated = of(edition)
    return [of(source.brief), translated?.locale === tag ? translated : undefined].flatMap(
      (wording) => (wording === undefined ? [] : line(wording, narrator, 'inline')),
    )
  }
  const view: Omit<ParallelView, 'head' | 'body'> = {
    ...frame(
      tag,
      site,
      languageLinks(given, undefined, site.to, (locale) => articlePath({locale, slug})),
    ),
    parallels: parallelLinks(edition, path, site),
    headline: pair(({headline}) => headline),
    standfirst: pair(({standfirst}) => standfirst),
    byline: own.byline,
    dateline: own.dateline,
    published: own.published,
    updated: own.updated,
    section: own.section,
    corrections: own.corrections,
    notices: own.notices,
  }
  const languages = {
    source: narrator.language(sourceLocale),
    translation: narrator.language(tag),
  }
  const headline = plainText(edition.headline.text)
  const input: HeadInput = {
    title: narrator.say('parallel.title', {headline, ...languages}),
    description: narrator.say('parallel.about', languages),
    path: undefined,
    trail: [],
    scripts: ['keepPlace'],
    tag,
    editions: [],
    fallback: '',
    siteName: narrator.say('paper.name'),
    article: undefined,
    data: undefined,
    feeds: '',
  }
  return {
    path: `${path}index.html`,
    mediaType: 'text/html',
    locale: tag,
    article: slug,
    page: 'parallel',
    write(assets) {
      const bodies = [source.body(), target.body()]
      const from = [view, bodies.map(({html}) => html.sha256), pageGround(input, assets, site)]
      return site.memory.text('parallel', from, () =>
        site.templates.parallel({
          ...view,
          body: safeHtml(
            parallelBody(
              {tree: source.body().tree(), locale: site.localeOf(sourceLocale)},
              {tree: target.body().tree(), locale: site.localeOf(tag)},
            ),
          ),
          head: head(input, assets, site.to),
        }),
      )
    },
  }
}
