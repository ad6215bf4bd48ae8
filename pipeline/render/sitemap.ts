import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import {plainText} from '../markdown/plain.ts'
import type {Edition} from '../model/edition.ts'
import type {Rendition} from '../model/rendition.ts'
import {articlePath} from './addresses.ts'
import type {Page} from './page.ts'
import type {Site} from './site.ts'

/** The most addresses one sitemap may hold (https://www.sitemaps.org/protocol.html). */
const most = 50_000
/** The most articles of a news sitemap, and how old they may be
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
const [mostNews, newsDays] = [1000, 2]

/**
 * `sitemap.xml` with every page and its alternates in other languages, an index of several where
 * there are many, the news sitemap of the last two days, and `robots.txt` that names them.
 */
export function sitemaps(pages: readonly Page[], site: Site): readonly Rendition[] {
  const alike = pagesAlike(pages, site)
  const entries = pages.flatMap((page) => entryOf(page, site, alike) ?? [])
  const parts = Array.from({length: Math.max(1, Math.ceil(entries.length / most))}, (_, index) =>
    entries.slice(index * most, (index + 1) * most),
  )
  const named = parts.map((part, index) => ({
    path: parts.length === 1 ? 'sitemap.xml' : `sitemap-${index + 1}.xml`,
    tree: x('urlset', urlset, part),
  }))
  const index = x(
    'sitemapindex',
    {xmlns: urlset.xmlns},
    named.map(({path}) => x('sitemap', [x('loc', site.to.absolute(path))])),
  )
  const news = newsOf(site)
  const files = [
    ...named,
    ...(parts.length === 1 ? [] : [{path: 'sitemap.xml', tree: index}]),
    ...(news === undefined ? [] : [{path: 'sitemap-news.xml', tree: news}]),
  ]
  const robots = [
    'User-agent: *',
    'Allow: /',
    '',
    ...files
      .filter(({path}) => !/^sitemap-\d/.test(path))
      .map(({path}) => `Sitemap: ${site.to.absolute(path)}`),
    '',
  ].join('\n')
  return [
    ...files.map(({path, tree}) => file(path, 'application/xml', xml(tree))),
    // Robots ask for it at the host's root; there it is where the publication is the whole host.
    file('robots.txt', 'text/plain', robots),
  ]
}

const urlset = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
}

/** Pages that are one another's translation: all that follows the language in their path is the same. */
function pagesAlike(pages: readonly Page[], {locales}: Site): ReadonlyMap<string, readonly Page[]> {
  const alike = new Map<string, Page[]>()
  for (const page of pages) {
    if (page.locale === undefined) continue
    const rest = page.path.slice(page.locale.length)
    alike.set(rest, [...(alike.get(rest) ?? []), page])
  }
  const order = locales.map(({tag}) => tag)
  for (const list of alike.values()) {
    list.sort((a, b) => order.indexOf(a.locale ?? '') - order.indexOf(b.locale ?? ''))
  }
  return alike
}

function entryOf(
  {path, page, locale, article}: Page,
  site: Site,
  alike: ReadonlyMap<string, readonly Page[]>,
) {
  if (page === undefined || unlisted.has(page)) return undefined
  const {to} = site
  const own = folderOf(path)
  const edition =
    article === undefined
      ? undefined
      : site.editionsOf(article).find((one) => one.locale === locale)
  const modified = edition?.updated ?? edition?.published
  const others = locale === undefined ? [] : (alike.get(path.slice(locale.length)) ?? [])
  return x('url', [
    x('loc', to.absolute(own)),
    ...(modified === undefined || Number.isNaN(Date.parse(modified))
      ? []
      : [x('lastmod', modified)]),
    ...(others.length < 2
      ? []
      : others.map((other) =>
          x('xhtml:link', {
            rel: 'alternate',
            hreflang: other.locale,
            href: to.absolute(folderOf(other.path)),
          }),
        )),
  ])
}

/** Pages that say themselves that they are not to be found by search. */
const unlisted: ReadonlySet<Page['page']> = new Set(['gone', 'not-found', 'parallel'])

function newsOf(site: Site) {
  const dated = site.editions.filter(({published}) => !Number.isNaN(Date.parse(published ?? '')))
  const newest = Math.max(...dated.map(({published}) => Date.parse(published ?? '')))
  // As old as the newest article and not as the clock: the same input gives the same bytes.
  const recent = dated
    .filter(({published}) => newest - Date.parse(published ?? '') <= newsDays * 86_400_000)
    .slice(0, mostNews)
  if (recent.length === 0) return undefined
  return x(
    'urlset',
    {xmlns: urlset.xmlns, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9'},
    recent.map((edition) => newsEntry(edition, site)),
  )
}

function newsEntry(edition: Edition, site: Site) {
  return x('url', [
    x('loc', site.to.absolute(articlePath(edition))),
    x('news:news', [
      x('news:publication', [
        x('news:name', site.narratorOf(edition.locale).say('paper.name')),
        x('news:language', edition.locale),
      ]),
      x('news:publication_date', edition.published),
      x('news:title', plainText(edition.headline.text)),
    ]),
  ])
}

function folderOf(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1')
}

function xml(tree: ReturnType<typeof x>): string {
  // The serialiser leaves `]]>` in text, which XML forbids (2.4); we write no CDATA section ourselves.
  const body = toXml(tree).replaceAll(']]>', ']]&gt;')
  return `<?xml version="1.0" encoding="utf-8"?>\n${body}\n`
}

function file(path: string, mediaType: string, content: string): Rendition {
  return {path, mediaType, content, locale: undefined, article: undefined, page: undefined}
}
