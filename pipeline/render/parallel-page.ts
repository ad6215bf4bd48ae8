import {plainText} from '../markdown/plain.ts'
import type {Brief} from '../model/brief.ts'
import type {Wording} from '../model/edition.ts'
import type {Text} from '../model/memory.ts'
import {articlePath, languageLinks, parallelPath} from './addresses.ts'
import type {ArticlePage} from './article-page.ts'
import {framed} from './frame.ts'
import type {Ground} from './ground.ts'
import {head} from './head.ts'
import type {KeptBody} from './kept-body.ts'
import {line} from './line.ts'
import {setAround, type Sheet, type Written} from './page.ts'
import {parallelBody} from './parallel-body.ts'
import {parallelLinks} from './parallel-links.ts'
import {safeHtml} from './sanitize.ts'
import type {Site} from './site.ts'
import type {Line, ParallelLink, ParallelView, SafeHtml} from './view.ts'

/**
 * An article and its translation side by side, in the translation's language: whoever reads it
 * reads that one, and looks into the other. Search is led to the editions, which hold every word
 * of it; so it asks not to be found, and has neither canonical address nor alternates.
 */
export function parallelPage(source: ArticlePage, target: ArticlePage, site: Site): Sheet {
  const {locale: tag, slug, sourceLocale} = target.brief
  const path = parallelPath(sourceLocale, tag, slug)
  return {
    path: `${path}index.html`,
    mediaType: 'text/html',
    locale: tag,
    article: slug,
    page: 'parallel',
    write(assets) {
      const links = parallelLinks(target.brief, path, site)
      const bodies = [source, target].map((one) => one.body())
      const from = [source.brief, target.from(), links, bodies.map((body) => body.from)]
      const known = {kind: 'parallel', from, tag, scripts}
      const body = () => parallelText(source.body(), target.body(), target.brief, site)
      return setAround(body, known, assets, site, (named, both) => {
        const {view, input} = written(source, target, links, site)
        return site.templates.parallel({...view, body: both, head: head(input, named, site.to)})
      })
    },
  }
}

const scripts = ['keepPlace'] as const

/** Both bodies as one: made now, or remembered. */
export function parallelText(
  source: KeptBody,
  target: KeptBody,
  {locale, sourceLocale}: Brief,
  {memory, localeOf}: Ground,
): Text<SafeHtml> {
  const languages = [localeOf(sourceLocale), localeOf(locale)] as const
  return memory.text('parallel-body', [source.from, target.from, languages], () =>
    safeHtml(
      parallelBody(
        {tree: source.tree(), locale: languages[0]},
        {tree: target.tree(), locale: languages[1]},
      ),
    ),
  )
}

function written(
  source: ArticlePage,
  target: ArticlePage,
  links: readonly ParallelLink[],
  site: Ground,
): Written<Omit<ParallelView, 'head' | 'body'>> {
  const {brief: edition} = target
  const {locale: tag, slug, sourceLocale} = edition
  const narrator = site.narratorOf(tag)
  const {siblings, frame} = target.from().around
  const given = siblings.map(({locale}) => site.localeOf(locale))
  const pair = (of: (one: Brief) => Wording | undefined): readonly Line[] => {
    const translated = of(edition)
    return [of(source.brief), translated?.locale === tag ? translated : undefined].flatMap(
      (wording) => (wording === undefined ? [] : line(wording, narrator, 'inline')),
    )
  }
  const own = target.view()
  const languages = {
    source: narrator.language(sourceLocale),
    translation: narrator.language(tag),
  }
  const headline = plainText(edition.headline.text)
  return {
    view: {
      ...framed(
        frame,
        languageLinks(given, undefined, site.to, (locale) => articlePath({locale, slug})),
      ),
      parallels: links,
      headline: pair((one) => one.headline),
      standfirst: pair(({standfirst}) => standfirst),
      byline: own.byline,
      dateline: own.dateline,
      published: own.published,
      updated: own.updated,
      section: own.section,
      corrections: own.corrections,
      notices: own.notices,
    },
    input: {
      title: narrator.say('parallel.title', {headline, ...languages}),
      description: narrator.say('parallel.about', languages),
      scripts,
      tag,
      siteName: narrator.say('paper.name'),
      feeds: '',
    },
  }
}
