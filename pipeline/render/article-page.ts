import {toString} from 'hast-util-to-string'
import {plainText} from '../markdown/plain.ts'
import type {Edition, Wording} from '../model/edition.ts'
import {articlePath, languageLinks, listPath} from './addresses.ts'
import {renderBody, type Body} from './body.ts'
import {frame} from './frame.ts'
import {head, type HeadInput} from './head.ts'
import {lead} from './lead.ts'
import {line} from './line.ts'
import {newsArticle} from './linked-data.ts'
import {notices} from './notices.ts'
import type {Page} from './page.ts'
import {parallelLinks} from './parallel-links.ts'
import {readingTime} from './reading-time.ts'
import {related} from './related.ts'
import {safeHtml} from './sanitize.ts'
import type {Site} from './site.ts'
import {topicLink} from './topic-links.ts'
import type {ArticleView, Name} from './view.ts'

/** An edition's page, with the body it shows and the view it is written from. */
export interface ArticlePage {
  readonly edition: Edition
  readonly page: Page
  readonly body: Body
  readonly view: Omit<ArticleView, 'head'>
}

/** The page of one article in one language. */
export function articlePage(edition: Edition, site: Site): ArticlePage {
  const {to} = site
  const {locale: tag, slug} = edition
  const narrator = site.narratorOf(tag)
  const siblings = site.editionsOf(slug)
  const given = siblings.map(({locale}) => site.localeOf(locale))
  const body = renderBody(edition, {
    siblings,
    to,
    images: site.images,
    narratorOf: site.narratorOf,
    languageOf: site.localeOf,
  })
  const siteName = narrator.say('paper.name')
  const headline = plainText(edition.headline.text)
  const pathIn = (locale: string) => articlePath({locale, slug})
  const view: Omit<ArticleView, 'head'> = {
    ...frame(tag, site, languageLinks(given, tag, to, pathIn)),
    parallels: parallelLinks(edition, '', site),
    headline: line(edition.headline, narrator, 'inline'),
    standfirst: edition.standfirst && line(edition.standfirst, narrator, 'linked'),
    byline: edition.byline.map((name, index) => ({
      ...line(name, narrator, 'inline'),
      href: authorLink(edition.facts.authors[index], tag, site),
    })),
    dateline: edition.dateline && line(edition.dateline, narrator, 'inline'),
    published: edition.published === undefined ? undefined : narrator.day(edition.published),
    updated: edition.updated === undefined ? undefined : narrator.day(edition.updated),
    section:
      edition.facts.section === undefined
        ? undefined
        : topicLink(`section/${edition.facts.section}`, tag, site),
    tags: edition.facts.tags.flatMap((id) => topicLink(`tag/${id}`, tag, site) ?? []),
    minutes: readingTime(toString(body.tree)),
    related: related(edition, site.listingsOf(tag), 3).map(site.cardOf),
    corrections: edition.corrections.map(({date, wrong, right}) => ({
      day: narrator.day(date),
      wrong: named(wrong, tag),
      right: named(right, tag),
    })),
    notices: notices(edition, given, to),
    body: safeHtml(body.tree),
  }
  const input: HeadInput = {
    title: headline,
    description: lead(edition),
    path: pathIn(tag),
    tag,
    editions: given.map((locale) => ({locale, path: pathIn(locale.tag)})),
    fallback: given.some((locale) => locale.tag === edition.sourceLocale)
      ? pathIn(edition.sourceLocale)
      : '',
    siteName,
    article: {published: edition.published, updated: edition.updated},
    feeds: '',
    data: newsArticle(edition, siblings, {
      name: siteName,
      description: lead(edition),
      to,
      correction: (wrong, right) => narrator.say('correction.text', {wrong, right}),
    }),
  }
  const page: Page = {
    path: `${pathIn(tag)}index.html`,
    locale: tag,
    article: slug,
    page: 'article',
    write: (templates, assets) => templates.article({...view, head: head(input, assets, to)}),
  }
  return {edition, page, body, view}
}

function named({text, locale}: Wording, tag: string): Name {
  return {text: plainText(text), lang: locale === tag ? undefined : locale}
}

function authorLink(id: string | undefined, tag: string, site: Site): string | undefined {
  const path = `author/${id}`
  return site.listingsOf(tag).has(path) ? site.to.link(listPath(tag, path, 1)) : undefined
}
