import {plainText} from '../markdown/plain.ts'
import type {Brief, Filed} from '../model/brief.ts'
import type {Wording} from '../model/edition.ts'
import {articlePath, frontPath, languageLinks, listPath} from './addresses.ts'
import type {Crumb} from './breadcrumbs.ts'
import {downloadLinks} from './downloads.ts'
import {isFallback} from './fallback.ts'
import {frame} from './frame.ts'
import {head, type HeadInput} from './head.ts'
import {charactersIn, isItalic, type Printed} from './ink.ts'
import {keptBody, type KeptBody} from './kept-body.ts'
import {line} from './line.ts'
import {newsArticle} from './linked-data.ts'
import {notices} from './notices.ts'
import {pageGround, type Sheet} from './page.ts'
import {parallelLinks} from './parallel-links.ts'
import {articlePoster, posterLink, type Poster} from './poster.ts'
import {remember} from './remember.ts'
import type {Site} from './site.ts'
import {nameOf, topicLink} from './topic-links.ts'
import type {ArticleView, Name} from './view.ts'

/** An edition's page, with the body it shows and what else is printed on it. */
export interface ArticlePage {
  readonly brief: Brief
  readonly page: Sheet
  readonly body: () => KeptBody
  /** The view that the page is written from, but for the body. */
  readonly view: () => Around
  /** What is printed around the body and on no other page. */
  readonly printed: () => Printed
  readonly poster: () => Poster
}

/** What stands around the body. */
type Around = Omit<ArticleView, 'head' | 'body' | 'minutes'>

/** The page of one article in one language. Nothing is rendered before it is asked for. */
export function articlePage(filed: Filed, site: Site): ArticlePage {
  const {brief} = filed
  const {locale: tag, slug} = brief
  const body = remember(() => keptBody(filed, site))
  const own = remember(() => ownOf(brief, site))
  const view = remember(() => around(brief, own(''), site))
  const poster = remember(() => articlePoster(brief, site))
  const page: Sheet = {
    path: `${articlePath(brief)}index.html`,
    mediaType: 'text/html',
    locale: tag,
    article: slug,
    page: isFallback(brief) ? 'fallback' : 'article',
    write(assets) {
      const {html, minutes} = body('')
      const seen = view('')
      const input = isFallback(brief)
        ? fallbackHead(brief, own(''), site)
        : {
            ...headOf(brief, own(''), site),
            poster: posterLink(poster('')),
            downloads: seen.downloads,
          }
      const from = [seen, minutes, html.sha256, pageGround(input, assets, site)]
      return site.memory.text('article-page', from, () =>
        site.templates.article({
          ...seen,
          minutes,
          body: html.read(),
          head: head(input, assets, site.to),
        }),
      )
    },
  }
  return {
    brief,
    page,
    body: () => body(''),
    view: () => view(''),
    printed: () => printed(brief, own('').lines, site),
    poster: () => poster(''),
  }
}

/** Names of lists, the words of the site and other articles' headlines are other pages' too. */
function printed(brief: Brief, lines: Own['lines'], site: Site): Printed {
  const given = site.editionsOf(brief.slug).map(({locale}) => site.localeOf(locale))
  return {
    characters: charactersIn([
      lines,
      parallelLinks(brief, '', site),
      notices(brief, given, site),
      downloadLinks(brief, site.downloads, site.to),
      site.cardOf(brief).only,
    ]),
    italic: isItalic(lines.headline.html + (lines.standfirst?.html ?? '')),
  }
}

function around(brief: Brief, own: Own, site: Site): Around {
  const {to} = site
  const {locale: tag, slug, facts} = brief
  const given = site.editionsOf(slug).map(({locale}) => site.localeOf(locale))
  const {byline, ...lines} = own.lines
  return {
    ...frame(
      tag,
      site,
      languageLinks(given, tag, to, (locale) => articlePath({locale, slug})),
    ),
    ...lines,
    parallels: parallelLinks(brief, '', site),
    byline: byline.map((name, index) => ({
      ...name,
      href: authorLink(facts.authors[index], tag, site),
    })),
    section:
      facts.section === undefined ? undefined : topicLink(`section/${facts.section}`, tag, site),
    tags: facts.tags.flatMap((id) => topicLink(`tag/${id}`, tag, site) ?? []),
    related: site.relatedOf(brief).map(site.cardOf),
    notices: notices(brief, given, site),
    downloads: downloadLinks(brief, site.downloads, to),
  }
}

/** What the edition and its siblings alone decide. */
interface Own {
  readonly lines: ReturnType<typeof linesOf>
  readonly head: ReturnType<typeof titlesOf>
}

function ownOf(brief: Brief, site: Site): Own {
  const siblings = site.editionsOf(brief.slug)
  return site.memory.recall('own', [brief, siblings, site.ground], () => ({
    lines: linesOf(brief, site),
    head: titlesOf(brief, siblings, site),
  }))
}

function titlesOf(brief: Brief, siblings: readonly Brief[], site: Site) {
  const narrator = site.narratorOf(brief.locale)
  const siteName = narrator.say('paper.name')
  return {
    title: plainText(brief.headline.text),
    siteName,
    data: newsArticle(brief, siblings, {
      name: siteName,
      description: brief.lead,
      to: site.to,
      correction: (wrong, right) => narrator.say('correction.text', {wrong, right}),
    }),
  }
}

export function linesOf(brief: Brief, site: Site) {
  const {locale: tag} = brief
  const narrator = site.narratorOf(tag)
  return {
    headline: line(brief.headline, narrator, 'inline'),
    standfirst: brief.standfirst && line(brief.standfirst, narrator, 'linked'),
    byline: brief.byline.map((name) => line(name, narrator, 'inline')),
    dateline: brief.dateline && line(brief.dateline, narrator, 'inline'),
    published: brief.published === undefined ? undefined : narrator.day(brief.published),
    updated: brief.updated === undefined ? undefined : narrator.day(brief.updated),
    corrections: brief.corrections.map(({date, wrong, right}) => ({
      day: narrator.day(date),
      wrong: named(wrong, tag),
      right: named(right, tag),
    })),
  }
}

function headOf(brief: Brief, own: Own, site: Site): HeadInput {
  const {locale: tag, slug} = brief
  const siblings = site.editionsOf(slug)
  const pathIn = (locale: string) => articlePath({locale, slug})
  return {
    ...own.head,
    description: brief.lead,
    path: pathIn(tag),
    trail: trailTo(brief, site),
    scripts: siblings.length > 1 ? ['keepPlace'] : [],
    tag,
    editions: siblings.map(({locale}) => ({locale: site.localeOf(locale), path: pathIn(locale)})),
    fallback: siblings.some(({locale}) => locale === brief.sourceLocale)
      ? pathIn(brief.sourceLocale)
      : '',
    article: {published: brief.published, updated: brief.updated},
    feeds: '',
  }
}

/** The page shows the original, where search is led to. */
function fallbackHead(brief: Brief, own: Own, site: Site): HeadInput {
  return {
    ...headOf(brief, own, site),
    path: undefined,
    canonical: articlePath({locale: brief.sourceLocale, slug: brief.slug}),
    editions: [],
    trail: [],
    scripts: [],
    article: undefined,
    data: undefined,
  }
}

/** The front page, the section, the article. */
function trailTo({locale: tag, slug, headline, facts}: Brief, site: Site): readonly Crumb[] {
  const section = `section/${facts.section}`
  const listing = site.listingsOf(tag).get(section)
  return [
    {name: site.narratorOf(tag).say('paper.name'), path: frontPath(tag)},
    ...(listing === undefined
      ? []
      : [{name: nameOf(listing, tag, site).text, path: listPath(tag, section, 1)}]),
    {name: plainText(headline.text), path: articlePath({locale: tag, slug})},
  ]
}

function named({text, locale}: Wording, tag: string): Name {
  return {text: plainText(text), lang: locale === tag ? undefined : locale}
}

function authorLink(id: string | undefined, tag: string, site: Site): string | undefined {
  const path = `author/${id}`
  return site.listingsOf(tag).has(path) ? site.to.link(listPath(tag, path, 1)) : undefined
}
