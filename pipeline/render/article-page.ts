import {plainText} from '../markdown/plain.ts'
import type {Brief, Filed} from '../model/brief.ts'
import type {Wording} from '../model/edition.ts'
import {articlePath, frontPath, languageLinks, listPath} from './addresses.ts'
import type {Crumb} from './breadcrumbs.ts'
import {onlyIn} from './card.ts'
import {downloadLinks} from './downloads.ts'
import {isFallback} from './fallback.ts'
import {framed} from './frame.ts'
import type {Ground} from './ground.ts'
import {head, type HeadInput} from './head.ts'
import {charactersIn, isItalic, type Printed} from './ink.ts'
import {keptBody, type KeptBody} from './kept-body.ts'
import {line} from './line.ts'
import {newsArticle, pictured} from './linked-data.ts'
import {notices} from './notices.ts'
import {setAround, type Sheet} from './page.ts'
import {parallelLinks} from './parallel-links.ts'
import {articlePoster, posterLink, type Poster} from './poster.ts'
import {remember} from './remember.ts'
import type {Site} from './site.ts'
import type {Scripts} from './template.ts'
import type {ArticleView, Name} from './view.ts'

/** An edition's page, with the body it shows and what else is printed on it. */
export interface ArticlePage {
  readonly brief: Brief
  readonly page: Sheet
  readonly body: () => KeptBody
  /** All that its pages are made of, by the names that it has before anything is made. */
  readonly sources: () => unknown
  /** All that its view is made of, but for the body. */
  readonly from: () => ViewFrom
  /** The view that the page is written from, but for the body. */
  readonly view: () => View
  /** What is printed around the body and on no other page. */
  readonly printed: () => Printed
  readonly poster: () => Poster
}

/** What stands around the body. */
type View = Omit<ArticleView, 'head' | 'body' | 'minutes'>

/** What a view is made of, beside the site's ground. */
interface ViewFrom {
  readonly brief: Brief
  /** What the rest of the site says around the article. */
  readonly around: ReturnType<typeof aroundOf>
}

/** The page of one article in one language. Nothing is rendered before it is asked for, and no more than what it is made of is held. */
export function articlePage(filed: Filed, site: Site): ArticlePage {
  const {brief} = filed
  const {locale: tag, slug} = brief
  const body = remember(() => keptBody(filed, site))
  // Quickly put together, and too much to be held for every page.
  const from = (): ViewFrom => ({brief, around: aroundOf(brief, site)})
  const poster = () => articlePoster(brief, site)
  const page: Sheet = {
    path: `${articlePath(brief)}index.html`,
    mediaType: 'text/html',
    locale: tag,
    article: slug,
    page: isFallback(brief) ? 'fallback' : 'article',
    write(assets) {
      const whole = from()
      const scripts = scriptsOf(brief, whole.around)
      const inputs = [whole, body('').from, site.draws]
      const known = {kind: 'article-page', from: inputs, tag, scripts}
      const {html, minutes} = body('')
      return setAround(html, known, assets, site, (standing, written) =>
        site.templates.article({
          ...viewOf(whole, site),
          minutes: minutes(),
          body: written,
          head: head(headOf(whole, posterLink(poster, site), site), standing, site.to),
        }),
      )
    },
  }
  return {
    brief,
    page,
    body: () => body(''),
    // Sections, tags and authors it has, and other editions of it, are told by the briefs.
    sources: () => [
      brief,
      filed.from,
      site.imagesOf(slug),
      site.relatedOf(brief).map(site.listedOf),
      downloadLinks(brief, site.downloads, site.to),
    ],
    from,
    view: () => viewOf(from(), site),
    printed: () => printed(from(), site),
    poster,
  }
}

/** Names of lists, the words of the site and other articles' headlines are other pages' too. */
function printed({brief, around}: ViewFrom, on: Ground): Printed {
  const {siblings, parallels, downloads} = around
  const lines = linesOf(brief, on)
  const given = siblings.map(({locale}) => on.localeOf(locale))
  return {
    characters: charactersIn([
      lines,
      parallels,
      notices(brief, given, on),
      downloads,
      onlyIn(brief, on.narratorOf(brief.locale)),
    ]),
    italic: isItalic(lines.headline.html + (lines.standfirst?.html ?? '')),
  }
}

/** What the rest of the site decides. */
function aroundOf(brief: Brief, site: Site) {
  const {locale: tag, slug, facts} = brief
  return {
    siblings: site.editionsOf(slug),
    frame: site.frameOf(tag),
    parallels: parallelLinks(brief, '', site),
    section:
      facts.section === undefined ? undefined : site.topicLinkOf(`section/${facts.section}`, tag),
    tags: facts.tags.flatMap((id) => site.topicLinkOf(`tag/${id}`, tag) ?? []),
    authors: facts.authors.map((id) => site.topicLinkOf(`author/${id}`, tag)?.href),
    related: site.relatedOf(brief).map(site.cardOf),
    downloads: downloadLinks(brief, site.downloads, site.to),
  }
}

function viewOf({brief, around}: ViewFrom, on: Ground): View {
  const {siblings, frame, authors, ...shown} = around
  const {locale: tag, slug} = brief
  const {byline, ...lines} = linesOf(brief, on)
  const given = siblings.map(({locale}) => on.localeOf(locale))
  const languages = languageLinks(given, tag, on.to, (locale) => articlePath({locale, slug}))
  return {
    ...framed(frame, languages),
    ...lines,
    ...shown,
    byline: byline.map((name, index) => ({...name, href: authors[index]})),
    notices: notices(brief, given, on),
  }
}

function titlesOf(brief: Brief, siblings: readonly Brief[], site: Ground) {
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

/** What stands above an article, in the words of its language. */
export function linesOf(brief: Brief, site: Pick<Ground, 'narratorOf'>) {
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

/** The way to the other editions needs a script. */
function scriptsOf(brief: Brief, {siblings}: ViewFrom['around']): readonly (keyof Scripts)[] {
  return siblings.length > 1 && !isFallback(brief) ? ['keepPlace'] : []
}

function headOf({brief, around}: ViewFrom, poster: HeadInput['poster'], on: Ground): HeadInput {
  const {locale: tag, slug, sourceLocale} = brief
  const {siblings} = around
  const pathIn = (locale: string) => articlePath({locale, slug})
  const {data, ...titles} = titlesOf(brief, siblings, on)
  const everywhere = {
    ...titles,
    description: brief.lead,
    scripts: scriptsOf(brief, around),
    tag,
    feeds: '',
  }
  // The page shows the original, where search is led to.
  if (isFallback(brief)) return {...everywhere, canonical: pathIn(sourceLocale)}
  return {
    ...everywhere,
    path: pathIn(tag),
    trail: trailTo(brief, around, on),
    editions: siblings.map(({locale}) => ({locale: on.localeOf(locale), path: pathIn(locale)})),
    fallback: siblings.some(({locale}) => locale === sourceLocale) ? pathIn(sourceLocale) : '',
    article: {published: brief.published, updated: brief.updated},
    data: poster ? pictured(data, on.to.absolute(poster.path)) : data,
    poster,
    downloads: around.downloads,
  }
}

/** The front page, the section, the article. */
function trailTo(
  {locale: tag, slug, headline, facts}: Brief,
  {section}: ViewFrom['around'],
  on: Ground,
): readonly Crumb[] {
  return [
    {name: on.narratorOf(tag).say('paper.name'), path: frontPath(tag)},
    ...(section === undefined
      ? []
      : [{name: section.text, path: listPath(tag, `section/${facts.section}`, 1)}]),
    {name: plainText(headline.text), path: articlePath({locale: tag, slug})},
  ]
}

function named({text, locale}: Wording, tag: string): Name {
  return {text: plainText(text), lang: locale === tag ? undefined : locale}
}
