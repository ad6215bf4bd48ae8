import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import {isFallback} from './fallback.ts'
import {plainText} from '../markdown/plain.ts'
import type {Brief} from '../model/brief.ts'
import type {Text} from '../model/memory.ts'
import {articlePath} from './addresses.ts'
import {textOf, type PagePlace, type Sheet} from './page.ts'
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
export function sitemaps(pages: readonly PagePlace[], site: Site): readonly Sheet[] {
  const alike = pagesAlike(pages, site)
  const entries = pages.flatMap((page) => entryOf(page, site, alike) ?? [])
  const parts = Array.from({length: Math.max(1, Math.ceil(entries.length / most))}, (_, index) =>
    entries.slice(index * most, (index + 1) * most),
  )
  const isOne = parts.length === 1
  const named = parts.map((part, index) =>
    file(isOne ? 'sitemap.xml' : `sitemap-${index + 1}.xml`, () =>
      site.memory.text('sitemap', [part.map(lineOf).join(), site.ground], () =>
        xml(
          x(
            'urlset',
            urlset,
            part.map((entry) => elementOf(entry, site)),
          ),
        ),
      ),
    ),
  )
  const index = file('sitemap.xml', () =>
    textOf(
      xml(
        x(
          'sitemapindex',
          {xmlns: urlset.xmlns},
          named.map(({path}) => x('sitemap', [x('loc', site.to.absolute(path))])),
        ),
      ),
    ),
  )
  const recent = newsOf(site)
  const news = file('sitemap-news.xml', () =>
    site.memory.text('news', [recent, site.ground], () => xml(newsTree(recent, site))),
  )
  const files = [...named, ...(isOne ? [] : [index]), ...(recent.length === 0 ? [] : [news])]
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
    ...files,
    // Robots ask for it at the host's root; there it is where the publication is the whole host.
    {...file('robots.txt', () => textOf(robots)), mediaType: 'text/plain'},
  ]
}

/** A page as the sitemap has it. */
interface Entry {
  readonly path: string
  readonly modified: string | undefined
  readonly others: readonly {readonly tag: string | undefined; readonly path: string}[]
}

/** An entry as one text, which is quickly told from others. */
function lineOf({path, modified, others}: Entry): string {
  return JSON.stringify([path, modified, ...others.flatMap((other) => [other.tag, other.path])])
}

const urlset = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
}

/** Pages that are one another's translation: all that follows the language in their path is the same. */
function pagesAlike(
  pages: readonly PagePlace[],
  {locales}: Site,
): ReadonlyMap<string, readonly PagePlace[]> {
  const alike = new Map<string, PagePlace[]>()
  for (const page of pages) {
    if (page.locale === undefined || unlisted.has(page.page)) continue
    const rest = page.path.slice(page.locale.length)
    const list = alike.get(rest)
    if (list === undefined) alike.set(rest, [page])
    else list.push(page)
  }
  const order = locales.map(({tag}) => tag)
  for (const list of alike.values()) {
    list.sort((a, b) => order.indexOf(a.locale ?? '') - order.indexOf(b.locale ?? ''))
  }
  return alike
}

function entryOf(
  {path, page, locale, article}: PagePlace,
  site: Site,
  alike: ReadonlyMap<string, readonly PagePlace[]>,
): Entry | undefined {
  if (page === undefined || unlisted.has(page)) return undefined
  const edition =
    article === undefined
      ? undefined
      : site.editionsOf(article).find((one) => one.locale === locale)
  const modified = edition?.updated ?? edition?.published
  const others = locale === undefined ? [] : (alike.get(path.slice(locale.length)) ?? [])
  return {
    path: folderOf(path),
    modified: modified === undefined || Number.isNaN(Date.parse(modified)) ? undefined : modified,
    others:
      others.length < 2
        ? []
        : others.map((other) => ({tag: other.locale, path: folderOf(other.path)})),
  }
}

function elementOf({path, modified, others}: Entry, {to}: Site) {
  return x('url', [
    x('loc', to.absolute(path)),
    ...(modified === undefined ? [] : [x('lastmod', modified)]),
    ...others.map((other) =>
      x('xhtml:link', {rel: 'alternate', hreflang: other.tag, href: to.absolute(other.path)}),
    ),
  ])
}

/** Pages that say themselves that they are not to be found by search. */
const unlisted: ReadonlySet<PagePlace['page']> = new Set([
  'gone',
  'not-found',
  'parallel',
  'search',
  'showcase',
  'fallback',
])

function newsOf(site: Site): readonly Brief[] {
  const dated = site.editions.filter(
    (one) => !isFallback(one) && !Number.isNaN(Date.parse(one.published ?? '')),
  )
  const newest = dated.reduce(
    (latest, {published}) => Math.max(latest, Date.parse(published ?? '')),
    -Infinity,
  )
  // As old as the newest article and not as the clock: the same input gives the same bytes.
  return dated
    .filter(({published}) => newest - Date.parse(published ?? '') <= newsDays * 86_400_000)
    .slice(0, mostNews)
}

function newsTree(recent: readonly Brief[], site: Site) {
  return x(
    'urlset',
    {xmlns: urlset.xmlns, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9'},
    recent.map((edition) => newsEntry(edition, site)),
  )
}

function newsEntry(edition: Brief, site: Site) {
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

function file(path: string, write: () => Text): Sheet {
  return {
    path,
    mediaType: 'application/xml',
    write,
    locale: undefined,
    article: undefined,
    page: undefined,
  }
}
